package org.pressmark.report;

import java.util.Objects;

/**
 * A header that two answers of a server do not share.
 *
 * @param name as written
 * @param before its values in the first answer, joined by a comma; empty text where it is not there
 * @param after the same in the second
 */
public record HeaderChange(String name, String before, String after) {
    public HeaderChange {
        Objects.requireNonNull(name);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
    }
}
