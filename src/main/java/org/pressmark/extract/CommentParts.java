package org.pressmark.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Comment;

/** Reads one comment: who, when, what. */
final class CommentParts {
    private static final Set<String> AUTHOR = Set.of(
            "fn",
            "author",
            "comment-author",
            "username",
            "user-name",
            "commenter",
            "nickname",
            "nick",
            "commentauthor",
            "comment-name",
            "comment-user",
            "author-name",
            "byline",
            "poster",
            "user",
            "name",
            "autor",
            "comment-by",
            "commentername",
            "comment-author-name");
    private static final Set<String> TEXT = Set.of(
            "comment-content",
            "comment-text",
            "commenttext",
            "comment-body",
            "commentbody",
            "comment-message",
            "comment-entry",
            "comment-copy",
            "message",
            "comment-inner-text",
            "comment-block-text",
            "text",
            "content",
            "body",
            "comment-description",
            "kommentartext",
            "comment-content-inner",
            "comment-txt",
            "wpd-comment-text");
    private static final Set<String> FURNITURE = Set.of(
            "reply",
            "comment-reply",
            "comment-meta",
            "comment-metadata",
            "commentmetadata",
            "comment-author",
            "comment-header",
            "comment-footer",
            "says",
            "vcard",
            "comment-date",
            "comment-time",
            "comment-actions",
            "edit-link",
            "comment-edit",
            "avatar",
            "comment-info",
            "sharedaddy",
            "jp-likes",
            "comment-likes",
            "vote",
            "rating",
            "comment-links",
            "comment-reply-link",
            "comment-data",
            "comment-awaiting-moderation",
            "permalink");

    private static final int MOST = 2_000;
    /** Who and when take no more words. */
    private static final int FEW = 8;

    private static final int MOST_DIGITS = 40;

    private CommentParts() {}

    static Comment read(Page page, Element item, Set<Element> items, List<Comment> replies) {
        List<Element> own = own(item, items);
        Element author = author(page, own);
        Element body = text(page, own);
        Set<Element> cut = new HashSet<>();
        Element root = body == null ? item : body;
        for (Element inner : own) {
            if (!inner.equals(root)
                    && (inner.nameIs("form")
                            || inner.nameIs("button")
                            || inner.nameIs("time") && body == null
                            || inner.nameIs("footer")
                            || furniture(page, inner, body == null)
                            || inner.equals(author))) {
                cut.add(inner);
            }
        }
        Predicate<Element> left = inner -> cut.contains(inner) || items.contains(inner) && !inner.equals(item);
        StringBuilder words = new StringBuilder();
        int start = -1;
        int end = -1;
        for (Piece piece :
                PieceReader.read(page.source.text(), root, left, Sight.OPEN).pieces()) {
            if (piece.picture() || Lexicon.SAYS.is(piece.text()) || body == null && Dates.mostly(piece.text(), true)) {
                continue;
            }
            words.append(words.length() == 0 ? "" : "\n").append(piece.text());
            start = start < 0 ? piece.start() : start;
            end = Math.max(end, piece.end());
        }
        Range range = item.sourceRange();
        int from = start < 0 && range.isTracked() ? range.startPos() : Math.max(0, start);
        return new Comment(
                author == null ? "" : name(author),
                words.toString(),
                time(page, own),
                replies,
                page.source.place(from, Math.max(from, end), page.selectors.of(item)));
    }

    private static boolean furniture(Page page, Element element, boolean whole) {
        if (!element.hasAttr("class") && !element.hasAttr("id")) {
            return false;
        }
        return page.names.has(element, FURNITURE)
                && (whole || !page.names.has(element, TEXT))
                && element.select("p").stream().noneMatch(paragraph -> Text.words(paragraph.text()) > FEW);
    }

    private static @Nullable Element author(Page page, List<Element> own) {
        Element best = null;
        int most = 0;
        for (Element element : own) {
            if (!element.hasText()) {
                continue;
            }
            int score = score(page, element);
            if (score > most && Elements.atMost(element, 12)) {
                most = score;
                best = element;
            }
        }
        return best;
    }

    private static int score(Page page, Element element) {
        if (element.hasClass("fn")) {
            return 9;
        }
        String prop = element.attr("itemprop");
        if (prop.equals("name") || prop.equals("author") || prop.equals("creator")) {
            return prop.equals("name") ? 8 : 7;
        }
        if (element.nameIs("cite")) {
            return 6;
        }
        Set<String> names = page.names.of(element);
        if (names.contains("comment-author-name")
                || names.contains("author-name")
                || names.contains("username")
                || names.contains("user-name")
                || names.contains("comment-author-link")) {
            return 6;
        }
        if (names.contains("comment-author") || names.contains("commentauthor")) {
            return 5;
        }
        for (String name : names) {
            if (AUTHOR.contains(name)) {
                return 4;
            }
        }
        return element.nameIs("strong") || element.nameIs("b") ? 1 : 0;
    }

    private static String name(Element author) {
        Element link = author.selectFirst("a, b, strong, cite, span[itemprop=name]");
        String text = Text.tidy(author.text());
        if (link != null && link.hasText() && Text.words(text) > Text.words(link.text())) {
            String own = Text.tidy(link.text());
            text = Lexicon.SAYS.is(Text.tidy(text.replace(own, " ")))
                            || Dates.find(text, "").isPresent()
                    ? own
                    : text;
        }
        String[] parts = text.split(" ", -1);
        int last = parts.length;
        while (last > 1 && (Lexicon.SAYS.is(parts[last - 1]) || parts[last - 1].equals(":"))) {
            last--;
        }
        String name = String.join(" ", List.of(parts).subList(0, last));
        return name.endsWith(":") ? name.substring(0, name.length() - 1).strip() : name;
    }

    /** The element that holds the comment's words: among those named so the one with most, none that holds the author too. */
    private static @Nullable Element text(Page page, List<Element> own) {
        Element best = null;
        int most = 0;
        for (Element element : own) {
            String prop = element.attr("itemprop");
            if (prop.equals("text") || prop.equals("commentText") || prop.equals("description")) {
                return element;
            }
            if (!element.nameIs("a")
                    && !element.nameIs("button")
                    && page.names.has(element, TEXT)
                    && !page.names.has(element, FURNITURE)
                    && element.select(".comment-author, .fn, .vcard, .comment-meta, cite, time, form")
                            .isEmpty()) {
                int words = Text.words(element.text());
                if (words > most) {
                    most = words;
                    best = element;
                }
            }
        }
        return best;
    }

    private static Optional<String> time(Page page, List<Element> own) {
        for (Element time : own) {
            String prop = time.attr("itemprop");
            if (time.nameIs("time") && time.hasAttr("datetime")
                    || time.nameIs("abbr") && time.hasAttr("title")
                    || prop.equals("dateCreated")
                    || prop.equals("datePublished")
                    || prop.equals("commentTime")) {
                for (String name : new String[] {"datetime", "content", "title"}) {
                    Optional<String> iso = time.hasAttr(name) ? IsoDates.of(time.attr(name), "") : Optional.empty();
                    if (iso.isPresent()) {
                        return iso;
                    }
                }
            }
        }
        String shown = "";
        for (Element element : own) {
            if (!Elements.atMost(element, 14)) {
                continue;
            }
            Set<String> names = page.names.of(element);
            if (names.contains("date")
                    || names.contains("time")
                    || names.contains("comment-date")
                    || names.contains("comment-meta")
                    || names.contains("commentmetadata")
                    || element.nameIs("time")) {
                String text = Text.tidy(element.text());
                Optional<Dates.Found> found = Dates.find(text, "");
                if (found.isPresent()) {
                    return Optional.of(found.get().iso());
                }
                shown = shown.isEmpty() ? text : shown;
            }
        }
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }

    /** The elements below an item that belong to no item within it. */
    static List<Element> own(Element item, Set<Element> items) {
        List<Element> out = new ArrayList<>();
        item.filter((node, depth) -> {
            if (node instanceof Element element && !element.equals(item)) {
                if (items.contains(element)) {
                    return NodeFilter.FilterResult.SKIP_ENTIRELY;
                }
                if (out.size() < MOST) {
                    out.add(element);
                }
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        return out;
    }

    /** The depth that a class states ({@code depth-2}, {@code level-1}), 0 where none does. */
    static int depth(Element element) {
        for (Element at = element; at != null && !at.nameIs("body"); at = at.parent()) {
            for (String name : at.classNames()) {
                String lower = Text.lower(name);
                for (String prefix : new String[] {
                    "depth-", "level-", "indent-", "depth", "level", "comment-level-", "comment-depth-"
                }) {
                    if (lower.startsWith(prefix)
                            && lower.length() > prefix.length()
                            && lower.length() < prefix.length() + 3
                            && Character.isDigit(lower.charAt(prefix.length()))) {
                        return 1 + Character.digit(lower.charAt(prefix.length()), 10);
                    }
                }
            }
            if (!at.equals(element)) {
                break;
            }
        }
        return 0;
    }

    /** The number of the comment that this one answers, by its attributes or an "in reply to" link. */
    static String replyTo(Element element, Set<String> known) {
        for (String name : new String[] {
            "data-parent",
            "data-parent-id",
            "data-parentid",
            "data-comment-parent",
            "data-reply-to",
            "data-parent-comment-id"
        }) {
            String value = element.attr(name);
            if (known.contains(value)) {
                return value;
            }
        }
        for (Element link :
                element.select("> a[href*=#], > * > a[href*=#], > * > * > a[href*=#], > * > * > * > a[href*=#]")) {
            String words = Text.lower(link.text() + " " + link.className() + " " + link.attr("rel"));
            if (words.contains("in reply")
                    || words.contains("reply-to")
                    || words.contains("replyto")
                    || words.contains("parent")
                    || words.contains("antwort auf")
                    || words.contains("en réponse")) {
                String href = link.attr("href");
                int from = href.length();
                while (from > 0 && href.length() - from < MOST_DIGITS && Character.isDigit(href.charAt(from - 1))) {
                    from--;
                }
                if (known.contains(href.substring(from))) {
                    return href.substring(from);
                }
            }
        }
        return "";
    }
}
