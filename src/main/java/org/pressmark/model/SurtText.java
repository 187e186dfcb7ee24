package org.pressmark.model;

import java.nio.charset.StandardCharsets;

/**
 * Percent-escapes and bytes for {@link Surt}. Text stands here as ISO-8859-1 characters, one a byte of its UTF-8 form, so
 * that escapes that are no valid UTF-8 survive.
 */
final class SurtText {
    private static final String HEX = "0123456789abcdef";

    private SurtText() {}

    /** The UTF-8 bytes of a text, one character each. */
    static String bytesOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return text;
    }

    /** Outer ASCII white space off, tabs and line ends out of the middle. */
    static String withoutWhiteSpace(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder out = null;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean drop = c == '\n' || c == '\r' || c == '\t';
            if (drop && out == null) {
                out = new StringBuilder(end - start).append(text, start, i);
            } else if (!drop && out != null) {
                out.append(c);
            }
        }
        return out == null ? text.substring(start, end) : out.toString();
    }

    /**
     * Undoes percent-escapes until none is left, {@code %2525} giving {@code %}. One pass: whatever a decoded byte
     * completes stands at the end of what was written so far, so nothing is ever read twice.
     */
    static String unescaped(String text) {
        int first = text.indexOf('%');
        if (first < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            out.append(text.charAt(i));
            int length = out.length();
            while (length >= 3 && out.charAt(length - 3) == '%' && hex(out.charAt(length - 1)) >= 0) {
                int high = hex(out.charAt(length - 2));
                if (high < 0) {
                    break;
                }
                char value = (char) (high << 4 | hex(out.charAt(length - 1)));
                out.setLength(length - 3);
                length = out.append(value).length();
            }
        }
        return out.toString();
    }

    /** Lower-cases ASCII letters and escapes what is no printable ASCII, and {@code %} and {@code #}. */
    static String escapedLowerCase(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c <= ' ' || c >= 0x7f || c == '%' || c == '#';
            if (out == null && (escape || (c >= 'A' && c <= 'Z'))) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (out != null && escape) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else if (out != null) {
                out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
            }
        }
        return out == null ? text : out.toString();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static int hex(char c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
