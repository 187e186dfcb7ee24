package org.pressmark.text;

/** Stage of the fold: characters that nobody sees (soft hyphens, zero-width characters, direction marks, controls). */
final class Invisible {
    private Invisible() {}

    static FoldBuffer drop(FoldBuffer in) {
        int first = 0;
        while (first < in.length() && !invisible(in.at(first))) {
            first++;
        }
        if (first == in.length()) {
            return in;
        }
        FoldBuffer out = new FoldBuffer(in.length());
        for (int i = 0; i < in.length(); i++) {
            if (!invisible(in.at(i))) {
                out.copy(in, i);
            }
        }
        return out;
    }

    private static boolean invisible(char c) {
        if (c < 0x7F) {
            return c < 32 && c != '\t' && c != '\n' && c != '\u000b' && c != '\f' && c != '\r';
        }
        if (c == '\u0085') {
            return false; // next line: white space
        }
        return c <= 0x9F
                || Character.getType(c) == Character.FORMAT
                || c >= '\ufe00' && c <= '\ufe0f'
                || c == '\u034f'
                || c == '\u3164'
                || c == '\uffa0'
                || c == '\u115f';
    }
}
