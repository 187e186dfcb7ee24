package org.pressmark.extract;

import java.util.Set;
import org.jsoup.nodes.Element;

/** How much of a page is read: what a reader sees when it opens and, where that is next to nothing, one thing more. */
enum Sight {
    /** What a reader sees when the page opens. */
    OPEN,
    /** Also what is hidden until a script or a click shows it. */
    HIDDEN_TOO,
    /** Also what stands in {@code noscript}, for browsers that run none. */
    WITHOUT_SCRIPTS,
    /** Also what stands, in full sight, in elements that are for other things than text. */
    ODD_PLACES;

    private static final Set<String> ODD = Set.of("button", "map", "math", "object", "svg");

    boolean mutes(Element element) {
        return Flow.mute(element)
                && !(this == WITHOUT_SCRIPTS && element.nameIs("noscript"))
                && !(this == ODD_PLACES && ODD.contains(element.normalName()));
    }

    boolean hides(Element element) {
        return this != HIDDEN_TOO && Hidden.is(element);
    }

    /** True where this sight shows an element that the open one does not. */
    boolean opens(Element element) {
        return OPEN.mutes(element) ? !mutes(element) : OPEN.hides(element) && !hides(element);
    }
}
