package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.Derivation.Reason;

/** Puts one pair of stored copies before all rules that look at dates and texts. */
final class PairWeights {
    private final Copies copies;
    private final T3SharedErrors errors;
    private final Map<String, List<Reason>> known = new HashMap<>();

    PairWeights(Copies copies) {
        this.copies = copies;
        this.errors = new T3SharedErrors(copies);
    }

    /** Reasons that tell which of the two came first; mirrored weights for the mirrored pair. */
    List<Reason> direction(Copy child, Copy parent) {
        return known.computeIfAbsent(child.id() + "\n" + parent.id(), key -> weigh(child, parent));
    }

    private List<Reason> weigh(Copy child, Copy parent) {
        List<Reason> out = new ArrayList<>();
        D1FirstProof.against(child, parent).ifPresent(out::add);
        D2ClaimedDates.weigh(child, parent).ifPresent(out::add);
        copies.overlap(child, parent)
                .flatMap(overlap -> T1Containment.weigh(child, parent, overlap))
                .ifPresent(out::add);
        out.addAll(T2Leftovers.weigh(child, parent));
        errors.weigh(child, parent).ifPresent(out::add);
        return out;
    }

    /** Reasons that tell whether this source is likelier than the other possible ones. */
    List<Reason> rank(Copy child, Copy parent, List<Copy> rivals, List<Copy> nearest) {
        List<Reason> out = new ArrayList<>();
        T4Nearest.weigh(copies, child, parent, rivals).ifPresent(out::add);
        X1MissingReadings.weigh(child, parent, nearest).ifPresent(out::add);
        return out;
    }

    static double sum(List<Reason> reasons) {
        return reasons.stream().mapToDouble(Reason::weight).sum();
    }
}
