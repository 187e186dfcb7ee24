package org.pressmark.model;

import java.util.Objects;

/**
 * How alike two texts are: never a bare number.
 *
 * @param measure of what, and how
 * @param value from 0 (nothing in common) to 1
 */
public record Similarity(Measure measure, double value) {

    /** The measures in use. */
    public enum Measure {
        /** Share of the shorter text's folded word 5-grams that the other has too. */
        CONTAINMENT_IN_SHORTER,
        /** Share of the first text's word 5-grams that the second has. */
        CONTAINMENT_OF_FIRST,
        /** Share of the second text's word 5-grams that the first has. */
        CONTAINMENT_OF_SECOND,
        /** Common word 5-grams over all of both. */
        JACCARD
    }

    public Similarity {
        Objects.requireNonNull(measure);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("expected a value in [0,1], found: " + value);
        }
    }
}
