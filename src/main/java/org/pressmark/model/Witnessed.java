package org.pressmark.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A stored text in which certain words stand.
 *
 * @param url its page as it was captured
 * @param version the state of the page that has them
 * @param seen when it was first captured: by then the words stood there
 * @param body the text
 * @param start first character of the words in it
 * @param end one past the last
 */
public record Witnessed(String url, Version version, Instant seen, String body, int start, int end) {
    public Witnessed {
        Objects.requireNonNull(version);
        Objects.requireNonNull(seen);
        if (start < 0 || end <= start || end > body.length()) {
            throw new IllegalArgumentException("expected a place in the text, found: " + start + ".." + end);
        }
    }
}
