package org.pressmark.report;

import java.util.Objects;

/**
 * What can be done next.
 *
 * @param command as one types it, e.g. {@code pressmark trace B}
 * @param effect what one gets from it, e.g. {@code where this text comes from}
 */
public record Hint(String command, String effect) {
    public Hint {
        Objects.requireNonNull(command);
        Objects.requireNonNull(effect);
    }
}
