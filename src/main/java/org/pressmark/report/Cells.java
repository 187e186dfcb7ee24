package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;

/** How many columns a text takes at a terminal, and where it may be broken (Unicode TR 11 and TR 14, the plain cases). */
final class Cells {
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x2329, 0x232A},
        {0x23E9, 0x23EC},
        {0x23F0, 0x23F0},
        {0x23F3, 0x23F3},
        {0x25FD, 0x25FE},
        {0x2614, 0x2615},
        {0x2648, 0x2653},
        {0x267F, 0x267F},
        {0x2693, 0x2693},
        {0x26A1, 0x26A1},
        {0x26AA, 0x26AB},
        {0x26BD, 0x26BE},
        {0x26C4, 0x26C5},
        {0x26CE, 0x26CE},
        {0x26D4, 0x26D4},
        {0x26EA, 0x26EA},
        {0x26F2, 0x26F3},
        {0x26F5, 0x26F5},
        {0x26FA, 0x26FA},
        {0x26FD, 0x26FD},
        {0x2705, 0x2705},
        {0x270A, 0x270B},
        {0x2728, 0x2728},
        {0x274C, 0x274C},
        {0x274E, 0x274E},
        {0x2753, 0x2755},
        {0x2757, 0x2757},
        {0x2795, 0x2797},
        {0x27B0, 0x27B0},
        {0x27BF, 0x27BF},
        {0x2B1B, 0x2B1C},
        {0x2B50, 0x2B50},
        {0x2B55, 0x2B55},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE10, 0xFE19},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18AFF},
        {0x1B000, 0x1B2FF},
        {0x1F004, 0x1F004},
        {0x1F0CF, 0x1F0CF},
        {0x1F18E, 0x1F18E},
        {0x1F191, 0x1F19A},
        {0x1F200, 0x1F320},
        {0x1F32D, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F7E0, 0x1F7EB},
        {0x1F90C, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private static final String SOFT = "/-?&=_.,;";

    private Cells() {}

    /** The columns that the text takes; combining and invisible characters take none, East Asian wide ones two. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += width(c);
            i += Character.charCount(c);
        }
        return width;
    }

    static int width(int c) {
        if (c < 0x300) {
            return c == 0xAD ? 0 : 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return wide(c) ? 2 : 1;
    }

    private static boolean wide(int c) {
        int low = 0;
        int high = WIDE.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (c < WIDE[middle][0]) {
                high = middle - 1;
            } else if (c > WIDE[middle][1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /**
     * Breaks a text into lines of at most so many columns: at spaces, between wide characters, and inside a word only
     * where the word alone is too long, there behind a mark of an address if one stands in the second half of the line.
     *
     * @param text without line breaks
     * @param first columns of the first line
     * @param rest columns of the others
     */
    static List<String> wrap(String text, int first, int rest) {
        List<String> lines = new ArrayList<>();
        int room = Math.max(first, 1);
        int start = 0;
        int breakAt = -1;
        int softAt = -1;
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int w = width(c);
            if (c == ' ') {
                breakAt = i;
            } else if (w == 2 && i > start) {
                breakAt = i;
            } else if (i > start && SOFT.indexOf(text.charAt(i - 1)) >= 0 && width > room / 2) {
                softAt = i;
            }
            if (width + w > room && i > start && w > 0) {
                int end = breakAt > start ? breakAt : softAt > start ? softAt : i;
                lines.add(text.substring(start, end).stripTrailing());
                start = end;
                while (start < text.length() && text.charAt(start) == ' ') {
                    start++;
                }
                room = Math.max(rest, 1);
                breakAt = -1;
                softAt = -1;
                width = 0;
                i = start;
                continue;
            }
            width += w;
            i += Character.charCount(c);
        }
        if (start < text.length() || lines.isEmpty()) {
            lines.add(text.substring(start).stripTrailing());
        }
        return lines;
    }

    /** The text cut to so many columns, with the mark where something was cut. */
    static String fit(String text, int columns, String mark) {
        if (width(text) <= columns) {
            return text;
        }
        int room = columns - width(mark);
        int width = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (width + width(c) > room) {
                break;
            }
            width += width(c);
            i += Character.charCount(c);
        }
        return text.substring(0, i).stripTrailing() + mark;
    }

    /** The text and as many spaces as fill the columns. */
    static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }
}
