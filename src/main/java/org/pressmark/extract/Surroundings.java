package org.pressmark.extract;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Asks what the boxes round an element are called, up to the article's container. */
final class Surroundings {
    private static final double LITTLE = 0.2;

    private final Page page;
    private final Element container;

    Surroundings(Page page, Element container) {
        this.page = page;
        this.container = container;
    }

    /** True where the element or one of the next few above it has such a name and holds little of the page. */
    boolean near(Element element, Set<String> list, int reach) {
        return near(element, list, reach, LITTLE);
    }

    /**
     * As above, of a size of one's own.
     *
     * @param most the share of the page's text from which on a box is no longer what it is called
     */
    boolean near(Element element, Set<String> list, int reach, double most) {
        Element at = element;
        for (int i = 0; i < reach && at != null && !at.equals(container) && !at.nameIs("body"); i++) {
            if (page.names.has(at, list) && page.share(at) < most) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }
}
