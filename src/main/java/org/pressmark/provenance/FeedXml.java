package org.pressmark.provenance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.markup.CharacterData;
import org.pressmark.markup.TagReader;

/**
 * The items of RSS, Atom and NewsML-G2, well-formed or not. A document's own entities are not known here, so none can be
 * expanded and no file or address be asked; depth, items and what is kept of each are bounded.
 */
final class FeedXml {
    private static final Set<String> ITEMS = Set.of("item", "entry", "newsitem");
    private static final Set<String> ATTRIBUTES = Set.of("href", "url", "literal", "residref", "guid", "about");
    private static final String DATA = "<![CDATA[";
    private static final int MOST_ITEMS = 1_000;
    private static final int DEEPEST = 64;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 60;

    private final String text;
    private final Deque<Element> open = new ArrayDeque<>();
    private final Map<String, Integer> top = new HashMap<>();
    private final List<FeedSaid.Item> items = new ArrayList<>();
    private @Nullable List<FeedSaid> item;
    private int itemDepth;

    /** An element that is open: its selector, and how many children of each name it has so far. */
    private record Element(String name, String path, String selector, Map<String, Integer> children) {}

    private FeedXml(String text) {
        this.text = text;
    }

    static List<FeedSaid.Item> read(String text) {
        FeedXml feed = new FeedXml(text);
        feed.walk();
        feed.close();
        return feed.items;
    }

    private void walk() {
        TagReader tag = TagReader.xml(text);
        int from = 0;
        for (TagReader.Event event = tag.next();
                event != TagReader.Event.END && items.size() < MOST_ITEMS;
                event = tag.next()) {
            if (event == TagReader.Event.START_TAG) {
                start(tag);
                if (tag.selfClosing()) {
                    end(name(tag));
                }
                from = tag.end();
            } else if (event == TagReader.Event.END_TAG) {
                text(name(tag), from, tag.start());
                end(name(tag));
                from = tag.end();
            }
        }
    }

    private void start(TagReader tag) {
        String name = name(tag);
        String local = local(name);
        if (ITEMS.contains(local) && item != null) {
            while (open.size() >= itemDepth) {
                open.pop(); // the end tag of the one before is missing
            }
            close();
        }
        if (open.size() >= DEEPEST) {
            return;
        }
        Element within = open.peek();
        int number = (within == null ? top : within.children()).merge(name, 1, Integer::sum);
        String selector = (within == null ? "" : within.selector()) + "/" + name + "[" + number + "]";
        if (ITEMS.contains(local)) {
            item = new ArrayList<>();
            itemDepth = open.size() + 1;
        }
        String path = item == null || open.size() < itemDepth
                ? ""
                : (within == null || within.path().isEmpty() ? "" : within.path() + "/") + local;
        String rel = tag.value("rel");
        String kind = local.equals("link") && rel != null ? path + "[" + rel.replaceFirst("^.*[:/]", "") + "]" : path;
        kind += "false".equals(tag.value("ispermalink")) ? "[name]" : "";
        open.push(new Element(name, kind, selector, new HashMap<>()));
        for (int i = 0; item != null && i < tag.attributes(); i++) {
            String attribute = local(tag.attributeName(i));
            if (ATTRIBUTES.contains(attribute)) {
                say(
                        kind + "@" + attribute,
                        tag.value(i),
                        tag.valueStart(i),
                        tag.valueEnd(i),
                        selector + "/@" + attribute);
            }
        }
    }

    private void text(String name, int from, int to) {
        Element element = open.peek();
        if (item == null || element == null || !element.name().equals(name) || open.size() <= itemDepth) {
            return;
        }
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int data = start + DATA.length();
        if (text.startsWith(DATA, start) && end - 3 >= data && text.startsWith("]]>", end - 3)) {
            say(element.path(), text.substring(data, end - 3), data, end - 3, element.selector());
        } else if (end - start <= LONGEST) {
            say(element.path(), CharacterData.of(text, start, end), start, end, element.selector());
        }
    }

    private void end(String name) {
        if (open.stream().noneMatch(element -> element.name().equals(name))) {
            return;
        }
        boolean closed = false;
        while (!closed) {
            closed = open.pop().name().equals(name);
        }
        if (item != null && open.size() < itemDepth) {
            close();
        }
    }

    private void say(String name, String value, int start, int end, String selector) {
        List<FeedSaid> here = item;
        if (here != null && !value.isBlank() && end - start <= LONGEST && here.size() < FeedSaid.Item.MOST) {
            here.add(new FeedSaid(name, value.strip(), start, end, selector));
        }
    }

    private void close() {
        if (item != null) {
            items.add(new FeedSaid.Item(item));
            item = null;
        }
    }

    private static String name(TagReader tag) {
        String name = tag.name();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
