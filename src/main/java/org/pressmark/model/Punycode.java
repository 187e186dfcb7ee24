package org.pressmark.model;

import java.net.IDN;
import java.text.Normalizer;

/**
 * Labels of host names in letters of ASCII (RFC 3492), as browsers write them (UTS #46, non-transitional): by IDNA 2003, which the
 * platform has, but for four letters that name other hosts since: {@code straße} is not {@code strasse}.
 */
public final class Punycode {
    /** ß, ς and the two joiners: letters of their own since IDNA 2008. */
    private static final String SINCE_2008 = "\u00DF\u03C2\u200C\u200D";

    private static final int LONGEST = 63;
    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST = 128;

    private Punycode() {}

    /**
     * A label of a host name, without full stops.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    public static String label(String label) {
        if (label.isEmpty() || label.chars().noneMatch(c -> SINCE_2008.indexOf(c) >= 0)) {
            return label.isEmpty() ? label : IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
        }
        int[] lower =
                label.codePoints().limit(LONGEST).map(Character::toLowerCase).toArray();
        String ascii = "xn--" + encode(Normalizer.normalize(new String(lower, 0, lower.length), Normalizer.Form.NFC));
        if (ascii.length() > LONGEST) {
            throw new IllegalArgumentException("no label of a host name is so long");
        }
        return ascii;
    }

    /** Without the prefix {@code xn--}; the time grows with the square of the letters. */
    private static String encode(String label) {
        int[] letters = label.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int letter : letters) {
            if (letter < FIRST) {
                out.append((char) letter);
            }
        }
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int done = basic;
        int from = FIRST;
        int bias = FIRST_BIAS;
        int delta = 0;
        while (done < letters.length) {
            int next = Integer.MAX_VALUE;
            for (int letter : letters) {
                next = letter >= from ? Math.min(next, letter) : next;
            }
            delta += (next - from) * (done + 1);
            from = next;
            for (int letter : letters) {
                delta += letter < from ? 1 : 0;
                if (letter == from) {
                    number(delta, bias, out);
                    bias = adapted(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }
            delta++;
            from++;
        }
        return out.toString();
    }

    private static void number(int delta, int bias, StringBuilder out) {
        int rest = delta;
        for (int at = BASE; ; at += BASE) {
            int threshold = Math.max(LEAST, Math.min(MOST, at - bias));
            if (rest < threshold) {
                out.append(digit(rest));
                return;
            }
            out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int adapted(int delta, int length, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / length;
        int steps = 0;
        while (rest > (BASE - LEAST) * MOST / 2) {
            rest /= BASE - LEAST;
            steps += BASE;
        }
        return steps + (BASE - LEAST + 1) * rest / (rest + SKEW);
    }
}
