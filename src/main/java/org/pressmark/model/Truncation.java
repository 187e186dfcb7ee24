package org.pressmark.model;

import java.util.Locale;

/** Why a stored body is shorter than what the server would have sent (WARC 1.1 §5.13). */
public enum Truncation {
    LENGTH,
    TIME,
    DISCONNECT,
    UNSPECIFIED;

    /** The word in {@code WARC-Truncated}, e.g. {@code length}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
