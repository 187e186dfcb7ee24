package org.pressmark.extract;

import java.util.Locale;

/** Small questions about strings, each answered in one pass. */
final class Text {
    private static final String STOPS = ".!?…。！？؟।:;\"”»’'“)]";

    private static final int LONG = 4_000;

    private Text() {}

    /** Words in a text: runs of letters and digits; a Chinese, Japanese or Korean character counts as half a word. */
    static int words(CharSequence text) {
        int words = 0;
        int wide = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x2E80 && c <= 0xD7FF && Character.isLetter(c)) {
                wide++;
                inside = false;
            } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                if (!inside) {
                    words++;
                }
                inside = true;
            } else if (c != '\'' && c != '’' && c != '-') {
                inside = false;
            }
        }
        return words + (wide + 1) / 2;
    }

    static boolean endsSentence(String text) {
        return !text.isEmpty() && STOPS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    static boolean space(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    static boolean blank(char c) {
        return space(c)
                || c == '\u00A0'
                || c == '\u200B'
                || c == '\uFEFF'
                || c == '\u200C'
                || c == '\u200D'
                || Character.isSpaceChar(c);
    }

    /** Outer white space of every kind dropped, inner runs made one space. */
    static String tidy(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (blank(c)) {
                gap = out.length() > 0;
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /** For comparison only: lower case, letters and digits, single spaces between. */
    static String key(String text) {
        char[] out = new char[text.length()];
        int size = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                if (gap && size > 0) {
                    out[size++] = ' ';
                }
                gap = false;
                out[size++] = c == 'ς' ? 'σ' : Character.toLowerCase(c);
            } else if (c != '\u00AD') {
                gap = true;
            }
        }
        return new String(out, 0, size);
    }

    static String lower(String text) {
        return text.length() > LONG ? simplyLower(text) : text.toLowerCase(Locale.ROOT);
    }

    /** Letter by letter: the full mapping takes quadratic time where one letter becomes two. */
    private static String simplyLower(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(Character.toLowerCase(text.charAt(i)));
        }
        return out.toString();
    }

    /** True where the text has letters and none is in lower case. */
    static boolean shouts(String text) {
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letter |= Character.isUpperCase(c);
        }
        return letter;
    }
}
