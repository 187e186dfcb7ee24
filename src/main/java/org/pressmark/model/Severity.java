package org.pressmark.model;

import java.util.Locale;

/** How much a change matters, by rule and never by a learned number; in rising order. */
public enum Severity {
    NONE,
    NOTICE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The word in JSON and in reports, e.g. {@code critical}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One step up, {@code CRITICAL} staying where it is. */
    public Severity raised() {
        return values()[Math.min(ordinal() + 1, CRITICAL.ordinal())];
    }
}
