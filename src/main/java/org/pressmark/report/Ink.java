package org.pressmark.report;

import org.pressmark.model.Severity;

/** Colours of the terminal. Blue against yellow, never red against green alone; each stands beside a shape. */
enum Ink {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    ADDED("1;36"),
    REMOVED("1;33"),
    CRITICAL("1;31"),
    HIGH("1;35"),
    MEDIUM("1"),
    ;

    private final String sgr;

    Ink(String sgr) {
        this.sgr = sgr;
    }

    /** The text in this colour where colours are wanted, else as it is. */
    String paint(String text, TerminalStyle style) {
        return !style.colour() || sgr.isEmpty() || text.isEmpty() ? text : "\u001b[" + sgr + "m" + text + "\u001b[0m";
    }

    static Ink of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> CRITICAL;
            case HIGH -> HIGH;
            case MEDIUM -> MEDIUM;
            case LOW -> PLAIN;
            case NOTICE, NONE -> DIM;
        };
    }
}
