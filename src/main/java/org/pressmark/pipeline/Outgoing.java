package org.pressmark.pipeline;

import java.io.IOException;
import org.pressmark.model.Capture;

/** Captures that go out together. */
interface Outgoing {
    /** Takes one after the other. */
    interface Taker {
        void take(Capture capture) throws IOException;
    }

    /** Every capture once, in the order in which they lie in the files. */
    void captures(Taker taker) throws IOException;

    /** Those of them that a reader would look up. */
    void pages(Taker taker) throws IOException;

    /** True for a capture that a reader would look up. */
    static boolean isPage(Capture capture) {
        return capture.role() == Capture.Role.PAGE || capture.role() == Capture.Role.WALL;
    }
}
