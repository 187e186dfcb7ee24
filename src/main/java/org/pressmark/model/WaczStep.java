package org.pressmark.model;

import java.util.Objects;

/**
 * One step in checking a WACZ file.
 *
 * @param name e.g. {@code signature}
 * @param words what holds, or what does not
 */
public record WaczStep(String name, Verdict verdict, String words) {
    /** The step that tells whether the certificates of the file's maker lead to a trusted root. */
    public static final String DOMAIN_TRUST = "trust of the domain";

    /** How a step came out. */
    public enum Verdict {
        OK,
        FAILED,
        /** Cannot be told from the file and this machine alone. */
        UNKNOWN
    }

    public WaczStep {
        Objects.requireNonNull(name);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(words);
    }

    /** A step of which one can tell whether it holds. */
    public static WaczStep of(String name, boolean holds, String words) {
        return new WaczStep(name, holds ? Verdict.OK : Verdict.FAILED, holds ? words : "does not hold: " + words);
    }
}
