package org.pressmark.text;

/** Tells what a quotation mark does at its place: opens, closes, or is an apostrophe, a prime, a stray. */
final class QuoteMarks {
    /** How far the partner of a single mark is looked for: longer quotations take double marks. */
    private static final int REACH = 2000;

    /** How many marks in a row are looked through for the space before or behind them. */
    private static final int NESTED = 3;

    private static final String LOW = "\u201e\u201a\u301f";
    private static final String LEFT = "\u201c\u201f\u00ab\u300c\u300e\u301d\u2018\u201b\u2039";
    private static final String RIGHT = "\u201d\u00bb\u300d\u300f\u301e\u203a";

    /** What a mark does. */
    enum Role {
        OPEN,
        CLOSE,
        NONE
    }

    /** What the next paragraph does with a quotation that this one leaves open. */
    enum Next {
        CLOSES,
        TAKES_UP,
        NOTHING
    }

    private final CharSequence text;
    private final CharSequence marks;

    QuoteMarks(CharSequence text, CharSequence marks) {
        this.text = text;
        this.marks = marks;
    }

    /** @param open the mark that opened the innermost double quotation, 0 for none */
    Role doubleRole(int i, char open) {
        char mark = marks.charAt(i);
        boolean before = gapBefore(i);
        boolean after = gapAfter(i);
        if (open == 0) {
            if (RIGHT.indexOf(mark) >= 0) {
                return before && !after ? Role.OPEN : Role.NONE;
            }
            if (straight(mark) && (i > 0 && Character.isDigit(text.charAt(i - 1)) || !before && after)) {
                return Role.NONE; // inches, or a closing mark whose opening one is missing
            }
            return Role.OPEN;
        }
        if (straight(mark)) {
            if (!straight(open)) {
                return before && !after ? Role.OPEN : Role.CLOSE;
            }
            return Role.CLOSE;
        }
        if (LOW.indexOf(mark) >= 0) {
            return Role.OPEN;
        }
        if (closes(open, mark)) {
            boolean again = before && !after && mark == open;
            return again ? Role.NONE : Role.CLOSE;
        }
        if (LEFT.indexOf(mark) >= 0) {
            return !before && after ? Role.CLOSE : mark == open ? Role.NONE : Role.OPEN;
        }
        return before && !after ? Role.OPEN : Role.CLOSE;
    }

    /** Whether a mark can end what another began. */
    private static boolean closes(char open, char mark) {
        return switch (open) {
            case '\u201c', '\u201f', '\u301d' -> mark == '\u201d' || mark == '\u301e' || mark == '\u301f';
            case '\u201e' -> mark == '\u201c' || mark == '\u201d';
            case '\u201d' -> mark == '\u201d';
            case '\u00ab' -> mark == '\u00bb';
            case '\u00bb' -> mark == '\u00ab' || mark == '\u00bb';
            case '\u300c' -> mark == '\u300d';
            case '\u300e' -> mark == '\u300f';
            default -> false;
        };
    }

    Role singleRole(int i, int paragraph, boolean open) {
        boolean letterBefore = i > paragraph && Character.isLetterOrDigit(text.charAt(i - 1));
        boolean letterAfter = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
        if (letterBefore && letterAfter) {
            return Role.NONE;
        }
        char mark = marks.charAt(i);
        if (!open) {
            boolean opening = gapBefore(i) && !gapAfter(i) && mark != '\u2019';
            return opening && !elision(i) && partnerAhead(i) ? Role.OPEN : Role.NONE;
        }
        if (gapBefore(i) && letterAfter) {
            return Role.NONE;
        }
        boolean possessive = letterBefore && i > 0 && text.charAt(i - 1) == 's' && gapAfter(i);
        return possessive && closerAhead(i) ? Role.NONE : Role.CLOSE;
    }

    /** {@code '80s}, {@code 'em}, {@code 'n'}: letters left out, nothing opened. */
    private boolean elision(int i) {
        if (Character.isDigit(text.charAt(i + 1))) {
            int k = i + 1;
            while (k < text.length() && Character.isDigit(text.charAt(k))) {
                k++;
            }
            return k - i == 3;
        }
        return startsWith(i + 1, "em ")
                || startsWith(i + 1, "n'")
                || startsWith(i + 1, "tis ")
                || startsWith(i + 1, "til ");
    }

    private boolean startsWith(int at, String word) {
        return at + word.length() <= text.length()
                && text.subSequence(at, at + word.length()).toString().equalsIgnoreCase(word);
    }

    private boolean partnerAhead(int i) {
        return nextCloser(i) > 0;
    }

    private boolean closerAhead(int i) {
        return nextCloser(i) > 0;
    }

    /** The next single mark that can close, before another opens and within the paragraph; −1 for none. */
    private int nextCloser(int i) {
        int limit = Math.min(text.length(), i + REACH);
        for (int k = i + 1; k < limit; k++) {
            char c = text.charAt(k);
            if (c == '\n') {
                return -1;
            }
            if (c != '\'') {
                continue;
            }
            boolean letterAfter = k + 1 < text.length() && Character.isLetterOrDigit(text.charAt(k + 1));
            if (!letterAfter && !(gapBefore(k) && !gapAfter(k))) {
                return k;
            }
            if (gapBefore(k) && letterAfter && marks.charAt(k) != '\u2019') {
                return -1;
            }
        }
        return -1;
    }

    /** Looks at the first double mark of the paragraph after the line feed at {@code end}. */
    Next nextParagraph(int end, char open) {
        for (int i = end + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) != '"') {
                continue;
            }
            char mark = marks.charAt(i);
            boolean first = i == end + 1;
            if (first) {
                return Next.TAKES_UP;
            }
            if (straight(open)
                    ? !gapBefore(i) || !straight(mark)
                    : closes(open, mark) || straight(mark) && !gapBefore(i)) {
                return Next.CLOSES;
            }
            return Next.NOTHING;
        }
        return Next.NOTHING;
    }

    private static boolean straight(char mark) {
        return mark == '"' || mark == '\uff02' || mark == '\u2033' || mark == '\'';
    }

    private boolean gapBefore(int i) {
        int k = i - 1;
        while (k >= 0 && i - k <= NESTED && quote(text.charAt(k))) {
            k--;
        }
        return k < 0 || blank(text.charAt(k)) || "([{-/<>".indexOf(text.charAt(k)) >= 0;
    }

    private boolean gapAfter(int i) {
        int k = i + 1;
        while (k < text.length() && k - i <= NESTED && quote(text.charAt(k))) {
            k++;
        }
        return k >= text.length() || blank(text.charAt(k)) || ".,;:!?)]}-/".indexOf(text.charAt(k)) >= 0;
    }

    private static boolean quote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\n';
    }
}
