package org.pressmark.reuse;

import org.pressmark.model.Similarity;
import org.pressmark.model.Similarity.Measure;
import org.pressmark.text.WordRuns;

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
        return of(runs(first), runs(second));
    }

    /** Measures two texts by their {@link #runs}. */
    public static Likeness of(long[] first, long[] second) {
        int common = WordRuns.common(first, second);
        return new Likeness(
                new Similarity(Measure.CONTAINMENT_OF_FIRST, share(common, first.length)),
                new Similarity(Measure.CONTAINMENT_OF_SECOND, share(common, second.length)),
                new Similarity(Measure.CONTAINMENT_IN_SHORTER, share(common, Math.min(first.length, second.length))),
                new Similarity(Measure.JACCARD, share(common, first.length + second.length - common)));
    }

    /** The distinct word 5-grams of a text, hashed, ascending. */
    public static long[] runs(String text) {
        return WordRuns.set(WordRuns.words(text), Fingerprints.WORDS);
    }

    private static double share(int common, int all) {
        return all == 0 ? 0 : (double) common / all;
    }
}
