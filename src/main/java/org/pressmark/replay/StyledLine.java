package org.pressmark.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text, each of its characters with its style.
 *
 * @param text without a line end
 * @param styles as long as the text; each character the ordinal of a style, counted from {@code a}
 */
record StyledLine(String text, String styles) {
    static final StyledLine EMPTY = new StyledLine("", "");

    private static final String CODES = "abcdef";

    StyledLine {
        if (text.length() != styles.length()) {
            throw new IllegalArgumentException(
                    "expected a style for each character, found: " + text.length() + ", " + styles.length());
        }
    }

    static StyledLine of(String text, Style style) {
        return new StyledLine(text, codes(style, text.length()));
    }

    static String codes(Style style, int length) {
        return String.valueOf(code(style)).repeat(length);
    }

    static char code(Style style) {
        return switch (style) {
            case PLAIN -> 'a';
            case HEADING -> 'b';
            case STRONG -> 'c';
            case EMPHASIS -> 'd';
            case LINK -> 'e';
            case FAINT -> 'f';
        };
    }

    private static Style style(char code) {
        return switch (CODES.indexOf(code)) {
            case 1 -> Style.HEADING;
            case 2 -> Style.STRONG;
            case 3 -> Style.EMPHASIS;
            case 4 -> Style.LINK;
            case 5 -> Style.FAINT;
            default -> Style.PLAIN;
        };
    }

    int columns() {
        return Columns.of(text);
    }

    StyledLine before(StyledLine next) {
        return text.isEmpty() ? next : new StyledLine(text + next.text, styles + next.styles);
    }

    StyledLine padded(int columns) {
        int room = columns - columns();
        return room <= 0 ? this : new StyledLine(text + " ".repeat(room), styles + codes(Style.PLAIN, room));
    }

    StyledLine trimmed() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end == text.length() ? this : new StyledLine(text.substring(0, end), styles.substring(0, end));
    }

    /** The stretches that are not plain. */
    List<PageText.Span> spans(int offset) {
        List<PageText.Span> out = new ArrayList<>();
        int i = 0;
        while (i < styles.length()) {
            int end = i;
            while (end < styles.length() && styles.charAt(end) == styles.charAt(i)) {
                end++;
            }
            if (styles.charAt(i) != 'a') {
                out.add(new PageText.Span(offset + i, offset + end, style(styles.charAt(i))));
            }
            i = end;
        }
        return out;
    }
}
