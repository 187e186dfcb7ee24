package org.pressmark.provenance;

import java.util.Optional;
import org.pressmark.model.Derivation.Reason;

/** Rule D2: the claimed dates, in order or not; equal ones say nothing, since dates are copied and backdated. */
final class D2ClaimedDates {
    static final String RULE = "D2";
    static final double WEIGHT = 1;

    private D2ClaimedDates() {}

    static Optional<Reason> weigh(Copy child, Copy parent) {
        if (child.date().isEmpty() || parent.date().isEmpty()) {
            return Optional.empty();
        }
        ClaimedDate of = child.date().get();
        ClaimedDate from = parent.date().get();
        if (from.before(of)) {
            return reason(
                    WEIGHT,
                    parent.label() + " claims an earlier date (" + from.text() + ") than " + child.label() + " ("
                            + of.text() + ").");
        }
        if (of.before(from)) {
            return reason(
                    -WEIGHT,
                    parent.label() + " claims a later date (" + from.text() + ") than " + child.label() + " ("
                            + of.text() + ").");
        }
        if (of.sameMinute(from)) {
            return reason(
                    0,
                    "Both claim the same minute (" + of.text()
                            + "): a date that was copied says nothing of the order.");
        }
        return Optional.empty();
    }

    private static Optional<Reason> reason(double weight, String words) {
        return Optional.of(new Reason(RULE, weight, words, Optional.empty(), Optional.empty()));
    }
}
