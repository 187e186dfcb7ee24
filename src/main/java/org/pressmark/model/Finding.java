package org.pressmark.model;

import java.util.Objects;

/**
 * Something that a check found.
 *
 * @param level whether it is harm or only worth knowing
 * @param code a stable word, e.g. {@code payload-digest-differs}
 * @param file the file, e.g. {@code pressmark-….warc.gz}; empty where it concerns none
 * @param offset in bytes, −1 where it concerns the whole file
 * @param message what was expected and what was found, and the remedy where there is one
 */
public record Finding(Level level, String code, String file, long offset, String message) {

    /** How bad. */
    public enum Level {
        NOTE,
        WARNING,
        DAMAGE
    }

    public Finding {
        Objects.requireNonNull(level);
    }
}
