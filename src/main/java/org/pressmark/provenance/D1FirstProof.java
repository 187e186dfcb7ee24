package org.pressmark.provenance;

import java.util.Optional;
import org.pressmark.model.Derivation.Reason;

/**
 * Rule D1: a text that is first proved to exist after the copy was captured, and that claims a later date than the copy,
 * cannot be its source. A capture is a bound only: the page existed by then, never since then.
 */
final class D1FirstProof {
    static final String RULE = "D1";
    private static final double WEIGHT = -6;

    private D1FirstProof() {}

    static Optional<Reason> against(Copy child, Copy parent) {
        boolean provedLater = parent.text().capturedAt().isAfter(child.text().capturedAt());
        boolean claimsLater = parent.date().isPresent()
                && child.date().filter(date -> date.before(parent.date().get())).isPresent();
        if (!provedLater || !claimsLater) {
            return Optional.empty();
        }
        String words = parent.label() + " claims a later date ("
                + parent.date().get().text() + ") than " + child.label() + " ("
                + child.date().map(ClaimedDate::text).orElse("none") + ") and was first captured after it.";
        return Optional.of(new Reason(RULE, WEIGHT, words, Optional.empty(), Optional.empty()));
    }
}
