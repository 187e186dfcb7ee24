package org.pressmark.provenance;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Derivation.Reason;

/** Rule T4: among several possible sources the one whose wording is nearest is the likeliest parent. */
final class T4Nearest {
    static final String RULE = "T4";
    static final double PER_UNIT = 25;
    static final double MOST = 3;

    private T4Nearest() {}

    static Optional<Reason> weigh(Copies copies, Copy child, Copy parent, List<Copy> rivals) {
        double mine = copies.nearness(child, parent);
        Optional<Copy> rival = rivals.stream()
                .filter(other -> other != parent && other != child)
                .max(java.util.Comparator.comparingDouble((Copy other) -> copies.nearness(child, other))
                        .thenComparing(Copy::id));
        if (rival.isEmpty()) {
            return Optional.empty();
        }
        double difference = mine - copies.nearness(child, rival.get());
        double weight = Math.max(-MOST, Math.min(MOST, PER_UNIT * difference));
        String words = difference >= 0
                ? "Of the copies in the archive the wording of " + parent.label() + " is nearest to that of "
                        + child.label() + "."
                : "The wording of " + rival.get().label() + " is nearer to that of " + child.label() + ".";
        return Optional.of(new Reason(RULE, weight, words, Optional.empty(), Optional.empty()));
    }
}
