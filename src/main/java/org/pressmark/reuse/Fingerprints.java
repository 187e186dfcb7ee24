package org.pressmark.reuse;

import java.util.Arrays;

/**
 * A text's fingerprints: its word 5-gram hashes, winnowed with a window of eight (Schleimer, Wilkerson, Aiken: Winnowing,
 * 2003), so that any shared run of twelve words leaves at least one fingerprint in common.
 */
public final class Fingerprints {
    private static final int WINDOW = 8;

    private Fingerprints() {}

    /** The distinct fingerprints of a text, ascending; none for a text without words. */
    public static long[] of(String text) {
        long[] hashes = Shingles.of(text);
        if (hashes.length <= WINDOW) {
            return distinct(hashes);
        }
        long[] kept = new long[hashes.length];
        int count = 0;
        int last = -1;
        for (int start = 0; start + WINDOW <= hashes.length; start++) {
            int least = start;
            for (int i = start + 1; i < start + WINDOW; i++) {
                // the rightmost of equals, as the paper has it: fewer fingerprints in monotonous text
                if (hashes[i] <= hashes[least]) {
                    least = i;
                }
            }
            if (least != last) {
                kept[count++] = hashes[least];
                last = least;
            }
        }
        return distinct(Arrays.copyOf(kept, count));
    }

    private static long[] distinct(long[] hashes) {
        return Arrays.stream(hashes).sorted().distinct().toArray();
    }
}
