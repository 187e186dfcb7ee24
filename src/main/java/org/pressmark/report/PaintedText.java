package org.pressmark.report;

import java.util.List;
import java.util.Objects;

/** A text for the terminal of which some stretches stand out. */
public final class PaintedText {
    private PaintedText() {}

    /** How a stretch stands out. */
    public enum Look {
        /** Headings, strong words. */
        BOLD(Ink.BOLD),
        /** What accompanies the text: link numbers, rules. */
        DIM(Ink.DIM),
        LINK(Ink.ADDED),
        PLAIN(Ink.PLAIN);

        private final Ink ink;

        Look(Ink ink) {
            this.ink = ink;
        }
    }

    /**
     * A stretch of the text.
     *
     * @param start first character
     * @param end one past the last
     */
    public record Stretch(int start, int end, Look look) {
        public Stretch {
            Objects.requireNonNull(look);
        }
    }

    /**
     * The text with its stretches painted where the style has colours.
     *
     * @param text free of control characters other than line feed and tab
     * @param stretches in order, none overlapping
     */
    public static String render(String text, List<Stretch> stretches, TerminalStyle style) {
        if (!style.colour()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + stretches.size() * 8);
        int at = 0;
        for (Stretch stretch : stretches) {
            out.append(text, at, stretch.start());
            out.append(stretch.look().ink.paint(text.substring(stretch.start(), stretch.end()), style));
            at = stretch.end();
        }
        return out.append(text, at, text.length()).toString();
    }
}
