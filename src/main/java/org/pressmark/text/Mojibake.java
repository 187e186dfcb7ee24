package org.pressmark.text;

/**
 * Stage of the fold: UTF-8 that was read as windows-1252 ({@code â€œ} for “). A sequence is repaired only where its bytes
 * are valid, shortest-form UTF-8, so a repaired text, wronged again, gives the same characters.
 */
final class Mojibake {
    /** Twice, since some pages are misread twice. */
    private static final int ROUNDS = 2;

    private Mojibake() {}

    static FoldBuffer repair(FoldBuffer input) {
        FoldBuffer current = input;
        for (int round = 0; round < ROUNDS; round++) {
            FoldBuffer next = once(current);
            if (next == current) {
                break;
            }
            current = next;
        }
        return current;
    }

    private static FoldBuffer once(FoldBuffer in) {
        int first = 0;
        while (first < in.length() && sequence(in, first) == 0) {
            first++;
        }
        if (first == in.length()) {
            return in;
        }
        FoldBuffer out = new FoldBuffer(in.length());
        int i = 0;
        while (i < in.length()) {
            int length = i < first ? 0 : sequence(in, i);
            if (length == 0) {
                out.copy(in, i++);
            } else {
                out.add(decode(in, i, length), in, i, i + length);
                i += length;
            }
        }
        return out;
    }

    /** How many characters from {@code i} are one misread character; 0 for none. */
    private static int sequence(FoldBuffer in, int i) {
        char lead = in.at(i);
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        for (int k = 1; k < length; k++) {
            int value = i + k < in.length() ? Windows1252.byteOf(in.at(i + k)) : -1;
            if (value < 0x80 || value > 0xBF) {
                return length == 3 && k == 2 && lostQuote(in, i) ? (flattened(in, i) ? 3 : 2) : 0;
            }
        }
        int code = codePoint(in, i, length);
        boolean shortest = length == 2 || length == 3 && code >= 0x800 || length == 4 && code >= 0x10000;
        if (!shortest || !Character.isDefined(code) || code >= 0xD800 && code <= 0xDFFF) {
            return 0;
        }
        return length > 2 || likely(in, i) ? length : 0;
    }

    /** {@code â€} without a third character: the byte 9D of ” that windows-1252 has no character for was dropped. */
    private static boolean lostQuote(FoldBuffer in, int i) {
        return in.at(i) == '\u00e2' && in.at(i + 1) == '\u20ac';
    }

    /** {@code â€"}: the third character of a dash, itself a curly quotation mark, was made straight. */
    private static boolean flattened(FoldBuffer in, int i) {
        return i + 2 < in.length() && in.at(i + 2) == '"' && lostQuote(in, i);
    }

    /** Two characters may be honest: an accented capital before a closing quotation mark, as in {@code »MENÜ«}. */
    private static boolean likely(FoldBuffer in, int i) {
        char lead = in.at(i);
        char next = in.at(i + 1);
        if ("\u00ab\u00bb\u201c\u201d\u2018\u2019\u201e\u201a\u2039\u203a\u2026\u2013\u2014".indexOf(next) >= 0) {
            return i + 2 < in.length() && Character.isLetter(in.at(i + 2)) && lead == 0xC3;
        }
        if (lead == 0xC2 || lead == 0xC3) {
            return true;
        }
        return neighbour(in, i - 2) || neighbour(in, i + 2);
    }

    private static boolean neighbour(FoldBuffer in, int i) {
        if (i < 0 || i + 1 >= in.length() || in.at(i) < 0xC2 || in.at(i) > 0xDF) {
            return false;
        }
        int value = Windows1252.byteOf(in.at(i + 1));
        return value >= 0x80 && value <= 0xBF;
    }

    private static int codePoint(FoldBuffer in, int i, int length) {
        int code = in.at(i) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07);
        for (int k = 1; k < length; k++) {
            code = code << 6 | Windows1252.byteOf(in.at(i + k)) & 0x3F;
        }
        return code;
    }

    private static String decode(FoldBuffer in, int i, int length) {
        if (length == 2 && lostQuote(in, i)) {
            return "\u201d";
        }
        return length == 3 && flattened(in, i) ? "\u2014" : Character.toString(codePoint(in, i, length));
    }
}
