package org.pressmark.reuse;

import java.util.Arrays;
import org.pressmark.model.Similarity;
import org.pressmark.model.Similarity.Measure;

/**
 * How much two texts have in common, by their distinct word 5-grams.
 *
 * @param ofFirst share of the first text's 5-grams that the second has
 * @param ofSecond share of the second text's 5-grams that the first has
 * @param inShorter the greater of the two: a text cut from the other still counts as wholly contained
 * @param jaccard common 5-grams over all of both
 */
public record Likeness(Similarity ofFirst, Similarity ofSecond, Similarity inShorter, Similarity jaccard) {

    /** Measures two texts; a text without words is like nothing. */
    public static Likeness of(String first, String second) {
        long[] a = sorted(first);
        long[] b = sorted(second);
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        double ofFirst = share(common, a.length);
        double ofSecond = share(common, b.length);
        return new Likeness(
                new Similarity(Measure.CONTAINMENT_OF_FIRST, ofFirst),
                new Similarity(Measure.CONTAINMENT_OF_SECOND, ofSecond),
                new Similarity(Measure.CONTAINMENT_IN_SHORTER, share(common, Math.min(a.length, b.length))),
                new Similarity(Measure.JACCARD, share(common, a.length + b.length - common)));
    }

    private static double share(int common, int all) {
        return all == 0 ? 0 : (double) common / all;
    }

    private static long[] sorted(String text) {
        return Arrays.stream(Shingles.of(text)).sorted().distinct().toArray();
    }
}
