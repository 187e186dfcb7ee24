package org.pressmark.provenance;

import java.util.Optional;
import org.pressmark.model.Derivation.Reason;

/** Rule T1: the text that lies inside the other is likelier the copy, since copies are cut more often than extended. */
final class T1Containment {
    static final String RULE = "T1";
    /** One for each quarter of the text. */
    static final double PER_UNIT = 4;

    static final double MOST = 2;
    private static final double LEAST = 0.02;

    private T1Containment() {}

    /** @param overlap with the child first */
    static Optional<Reason> weigh(Copy child, Copy parent, Overlap overlap) {
        double difference = overlap.ofFirst().value() - overlap.ofSecond().value();
        if (Math.abs(difference) < LEAST) {
            return Optional.empty();
        }
        double weight = Math.max(-MOST, Math.min(MOST, PER_UNIT * difference));
        String words = Words.percent(overlap.ofFirst().value()) + " of " + child.label() + " stands in "
                + parent.label() + ", " + Words.percent(overlap.ofSecond().value()) + " the other way round.";
        return Optional.of(new Reason(RULE, weight, words, Optional.empty(), Optional.of(overlap.ofFirst())));
    }
}
