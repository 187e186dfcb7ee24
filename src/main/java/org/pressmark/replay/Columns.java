package org.pressmark.replay;

/**
 * How many columns of a terminal a text takes: two for wide characters (Unicode UAX 11, 14.0), none for combining marks and
 * joined emoji, one for the rest, right-to-left letters among them.
 */
final class Columns {
    /** First and last of each stretch of wide characters. */
    private static final int[] WIDE = stretches(
            "1100-115F 231A-231B 2329-232A 23E9-23EC 23F0-23F0 23F3-23F3 25FD-25FE 2614-2615 2648-2653 267F-267F 2693-2693 "
                    + "26A1-26A1 26AA-26AB 26BD-26BE 26C4-26C5 26CE-26CE 26D4-26D4 26EA-26EA 26F2-26F3 26F5-26F5 26FA-26FA "
                    + "26FD-26FD 2705-2705 270A-270B 2728-2728 274C-274C 274E-274E 2753-2755 2757-2757 2795-2797 27B0-27B0 "
                    + "27BF-27BF 2B1B-2B1C 2B50-2B50 2B55-2B55 2E80-303E 3041-3247 3250-4DBF 4E00-A4C6 A960-A97C AC00-D7A3 "
                    + "F900-FAD9 FE10-FE19 FE30-FE6B FF01-FF60 FFE0-FFE6 16FE0-1B2FB 1F004-1F004 1F0CF-1F0CF 1F18E-1F18E "
                    + "1F191-1F19A 1F200-1F320 1F32D-1F335 1F337-1F37C 1F37E-1F393 1F3A0-1F3CA 1F3CF-1F3D3 1F3E0-1F3F0 "
                    + "1F3F4-1F3F4 1F3F8-1F43E 1F440-1F440 1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567 1F57A-1F57A "
                    + "1F595-1F596 1F5A4-1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC-1F6CC 1F6D0-1F6D2 1F6D5-1F6DF 1F6EB-1F6EC "
                    + "1F6F4-1F6FC 1F7E0-1F7F0 1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA70-1FAF6 20000-3FFFD");

    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    private Columns() {}

    private static int[] stretches(String table) {
        String[] words = table.split(" ", -1);
        int[] out = new int[words.length * 2];
        for (int i = 0; i < words.length; i++) {
            int dash = words[i].indexOf('-');
            out[i * 2] = Integer.parseInt(words[i], 0, dash, 16);
            out[i * 2 + 1] = Integer.parseInt(words[i], dash + 1, words[i].length(), 16);
        }
        return out;
    }

    static boolean wide(int codePoint) {
        if (codePoint < 0x1100) {
            return false;
        }
        int low = 0;
        int high = WIDE.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (codePoint < WIDE[middle * 2]) {
                high = middle - 1;
            } else if (codePoint > WIDE[middle * 2 + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Columns of a text. */
    static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int end = next(text, i);
            width += of(text, i, end);
            i = end;
        }
        return width;
    }

    /** Columns of one visible character that stands at {@code [from, to)}. */
    static int of(String text, int from, int to) {
        int first = text.codePointAt(from);
        if (first < 0x300) {
            return first == 0xAD ? 0 : 1;
        }
        if (nothing(first)) {
            return 0;
        }
        boolean two = wide(first) || flag(first) || text.lastIndexOf(EMOJI_STYLE, to - 1) > from;
        return two ? 2 : 1;
    }

    /** Where the visible character that begins at {@code from} ends, marks, emoji joined to it and all. */
    static int next(String text, int from) {
        int first = text.codePointAt(from);
        int i = from + Character.charCount(first);
        if (flag(first) && i < text.length() && flag(text.codePointAt(i))) {
            i += 2;
        }
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c < 0x300) {
                break;
            }
            boolean joined = c == JOINER && i + 1 < text.length() && first >= 0x2190;
            if (joined) {
                i += 1 + Character.charCount(text.codePointAt(i + 1));
            } else if (nothing(c) || (c >= 0x1F3FB && c <= 0x1F3FF && first >= 0x2190)) {
                i += Character.charCount(c);
            } else {
                break;
            }
        }
        return Math.min(i, text.length());
    }

    private static boolean flag(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }

    /** Characters that take no room of their own. */
    private static boolean nothing(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || (c >= 0x1160 && c <= 0x11FF);
    }
}
