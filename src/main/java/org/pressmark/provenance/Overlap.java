package org.pressmark.provenance;

import java.util.Objects;
import org.pressmark.model.Similarity;

/**
 * How much two texts have in common.
 *
 * @param ofFirst share of the first text that the second has, {@code CONTAINMENT_OF_FIRST}
 * @param ofSecond share of the second text that the first has, {@code CONTAINMENT_OF_SECOND}
 * @param inShorter {@code CONTAINMENT_IN_SHORTER}
 */
public record Overlap(Similarity ofFirst, Similarity ofSecond, Similarity inShorter) {
    public Overlap {
        Objects.requireNonNull(ofFirst);
        Objects.requireNonNull(ofSecond);
        Objects.requireNonNull(inShorter);
    }

    /** The same seen from the second text. */
    Overlap mirrored() {
        return new Overlap(
                new Similarity(Similarity.Measure.CONTAINMENT_OF_FIRST, ofSecond.value()),
                new Similarity(Similarity.Measure.CONTAINMENT_OF_SECOND, ofFirst.value()),
                inShorter);
    }
}
