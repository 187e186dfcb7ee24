package org.pressmark.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import org.pressmark.model.Capture;

/** How much this process stored. */
final class Tally {
    private final AtomicLong captures = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    void add(Capture capture) {
        captures.incrementAndGet();
        if (!capture.revisit()) {
            bytes.addAndGet(capture.payloadLength());
        }
    }

    /** Captures, parts of pages among them. */
    long captures() {
        return captures.get();
    }

    /** Payload bytes; what a revisit repeats counts for nothing. */
    long bytes() {
        return bytes.get();
    }
}
