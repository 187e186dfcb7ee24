package org.pressmark.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A link between two texts: the child came, in part at least, from the parent.
 *
 * @param child node id
 * @param parent node id
 * @param basis who says so
 * @param directionKnown false where the texts are linked but nobody can say which came first; then child &lt; parent by id
 * @param directness whether something may stand between them
 * @param confidence in [0,1]
 * @param outcome the class of the conclusion
 * @param reasons for and against, strongest first; never empty
 */
public record Derivation(
        String child,
        String parent,
        Basis basis,
        boolean directionKnown,
        Directness directness,
        double confidence,
        Outcome outcome,
        List<Reason> reasons) {

    /** Who says so. */
    public enum Basis {
        STATED,
        INFERRED,
        CONFIRMED
    }

    /** Whether something may stand between parent and child. */
    public enum Directness {
        DIRECT,
        INDIRECT,
        UNKNOWN
    }

    /** The classes of conclusion. */
    public enum Outcome {
        /** The page says so, the target is stored and its text agrees. */
        STATED_TEXT_AGREES,
        /** The page says so, the target is stored and its text is another. */
        STATED_TEXT_DISAGREES,
        /** The page says so, the target is not stored. */
        STATED_NOT_ARCHIVED,
        /** Not stated; the texts and dates support this direction. */
        INFERRED_DIRECTION_SUPPORTED,
        /** Possible, not stated, and not decidable from the texts. */
        INFERRED_POSSIBLE,
        /** The texts belong together, the direction is open. */
        LINKED_DIRECTION_UNKNOWN,
        /** The page's claims contradict each other. */
        CONTRADICTORY
    }

    /**
     * One reason.
     *
     * @param rule e.g. {@code A1}
     * @param weight log-odds; negative speaks against
     * @param words one neutral sentence
     * @param claim the claim that it rests on, where it rests on one
     * @param similarity the measured likeness, where it rests on text
     */
    public record Reason(
            String rule, double weight, String words, Optional<Claim> claim, Optional<Similarity> similarity) {}

    public Derivation {
        Objects.requireNonNull(basis);
        Objects.requireNonNull(directness);
        Objects.requireNonNull(outcome);
        reasons = List.copyOf(reasons);
        if (child.equals(parent)) {
            throw new IllegalArgumentException("expected two different texts, found: " + child);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("expected a confidence in [0,1], found: " + confidence);
        }
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("expected a reason for the link " + child + " → " + parent);
        }
    }
}
