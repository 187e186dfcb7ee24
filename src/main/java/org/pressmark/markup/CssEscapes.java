package org.pressmark.markup;

/** Escapes within CSS strings and addresses (CSS Syntax 3 §4.3.7). */
final class CssEscapes {
    private CssEscapes() {}

    /** Decodes {@code [from, to)}; {@code places} takes the index of each character, and one more for the end. */
    static String decode(String text, int from, int to, int[] places) {
        StringBuilder out = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            int start = i;
            int before = out.length();
            char c = text.charAt(i++);
            if (c != '\\') {
                out.append(c);
            } else if (i < to) {
                i = escape(text, i, to, out);
            }
            for (int k = before; k < out.length(); k++) {
                places[k] = start;
            }
        }
        places[out.length()] = to;
        return out.toString();
    }

    /** Where the escape ends whose backslash stands before {@code from}. */
    static int end(String text, int from, int to) {
        return escape(text, from, to, new StringBuilder());
    }

    private static int escape(String text, int from, int to, StringBuilder out) {
        int i = from;
        int value = 0;
        while (i < to && i - from < 6 && text.charAt(i) < 128 && Character.digit(text.charAt(i), 16) >= 0) {
            value = value * 16 + Character.digit(text.charAt(i++), 16);
        }
        if (i > from) {
            out.appendCodePoint(value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? 0xFFFD : value);
            return i < to && Chars.space(text.charAt(i)) ? afterLineEnd(text, i, to) : i;
        }
        char c = text.charAt(i);
        if (c == '\n' || c == '\r' || c == '\f') {
            return afterLineEnd(text, i, to);
        }
        out.append(c);
        return i + 1;
    }

    private static int afterLineEnd(String text, int at, int to) {
        return text.charAt(at) == '\r' && at + 1 < to && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
    }

    /** An address as it may stand in {@code url(…)} without quotes. */
    static String url(String url) {
        return escaped(url, "\"'()\\< ");
    }

    /** A text as it may stand between two of these quotes. */
    static String string(String text, char quote) {
        return escaped(text, quote + "\\<");
    }

    private static String escaped(String text, String special) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '<' || c == 0x7F) {
                out.append('\\').append(Integer.toHexString(c)).append(' ');
            } else if (special.indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
