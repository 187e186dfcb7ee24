package org.pressmark.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Short questions about an element's surroundings, answered without reading all of a huge one. */
final class Elements {
    /** An element with more nodes than these below it is none of those that a line of a page consists of. */
    private static final int SMALL = 1_000;

    private Elements() {}

    /** True where one of the classes in a class attribute, letter case apart, is on the list. */
    static boolean classed(String names, Set<String> list) {
        int from = 0;
        for (int i = 0; i <= names.length(); i++) {
            if (i == names.length() || Text.space(names.charAt(i))) {
                if (i > from && list.contains(names.substring(from, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    /** True where a small element has, below it, one to {@code most} others of this name. */
    static boolean holds(Element element, String name, int most) {
        int[] seen = new int[2];
        element.filter((node, depth) -> {
            if (node instanceof Element inner && inner.nameIs(name)) {
                seen[0]++;
            }
            return seen[0] > most || ++seen[1] > SMALL
                    ? NodeFilter.FilterResult.STOP
                    : NodeFilter.FilterResult.CONTINUE;
        });
        return seen[0] > 0 && seen[0] <= most && seen[1] <= SMALL;
    }

    /** True where an element's text has at most so many words. */
    static boolean atMost(Element element, int most) {
        int[] words = new int[1];
        element.filter((node, depth) -> {
            if (node instanceof TextNode text) {
                words[0] += Text.words(text.getWholeText());
            }
            return words[0] > most ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
        return words[0] <= most;
    }
}
