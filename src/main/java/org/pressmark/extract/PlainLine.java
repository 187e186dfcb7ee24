package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a plain document.
 *
 * @param start first character in the source that is not white space
 * @param end one past the last
 * @param indent columns of white space before it; a tab counts four
 */
record PlainLine(String text, int start, int end, int indent) {
    /** Four digits and a stop are a year that ends a sentence, broken to a line of its own. */
    private static final int MOST_DIGITS = 3;

    boolean empty() {
        return text.isEmpty();
    }

    /** All lines of a text, outer white space dropped. */
    static List<PlainLine> of(String text) {
        List<PlainLine> out = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int stop = text.indexOf('\n', from);
            int end = stop < 0 ? text.length() : stop;
            int start = from;
            int indent = 0;
            while (start < end && Text.blank(text.charAt(start))) {
                indent += text.charAt(start) == '\t' ? 4 : 1;
                start++;
            }
            int last = end;
            while (last > start && Text.blank(text.charAt(last - 1))) {
                last--;
            }
            out.add(new PlainLine(text.substring(start, last), start, last, indent));
            if (stop < 0) {
                break;
            }
            from = stop + 1;
        }
        return out;
    }

    /** Length of the list mark ({@code 1. }, {@code - }) that opens the line, 0 where none does. */
    int mark() {
        int i = 0;
        while (i < text.length() && i < MOST_DIGITS && Character.isDigit(text.charAt(i))) {
            i++;
        }
        if (i > 0
                && i + 1 < text.length()
                && (text.charAt(i) == '.' || text.charAt(i) == ')')
                && text.charAt(i + 1) == ' ') {
            return i + 2;
        }
        boolean bullet = text.length() > 2 && "-*+•".indexOf(text.charAt(0)) >= 0 && text.charAt(1) == ' ';
        return bullet ? 2 : 0;
    }

    boolean numbered() {
        return mark() > 0 && Character.isDigit(text.charAt(0));
    }
}
