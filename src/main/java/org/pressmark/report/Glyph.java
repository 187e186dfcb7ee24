package org.pressmark.report;

import org.pressmark.model.Change;
import org.pressmark.model.Severity;

/** Marks that say by shape what colour says too, each with a stand-in for terminals that know ASCII only. */
enum Glyph {
    ADDED("+", "+"),
    REMOVED("−", "-"),
    REPLACED("~", "~"),
    MOVED("⇄", "<>"),
    CRITICAL("!", "!"),
    HIGH("▲", "^"),
    MEDIUM("◆", "*"),
    LOW("◇", "o"),
    NOTICE("·", "."),
    DOT("·", "-"),
    TO("→", "->"),
    DASH("──", "--"),
    BRANCH("├─ ", "|- "),
    LAST("└─ ", "`- "),
    TRUNK("│  ", "|  "),
    ELLIPSIS("…", "..."),
    OPEN("“", "\""),
    CLOSE("”", "\""),
    TIMES("×", "x");

    private final String unicode;
    private final String ascii;

    Glyph(String unicode, String ascii) {
        this.unicode = unicode;
        this.ascii = ascii;
    }

    String in(TerminalStyle style) {
        return style.unicode() ? unicode : ascii;
    }

    String unicode() {
        return unicode;
    }

    static Glyph of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> CRITICAL;
            case HIGH -> HIGH;
            case MEDIUM -> MEDIUM;
            case LOW -> LOW;
            case NOTICE, NONE -> NOTICE;
        };
    }

    static Glyph of(Change.Op op) {
        return switch (op) {
            case INTERPOLATION -> ADDED;
            case OMISSION -> REMOVED;
            case SUBSTITUTION -> REPLACED;
            case TRANSPOSITION -> MOVED;
        };
    }
}
