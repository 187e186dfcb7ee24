package org.pressmark.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Counts siblings that are made alike, once for each parent: a thread may have a hundred thousand items side by side. */
final class Siblings {
    private final Map<Element, Map<String, Integer>> counts = new HashMap<>();

    /** How many children of the element's parent, itself among them, have its tag and exactly its classes. */
    int same(Element element) {
        return count(element, whole(element));
    }

    /** How many children of the element's parent have its tag and this class, among others. */
    int with(Element element, String name) {
        return count(element, single(element, name));
    }

    private int count(Element element, String key) {
        Element parent = element.parent();
        return parent == null
                ? 0
                : counts.computeIfAbsent(parent, Siblings::counted).getOrDefault(key, 0);
    }

    private static Map<String, Integer> counted(Element parent) {
        Map<String, Integer> out = new HashMap<>();
        for (Element child : parent.children()) {
            out.merge(whole(child), 1, Integer::sum);
            Set<String> own = new HashSet<>();
            for (String name : child.classNames()) {
                if (own.add(single(child, name))) {
                    out.merge(single(child, name), 1, Integer::sum);
                }
            }
        }
        return out;
    }

    private static String whole(Element element) {
        return element.normalName() + " " + element.className();
    }

    private static String single(Element element, String name) {
        return element.normalName() + "." + Text.lower(name);
    }
}
