package org.pressmark.extract;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Writes the CSS selector of an element: from the nearest unique id down by {@code tag:nth-of-type(n)}. */
final class Selectors {
    private static final int LONGEST = 2000;
    private static final Evaluator IDENTIFIED = Selector.evaluatorOf("[id]");

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Element, String> known = new HashMap<>();
    private final Map<Element, Integer> places = new HashMap<>();

    Selectors(Index index) {
        index.select(IDENTIFIED).forEach(element -> ids.merge(element.id(), 1, Integer::sum));
    }

    String of(Element element) {
        String found = known.get(element);
        if (found != null) {
            return found;
        }
        String made = make(element);
        known.put(element, made);
        return made;
    }

    private String make(Element element) {
        Element parent = element.parent();
        String tag = element.normalName();
        if (tag.equals("html")
                || tag.equals("body")
                || tag.equals("head")
                || parent == null
                || parent instanceof Document) {
            return tag;
        }
        String id = element.id();
        if (plain(id) && ids.getOrDefault(id, 0) == 1) {
            return "#" + id;
        }
        String above = of(parent);
        if (above.length() > LONGEST) {
            return above;
        }
        String name = word(tag) ? tag : "*";
        return above + " > " + name + ":nth-of-type(" + place(element, parent) + ")";
    }

    private int place(Element element, Element parent) {
        Integer at = places.get(element);
        if (at != null) {
            return at;
        }
        Map<String, Integer> seen = new HashMap<>();
        for (Element child : parent.children()) {
            places.put(child, seen.merge(child.normalName(), 1, Integer::sum));
        }
        return places.getOrDefault(element, 1);
    }

    private static boolean plain(String id) {
        return !id.isEmpty() && id.length() < 100 && Character.isLetter(id.charAt(0)) && word(id);
    }

    private static boolean word(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 128 || !(Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }
}
