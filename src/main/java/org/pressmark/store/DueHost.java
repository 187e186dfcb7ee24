package org.pressmark.store;

import java.time.Instant;
import java.util.Objects;

/**
 * A host with addresses of a source that are due.
 *
 * @param due the earliest time at which one of them may be
 */
public record DueHost(String source, String host, Instant due) {
    public DueHost {
        Objects.requireNonNull(due);
    }
}
