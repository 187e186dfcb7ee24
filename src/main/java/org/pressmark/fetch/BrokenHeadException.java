package org.pressmark.fetch;

import java.net.ProtocolException;

/** A response head that cannot be taken; the message is for people. OkHttp does not repeat a request for its kind. */
final class BrokenHeadException extends ProtocolException {
    private final boolean endedEarly;

    private BrokenHeadException(String message, boolean endedEarly) {
        super(message);
        this.endedEarly = endedEarly;
    }

    static BrokenHeadException wrong(String message) {
        return new BrokenHeadException(message, false);
    }

    static BrokenHeadException endedEarly(String message) {
        return new BrokenHeadException(message, true);
    }

    /** Whether the connection ended within the head. */
    boolean endedEarly() {
        return endedEarly;
    }
}
