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
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Comment;

/**
 * Finds readers' comments: items that are marked or named as comments, nested by their lists, else by depth classes, else
 * by reply links; and the parts of the page that hold them, to be cut away before the article is looked for.
 */
final class CommentFinder {
    private static final int MOST = 3_000;
    private static final int MOST_DIGITS = 40;

    private final Page page;
    private final CommentItems kinds;
    private final List<Element> items = new ArrayList<>();
    private final Set<Element> itemSet = new HashSet<>();

    private CommentFinder(Page page) {
        this.page = page;
        this.kinds = new CommentItems(page);
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
            if (items.size() < MOST && kinds.is(element)) {
                items.add(element);
            }
        }
        // What the headline stands in is the page's own text, whatever it is called.
        for (Element at = page.document.selectFirst("h1"); at != null; at = at.parent()) {
            items.remove(at);
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
                    Element last = null;
                    for (Element inner : before.getAllElements()) {
                        if (itemSet.contains(inner)) {
                            last = inner;
                            break;
                        }
                    }
                    if (last != null) {
                        return last;
                    }
                }
            }
        }
        return null;
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
            if (below.isEmpty() && (kinds.notice(element) || kinds.excerpt(element))) {
                continue;
            }
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
        Map<Element, double[]> words = Map.of();
        for (Element element : page.document.body().getAllElements()) {
            if (element.nameIs("body") || element.nameIs("main") || !kinds.part(element) || page.isCut(element)) {
                continue;
            }
            words = words.isEmpty() ? words() : words;
            double own = of(words, element);
            if ((own < 0.5 * of(words, page.document.body())
                            || any && holders.contains(element) && mostly(element, own))
                    && element.selectFirst("h1") == null) {
                page.cut.add(element);
            }
        }
    }

    /** How many words each element has, counted in one walk. */
    private Map<Element, double[]> words() {
        Map<Element, double[]> words = new HashMap<>();
        page.document.body().nodeStream(TextNode.class).forEach(text -> {
            Element holder = text.parent();
            if (holder != null && !text.isBlank()) {
                words.computeIfAbsent(holder, key -> new double[1])[0] += Text.words(text.getWholeText());
            }
        });
        words.computeIfAbsent(page.document.body(), key -> new double[1])[0] += 1;
        Page.sumUp(page.document, words);
        return words;
    }

    private static double of(Map<Element, double[]> words, Element element) {
        double[] own = words.get(element);
        return own == null ? 0 : own[0];
    }

    /** True where comments are what an element has: a name that speaks of them may stand over the whole page. */
    private boolean mostly(Element element, double words) {
        int inside = 0;
        for (Element item : items) {
            inside += itemAbove(item) == null && Tags.inside(item, element) ? Text.words(item.text()) : 0;
        }
        return inside >= 0.5 * words;
    }
}
