package org.pressmark.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Comment;

/**
 * Finds readers' comments: items that are marked or named as comments, nested by their lists, else by depth classes, else
 * by reply links; and the parts of the page that hold them, to be cut away before the article is looked for.
 */
final class CommentFinder {
    private static final Set<String> PARTS = Lists.load("names-comments");
    private static final Set<String> ITEM_TAGS =
            Set.of("li", "div", "article", "section", "tr", "dd", "dl", "details", "p");
    private static final Set<String> NO_ITEM = Set.of(
            "comment-body",
            "comment-content",
            "comment-text",
            "comment-meta",
            "comment-author",
            "comment-form",
            "comment-reply",
            "comment-respond",
            "comment-list",
            "comment-count",
            "comments",
            "comment-header",
            "comment-footer",
            "comment-metadata",
            "comment-link",
            "comment-notes",
            "comment-navigation",
            "comment-area",
            "comment-box",
            "comment-wrap",
            "comment-wrapper",
            "comment-container",
            "comment-section",
            "comment-info",
            "comment-time",
            "comment-date",
            "comment-avatar",
            "comment-actions",
            "comment-message",
            "comment-title",
            "comment-button",
            "no-comments",
            "comment-policy",
            "comment-thread",
            "comment-awaiting",
            "comment-block-form",
            "comment-textarea",
            "comment-subscription",
            "comment-holder",
            "comment-num",
            "comment-number");
    private static final Set<String> LISTS = Set.of(
            "commentlist",
            "comment-list",
            "comments-list",
            "comment-items",
            "comments",
            "kommentare",
            "community",
            "comment-thread",
            "commentary",
            "commentaires",
            "comentarios");
    private static final int MOST = 3_000;
    private static final int MOST_DIGITS = 40;

    private final Page page;
    private final List<Element> items = new ArrayList<>();
    private final Set<Element> itemSet = new HashSet<>();
    private final Map<Element, Map<String, Integer>> siblings = new HashMap<>();

    private CommentFinder(Page page) {
        this.page = page;
    }

    /** The top-level comments; what holds them is added to the page's cut. */
    static List<Comment> find(Page page) {
        CommentFinder finder = new CommentFinder(page);
        finder.collect();
        List<Comment> comments = finder.items.isEmpty() ? List.of() : finder.thread();
        finder.cut(!comments.isEmpty());
        return comments;
    }

    private void collect() {
        for (Element element : page.document.body().getAllElements()) {
            if (items.size() < MOST && ITEM_TAGS.contains(element.normalName()) && item(element)) {
                items.add(element);
            }
        }
        // A wrapper and what it wraps are one comment: the inner goes where it opens the outer and is no reply.
        Set<Element> drop = new HashSet<>();
        itemSet.addAll(items);
        for (Element element : items) {
            Element outer = itemAbove(element);
            if (outer != null && !inReplies(element, outer) && wrapped(element, outer)) {
                drop.add(element);
            }
        }
        items.removeAll(drop);
        itemSet.removeAll(drop);
    }

    private boolean item(Element element) {
        String type = element.attr("itemtype");
        if (type.endsWith("/Comment")
                || type.endsWith("/UserComments")
                || element.attr("itemprop").equals("comment")) {
            return true;
        }
        String id = Text.lower(element.id());
        boolean numbered = numbered(id);
        Set<String> names = page.names.of(element);
        if (!numbered
                && !inCommentList(element)
                && !names.contains("comment")
                && !names.contains("kommentar")
                && !names.contains("comentario")
                && !names.contains("commentitem")
                && !names.contains("comment-item")) {
            return false;
        }
        for (String name : names) {
            if (NO_ITEM.contains(name) && !numbered) {
                return false;
            }
        }
        if (numbered
                && (names.contains("comment-content")
                        || names.contains("comment-text")
                        || names.contains("comment-form")
                        || names.contains("comment-reply"))) {
            return false;
        }
        if (!numbered
                && !element.hasClass("comment")
                && !names.contains("comment-item")
                && !names.contains("single-comment")
                && !names.contains("kommentar")
                && !element.hasClass("comentario")
                && !inCommentList(element)
                && !repeated(element)) {
            return false;
        }
        return element.hasText() && !element.nameIs("body");
    }

    /** An item of a list that is named for comments. */
    private boolean inCommentList(Element element) {
        Element parent = element.parent();
        return element.nameIs("li")
                && parent != null
                && (parent.nameIs("ul") || parent.nameIs("ol"))
                && page.names.has(parent, LISTS);
    }

    /** Several siblings of the same tag and class. */
    private boolean repeated(Element element) {
        Element parent = element.parent();
        if (parent == null || element.className().isEmpty()) {
            return false;
        }
        Map<String, Integer> same = siblings.computeIfAbsent(parent, CommentFinder::kinds);
        return same.getOrDefault(kind(element), 0) >= 2
                && !element.select("time, [class*=date], [class*=author], cite").isEmpty();
    }

    private static Map<String, Integer> kinds(Element parent) {
        Map<String, Integer> out = new HashMap<>();
        for (Element child : parent.children()) {
            out.merge(kind(child), 1, Integer::sum);
        }
        return out;
    }

    private static String kind(Element element) {
        return element.normalName() + " " + element.className();
    }

    private static boolean numbered(String id) {
        for (String prefix : new String[] {
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
            "reply-"
        }) {
            if (id.startsWith(prefix)
                    && id.length() > prefix.length()
                    && Character.isDigit(id.charAt(prefix.length()))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Element itemAbove(Element element) {
        for (Element at = element.parent(); at != null; at = at.parent()) {
            if (itemSet.contains(at)) {
                return at;
            }
        }
        return null;
    }

    private static boolean inReplies(Element element, Element outer) {
        for (Element at = element; at != null && !at.equals(outer); at = at.parent()) {
            String names = Text.lower(at.className());
            if (!at.equals(element)
                    && (at.nameIs("ul")
                            || at.nameIs("ol")
                            || names.contains("children")
                            || names.contains("replies")
                            || names.contains("child")
                            || names.contains("answers"))) {
                return true;
            }
        }
        return false;
    }

    /** True where no words of the outer stand before the inner. */
    private static boolean wrapped(Element inner, Element outer) {
        Node at = inner;
        while (at != null && !at.equals(outer)) {
            for (Node before = at.previousSibling(); before != null; before = before.previousSibling()) {
                if (before instanceof TextNode text && !text.isBlank()
                        || before instanceof Element element && element.hasText()) {
                    return false;
                }
            }
            at = at.parent();
        }
        return true;
    }

    private List<Comment> thread() {
        Map<Element, Element> parents = new HashMap<>();
        Map<String, Element> byId = new HashMap<>();
        for (Element element : items) {
            if (!element.id().isEmpty()) {
                byId.putIfAbsent(digits(element.id()), element);
            }
            for (Element inner : CommentParts.own(element, itemSet)) {
                if (inner.id().contains("comment") && !digits(inner.id()).isEmpty()) {
                    byId.putIfAbsent(digits(inner.id()), element);
                }
            }
        }
        List<Element> stack = new ArrayList<>();
        List<Integer> depths = new ArrayList<>();
        for (Element element : items) {
            Element parent = itemAbove(element);
            if (parent == null) {
                parent = listBefore(element);
            }
            int depth = CommentParts.depth(element);
            if (parent == null && depth > 0) {
                while (!depths.isEmpty() && depths.get(depths.size() - 1) >= depth) {
                    depths.remove(depths.size() - 1);
                    stack.remove(stack.size() - 1);
                }
                parent = stack.isEmpty() ? null : stack.get(stack.size() - 1);
                stack.add(element);
                depths.add(depth);
            }
            if (parent == null) {
                String to = CommentParts.replyTo(element, byId.keySet());
                Element named = to.isEmpty() ? null : byId.get(to);
                parent = element.equals(named) ? null : named;
            }
            if (parent != null && !cycle(parents, element, parent)) {
                parents.put(element, parent);
            }
        }
        return build(parents);
    }

    private static boolean cycle(Map<Element, Element> parents, Element child, Element parent) {
        Element at = parent;
        while (at != null) {
            if (at.equals(child)) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }

    /** A list of replies that follows the comment as its sibling. */
    private @Nullable Element listBefore(Element element) {
        for (Element at = element.parent(); at != null && !at.nameIs("body"); at = at.parent()) {
            String names = Text.lower(at.className());
            if (names.contains("children")
                    || names.contains("replies")
                    || names.contains("repl")
                    || (at.nameIs("ul") || at.nameIs("ol"))) {
                Element before = at.previousElementSibling();
                if (before != null) {
                    if (itemSet.contains(before)) {
                        return before;
                    }
                    Element first = firstItem(before);
                    if (first != null) {
                        return first;
                    }
                }
            }
        }
        return null;
    }

    private @Nullable Element firstItem(Element element) {
        List<Element> out = new ArrayList<>();
        element.filter((node, depth) -> {
            if (node instanceof Element inner && itemSet.contains(inner)) {
                out.add(inner);
                return NodeFilter.FilterResult.STOP;
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        return out.isEmpty() ? null : out.get(0);
    }

    private static String digits(String id) {
        int from = id.length();
        while (from > 0 && id.length() - from < MOST_DIGITS && Character.isDigit(id.charAt(from - 1))) {
            from--;
        }
        return id.substring(from);
    }

    private List<Comment> build(Map<Element, Element> parents) {
        Map<Element, List<Comment>> replies = new HashMap<>();
        List<Comment> top = new ArrayList<>();
        for (int i = items.size() - 1; i >= 0; i--) {
            Element element = items.get(i);
            List<Comment> below = replies.getOrDefault(element, List.of());
            Comment comment = CommentParts.read(page, element, itemSet, below);
            Element parent = parents.get(element);
            if (comment.text().isEmpty() && below.isEmpty()) {
                continue;
            }
            List<Comment> list = parent == null ? top : replies.computeIfAbsent(parent, key -> new ArrayList<>());
            list.add(0, comment);
        }
        return top;
    }

    private void cut(boolean any) {
        Set<Element> holders = new HashSet<>();
        for (Element item : items) {
            for (Element at = item.parent(); at != null && holders.add(at); at = at.parent()) {
                // every element above an item, each once
            }
        }
        if (any) {
            page.cut.addAll(items);
        }
        double all = Math.max(1, Text.words(page.document.body().text()));
        for (Element element : page.document.body().getAllElements()) {
            if (element.nameIs("body")
                    || element.nameIs("main")
                    || !page.names.has(element, PARTS)
                    || page.isCut(element)) {
                continue;
            }
            double share = Text.words(element.text()) / all;
            if (element.selectFirst("h1") == null && (any && holders.contains(element) || share < 0.5)) {
                page.cut.add(element);
            }
        }
    }
}
