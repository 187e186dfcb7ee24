package org.pressmark.report;

import org.pressmark.markup.SafeText;

/**
 * Makes archived text fit to be shown at a terminal: nothing in it can move the cursor, change a colour, turn the writing
 * direction of what follows, or break a line.
 */
final class Shown {
    /** No page shows more characters than these in one piece. */
    private static final int LONGEST = 20_000;

    /** So much of a longer piece is shown from its beginning, and from its end. */
    private static final int KEPT = 2_000;

    private Shown() {}

    /** A piece of text, or of a very long one its beginning and its end, and between them how much is left out. */
    static String cut(String piece) {
        if (piece.length() <= LONGEST) {
            return piece;
        }
        int left = piece.length() - 2 * KEPT;
        return piece.substring(0, KEPT) + " … [" + Words.number(left) + " characters left out here] … "
                + piece.substring(piece.length() - KEPT);
    }

    /** The text on one line: every run of white space becomes one space, controls are written as escapes. */
    static String line(String archived) {
        return clean(archived, false);
    }

    /** The text with its line breaks; all else as in {@link #line}. */
    static String lines(String archived) {
        return clean(archived, true);
    }

    /**
     * The text for a page, where the browser keeps its direction apart: all characters stay but controls and direction
     * overrides, which become visible, and half surrogate pairs.
     */
    static String web(String archived) {
        StringBuilder out = new StringBuilder(archived.length());
        archived.codePoints().forEach(c -> {
            boolean space = c == '\n' || c == '\t';
            if (c == 0x202D || c == 0x202E) {
                out.append(c == 0x202D ? "\u27e6U+202D\u27e7" : "\u27e6U+202E\u27e7");
            } else if (c != '\r') {
                out.appendCodePoint(space ? c : visible(c));
            }
        });
        return out.toString();
    }

    private static String clean(String archived, boolean keepBreaks) {
        StringBuilder out = new StringBuilder(archived.length());
        boolean space = false;
        for (int i = 0; i < archived.length(); i++) {
            char c = archived.charAt(i);
            if (keepBreaks && c == '\n') {
                out.append('\n');
                space = false;
            } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0x2028 || c == 0x2029) {
                space = true;
            } else {
                if (space && out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
                    out.append(' ');
                }
                space = false;
                out.append(c);
            }
        }
        return keepBreaks ? SafeText.escape(out.toString()) : SafeText.line(out.toString());
    }

    private static int visible(int c) {
        if (c < 0x20) {
            return 0x2400 + c;
        }
        if (c == 0x7F) {
            return 0x2421;
        }
        boolean unfit = c < 0xA0 && c > 0x7F || Character.getType(c) == Character.SURROGATE;
        return unfit ? 0xFFFD : c;
    }
}
