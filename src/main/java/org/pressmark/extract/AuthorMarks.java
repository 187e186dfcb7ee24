package org.pressmark.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector;

/**
 * The elements that mark-up names as the author's, by rank, all found in one walk. Selectors such as {@code .author a} would
 * look at all that stands above each link; here each element knows what it stands in.
 */
final class AuthorMarks {
    /** The rank of what may hold an agency's logo; the lower ones name people. */
    static final int LOGO = 6;

    /** What an element may stand in, by index. */
    private static final List<Evaluator> HOLDERS = parsed(
            ".author.vcard, .vcard.author",
            ".byline",
            ".post-author, .entry-author, .article-author, .author, .autor, .auteur",
            "header",
            "article",
            ".author-bio",
            ".author-box",
            ".author-info",
            ".author, .byline");

    private static final int ANYWHERE = -1;
    private static final List<Mark> MARKS = List.of(
            mark(0, 0, ".fn, a"),
            mark(0, ANYWHERE, "a.fn.n"),
            mark(
                    1,
                    ANYWHERE,
                    ".author-name, .author__name, .article-author__name, .byline-name, .byline__name, .byline__author, .authorName, .author_name"),
            mark(1, 8, ".name"),
            mark(2, 1, "a[href*=autor], a[href*=author], a[href*=auteur]"),
            mark(2, 2, "a"),
            mark(
                    3,
                    ANYWHERE,
                    ".entry-author, .post-author, .article-author, .byline-author, .news-author, .byline, .author, .autor, .auteur, .autore, .post-byline, .posted-by, .writer"),
            mark(4, 3, "a[href*=/autor/], a[href*=/auteur/], a[href*=/autoren/]"),
            mark(4, 4, "a[href*=/autor/]"),
            mark(4, ANYWHERE, "a[href*=/author/]"),
            mark(5, 5, "h2, h3, h4"),
            mark(5, 6, "h3, h4"),
            mark(5, 7, "h2, h3"),
            mark(5, ANYWHERE, ".author-title"),
            mark(LOGO, 8, "a[href]"),
            mark(LOGO, ANYWHERE, "[rel~=author][href]"));
    /** Other elements, without such a class or a rel, match nothing: most need not be held against each selector. */
    private static final Set<String> TAGS = Set.of("a", "h2", "h3", "h4", "header", "article");

    private static final Set<String> CLASSES = classes();

    private record Mark(int rank, int holder, Evaluator target) {}

    private AuthorMarks() {}

    private static List<Evaluator> parsed(String... selectors) {
        return List.of(selectors).stream().map(Selector::evaluatorOf).toList();
    }

    /** The classes that the selectors name, in lower case. */
    private static Set<String> classes() {
        return Stream.concat(HOLDERS.stream(), MARKS.stream().map(Mark::target))
                .flatMap(selector -> Pattern.compile("\\.([\\w-]+)")
                        .matcher(selector.toString())
                        .results())
                .map(found -> Text.lower(found.group(1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean told(Element element) {
        return TAGS.contains(element.normalName())
                || element.hasAttr("rel")
                || Elements.classed(element.attr("class"), CLASSES);
    }

    private static Mark mark(int rank, int holder, String target) {
        return new Mark(rank, holder, Selector.evaluatorOf(target));
    }

    /** For each rank, the surest first, its elements in page order. */
    static List<List<Element>> of(Document document) {
        List<List<Element>> out = new ArrayList<>();
        for (int rank = 0; rank <= LOGO; rank++) {
            out.add(new ArrayList<>());
        }
        // For each open element the holders that it is or stands in, one bit each.
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        document.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    int above = open.element();
                    boolean told = told(element);
                    if (told) {
                        rank(document, element, above, out);
                    }
                    open.push(told ? above | held(document, element) : above);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element) {
                    open.pop();
                }
            }
        });
        return out;
    }

    private static void rank(Element root, Element element, int above, List<List<Element>> out) {
        int told = -1;
        for (Mark mark : MARKS) {
            if (mark.rank() != told
                    && (mark.holder() == ANYWHERE || (above >> mark.holder() & 1) == 1)
                    && mark.target().matches(root, element)) {
                out.get(mark.rank()).add(element);
                told = mark.rank();
            }
        }
    }

    private static int held(Element root, Element element) {
        int bits = 0;
        for (int i = 0; i < HOLDERS.size(); i++) {
            bits |= HOLDERS.get(i).matches(root, element) ? 1 << i : 0;
        }
        return bits;
    }
}
