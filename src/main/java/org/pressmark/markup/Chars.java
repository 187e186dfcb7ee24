package org.pressmark.markup;

/** Bounded searches in text, ASCII letter case set aside. */
final class Chars {
    private Chars() {}

    /** HTML's white space (HTML standard, "ASCII whitespace"). */
    static boolean space(char c) {
        return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
    }

    static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean alphanumeric(char c) {
        return letter(c) || (c >= '0' && c <= '9');
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** Index of {@code c} in {@code [from, to)}, or {@code to}. */
    static int find(String text, char c, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) != c) {
            i++;
        }
        return Math.min(i, to);
    }

    /** Index of {@code word} in {@code [from, to)}, whole within it, or −1. */
    static int find(String text, String word, int from, int to) {
        int last = to - word.length();
        char first = word.charAt(0);
        for (int i = from; i <= last; i++) {
            if (text.charAt(i) == first && text.startsWith(word, i)) {
                return i;
            }
        }
        return -1;
    }

    /** True where {@code word} (lower case) stands at {@code at} before {@code to}, in any letter case. */
    static boolean at(String text, int at, int to, String word) {
        if (at < 0 || to - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (lower(text.charAt(at + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static int skipSpace(String text, int from, int to) {
        int i = from;
        while (i < to && space(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Lower-cases ASCII letters only, as HTML does with names. */
    static String lower(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                StringBuilder out = new StringBuilder(to - from);
                for (int j = from; j < to; j++) {
                    out.append(lower(text.charAt(j)));
                }
                return out.toString();
            }
        }
        return text.substring(from, to);
    }
}
