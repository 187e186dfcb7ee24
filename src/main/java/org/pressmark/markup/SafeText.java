package org.pressmark.markup;

/**
 * Makes archived text fit for a terminal: no stored byte may move the cursor, change colours, rename the window or turn
 * the order of what stands beside it (ECMA-48 §5.2; Unicode UAX 9 §2.2).
 */
public final class SafeText {
    private SafeText() {}

    /**
     * Shows every control character as {@code \}{@code u001b}: C0 (but line feed and tab), DEL, C1, bidirectional embeddings,
     * overrides and isolates. A carriage return before a line feed is dropped; half a surrogate pair becomes U+FFFD.
     *
     * @param text any text
     * @return the same object where nothing had to be changed
     */
    public static String escape(String text) {
        return escape(text, true);
    }

    /** As {@link #escape}, for one line: line feed and tab are shown as escapes too. */
    public static String line(String text) {
        return escape(text, false);
    }

    /** True for a character that {@link #escape} would not let through to a terminal; line feed and tab are harmless. */
    public static boolean harmful(char c) {
        return (c < 0x20 && c != '\n' && c != '\t')
                || (c >= 0x7F && c < 0xA0)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static String escape(String text, boolean lines) {
        int length = text.length();
        int i = 0;
        while (i < length && plain(text, i, lines)) {
            i++;
        }
        if (i == length) {
            return text;
        }
        StringBuilder out = new StringBuilder(length + 16).append(text, 0, i);
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (plain(text, i, lines)) {
                out.append(c);
            } else if (Character.isSurrogate(c)) {
                out.append('\uFFFD');
            } else if (!(lines && c == '\r' && i + 1 < length && text.charAt(i + 1) == '\n')) {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 0xF, 16));
                }
            }
        }
        return out.toString();
    }

    private static boolean plain(String text, int i, boolean lines) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return !harmful(c) && (lines || (c != '\n' && c != '\t'));
    }
}
