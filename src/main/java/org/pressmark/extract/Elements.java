package org.pressmark.extract;

import org.jsoup.nodes.Element;

/** Short questions about an element's surroundings. */
final class Elements {
    private Elements() {}

    /** True where a small element has, below it, another of this name. */
    static boolean holds(Element element, String name, int most) {
        int seen = 0;
        for (Element child : element.getElementsByTag(name)) {
            if (!child.equals(element) || element.nameIs(name)) {
                seen++;
            }
        }
        return seen > 0 && seen <= most;
    }
}
