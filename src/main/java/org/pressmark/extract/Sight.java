package org.pressmark.extract;

import org.jsoup.nodes.Element;

/** How much of a page is read. */
enum Sight {
    /** What a reader sees when the page opens. */
    OPEN,
    /** Also what is hidden until a script or a click shows it. */
    HIDDEN_TOO,
    /** Also what stands in {@code noscript}, for browsers that run none. */
    WITHOUT_SCRIPTS;

    boolean mutes(Element element) {
        return Flow.mute(element) && !(this == WITHOUT_SCRIPTS && element.nameIs("noscript"));
    }

    boolean hides(Element element) {
        return this != HIDDEN_TOO && Hidden.is(element);
    }
}
