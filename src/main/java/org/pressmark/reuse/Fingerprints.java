package org.pressmark.reuse;

import java.util.Arrays;
import java.util.List;
import org.pressmark.text.WordRuns;

/**
 * A text's fingerprints: its word 5-gram hashes, winnowed with a window of eight (Schleimer, Wilkerson, Aiken: Winnowing,
 * 2003), so that any shared run of twelve words leaves at least one fingerprint in common.
 */
public final class Fingerprints {
    /** So many words make a run. */
    public static final int WORDS = 5;

    private static final int WINDOW = 8;

    private Fingerprints() {}

    /** The distinct fingerprints of a text, ascending; none for a text without words. */
    public static long[] of(String text) {
        return of(WordRuns.words(text));
    }

    /** The same of a text's words. */
    public static long[] of(List<String> words) {
        return winnowed(WordRuns.hashes(words, WORDS));
    }

    /** The distinct fingerprints among the hashes of a text's runs of five, which come in the order of the text. */
    public static long[] winnowed(long[] hashes) {
        if (hashes.length <= WINDOW) {
            return WordRuns.distinct(hashes);
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
        return WordRuns.distinct(Arrays.copyOf(kept, count));
    }
}
