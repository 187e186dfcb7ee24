package org.pressmark.fetch;

/** A trouble of this machine or of the settings, never of the server asked: a bad setting, a full disk. */
public final class FetchException extends RuntimeException {
    FetchException(String message) {
        super(message);
    }

    FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
