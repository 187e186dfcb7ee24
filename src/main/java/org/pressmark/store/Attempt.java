package org.pressmark.store;

import java.time.Instant;
import java.util.Objects;

/**
 * An attempt at an address that gave nothing to store.
 *
 * @param url as asked for
 * @param outcome one word, e.g. {@code refused} or {@code failed}
 * @param detail one sentence for people
 */
public record Attempt(String url, Instant date, String outcome, String detail) {
    public Attempt {
        Objects.requireNonNull(date);
        if (url.isEmpty() || outcome.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected an address and an outcome, found: '" + url + "', '" + outcome + "'");
        }
    }
}
