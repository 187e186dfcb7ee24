package org.pressmark.extract;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Says which elements are readers' comments, and which hold them: by mark-up, number, name and place. */
final class CommentItems {
    private static final Set<String> PARTS = Lists.load("names-comments");
    private static final Set<String> INNER = Lists.load("names-comment-inner");
    private static final Set<String> LISTS = Lists.load("names-comment-list");
    private static final Set<String> TAGS = Set.of("li", "div", "article", "section", "tr", "dd", "dl", "details", "p");
    private static final Set<String> NAMES =
            Set.of("comment", "kommentar", "comentario", "commentitem", "comment-item");
    private static final Set<String> SURE = Set.of("comment-item", "single-comment", "kommentar");
    private static final Set<String> PICTURES = Set.of("i", "span", "svg", "img");
    private static final Set<String> NOTICES = Set.of("pingback", "trackback");
    private static final Set<String> PART_OF_ONE =
            Set.of("comment-content", "comment-text", "comment-form", "comment-reply");
    private static final List<String> STEMS = List.of(
            "comments", "commentl", "kommentare", "kommentarl", "comentarios", "commentaires", "commenti", "reacties");
    /** How the ids of comments begin, before their number. */
    private static final List<String> PREFIXES = List.of(
            "comment-",
            "comment",
            "li-comment-",
            "div-comment-",
            "article-comment-",
            "comentario_",
            "kommentar_",
            "kommentar-",
            "kommentar",
            "comentario-",
            "comment_",
            "com-",
            "wc-comm-",
            "wpd-comm-",
            "dsq-comment-",
            "reply-");

    /** What a list of latest comments shows of each takes no more words. */
    private static final int EXCERPT = 60;

    /** Fewer words are a count of comments, not one. */
    private static final int FEW = 4;

    private static final int ALIKE = 3;
    private static final Evaluator SIGNED = Selector.evaluatorOf("time, [class*=date], [class*=author], cite");

    private final Page page;
    private final Siblings siblings = new Siblings();
    /** Few sets of names are asked about for many elements. */
    private final IdentityHashMap<Set<String>, Boolean> parts = new IdentityHashMap<>();

    CommentItems(Page page) {
        this.page = page;
    }

    boolean is(Element element) {
        if (!TAGS.contains(element.normalName())) {
            return false;
        }
        String type = element.attr("itemtype");
        if (type.endsWith("/Comment")
                || type.endsWith("/UserComments")
                || element.attr("itemprop").equals("comment")) {
            return true;
        }
        if (pictured(element)) {
            return true;
        }
        String id = Text.lower(element.id());
        boolean numbered = numbered(id);
        boolean listed = inCommentList(element) || inCommentPart(element, id);
        if (!numbered && !listed && !page.names.has(element, NAMES)) {
            return false;
        }
        if (!numbered && page.names.has(element, INNER)) {
            return false;
        }
        if (numbered && page.names.has(element, PART_OF_ONE)) {
            return false;
        }
        if (!numbered
                && !listed
                && !page.names.has(element, SURE)
                && !element.hasClass("comment")
                && !element.hasClass("comentario")
                && !repeated(element)) {
            return false;
        }
        return element.hasText() && !element.nameIs("body");
    }

    /** One of several items of a kind that opens with a picture named comment and nothing else, before words of its own. */
    private boolean pictured(Element element) {
        Element opening = element.firstElementChild();
        Element parent = element.parent();
        if (opening == null || parent == null || opening.nextElementSibling() == null || opening.hasText()) {
            return false;
        }
        Element picture = opening.childrenSize() == 1 ? opening.child(0) : opening;
        if (!PICTURES.contains(picture.normalName()) || !page.names.of(picture).contains("comment")) {
            return false;
        }
        String kind = element.classNames().stream().findFirst().orElse("");
        return !kind.isEmpty() && siblings.with(element, kind) >= ALIKE && Text.words(element.text()) >= FEW;
    }

    /** An item of a list that is named for comments. */
    private boolean inCommentList(Element element) {
        Element parent = element.parent();
        return element.nameIs("li")
                && parent != null
                && (parent.nameIs("ul") || parent.nameIs("ol"))
                && page.names.has(parent, LISTS);
    }

    /** A numbered list item below an element that is named for comments. */
    private boolean inCommentPart(Element element, String id) {
        if (!element.nameIs("li") || id.length() < 4 || !Character.isDigit(id.charAt(id.length() - 1))) {
            return false;
        }
        Element at = element.parent();
        for (int i = 0; i < 8 && at != null && !at.nameIs("body"); i++, at = at.parent()) {
            if (part(at)) {
                return true;
            }
        }
        return false;
    }

    /** Named for comments, in one of the words' many forms. */
    boolean part(Element element) {
        Set<String> names = page.names.of(element);
        return !names.isEmpty() && parts.computeIfAbsent(names, CommentItems::part);
    }

    private static boolean part(Set<String> names) {
        for (String name : names) {
            if (PARTS.contains(name) || stem(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stem(String name) {
        for (String stem : STEMS) {
            if (name.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }

    /** Several siblings of the same tag and class. */
    private boolean repeated(Element element) {
        return !element.className().isEmpty() && siblings.same(element) >= 2 && element.selectFirst(SIGNED) != null;
    }

    private static boolean numbered(String id) {
        for (String prefix : PREFIXES) {
            if (id.startsWith(prefix)
                    && id.length() > prefix.length()
                    && Character.isDigit(id.charAt(prefix.length()))) {
                return true;
            }
        }
        return false;
    }

    /** Says that another page links here; nobody's comment. */
    boolean notice(Element element) {
        return page.names.has(element, NOTICES);
    }

    /** An item whose text is a link: in a list of the latest comments, on this page or another. */
    boolean excerpt(Element element) {
        if (numbered(Text.lower(element.id())) || !Elements.atMost(element, EXCERPT)) {
            return false;
        }
        int all = Text.words(element.text());
        int linked = 0;
        for (Element link : element.select("a[href]")) {
            linked += Text.words(link.text());
        }
        return linked > 0.8 * all;
    }
}
