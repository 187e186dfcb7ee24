package org.pressmark.text;

import java.text.Normalizer;

/** Stage of the fold: Unicode normalisation form C, cluster by cluster, so that offsets stay exact. */
final class Composition {
    /** Longer heaps of marks are no writing; they are kept as they are. */
    private static final int LONGEST = 32;

    private Composition() {}

    static FoldBuffer compose(FoldBuffer in) {
        String text = in.text();
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return in;
        }
        FoldBuffer out = new FoldBuffer(in.length());
        int i = 0;
        while (i < in.length()) {
            int end = clusterEnd(text, i);
            String cluster = text.substring(i, end);
            if (end - i > LONGEST || Normalizer.isNormalized(cluster, Normalizer.Form.NFC)) {
                for (int k = i; k < end; k++) {
                    out.copy(in, k);
                }
            } else {
                out.add(Normalizer.normalize(cluster, Normalizer.Form.NFC), in, i, end);
            }
            i = end;
        }
        return out;
    }

    private static int clusterEnd(String text, int start) {
        int i = start + Character.charCount(text.codePointAt(start));
        while (i < text.length()) {
            int code = text.codePointAt(i);
            if (!joins(code)) {
                break;
            }
            i += Character.charCount(code);
        }
        return i;
    }

    private static boolean joins(int code) {
        int type = Character.getType(code);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || code >= 0x1160 && code <= 0x11FF; // Hangul vowels and finals
    }
}
