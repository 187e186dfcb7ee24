package org.pressmark.report;

import java.util.Optional;
import org.pressmark.model.Change;
import org.pressmark.model.Comparison;

/** Where the changes of a comparison stand. */
final class ChangePlaces {
    private final Comparison comparison;
    private final ParagraphNumbers base;
    private final ParagraphNumbers other;

    ChangePlaces(Comparison comparison) {
        this.comparison = comparison;
        this.base = new ParagraphNumbers(comparison.base().article());
        this.other = new ParagraphNumbers(comparison.other().article());
    }

    /** E.g. {@code paragraph 6 of B}; empty for what stands in no paragraph. */
    Optional<String> of(Change change) {
        int before = base.of(change.spansBefore());
        int after = other.of(change.spansAfter());
        String a = comparison.base().siglum();
        String b = comparison.other().siglum();
        if (before > 0 && after > 0) {
            return Optional.of(
                    before == after
                            ? "paragraph " + after
                            : "paragraph " + before + " of " + a + ", " + after + " of " + b);
        }
        if (before > 0) {
            return Optional.of("paragraph " + before + " of " + a);
        }
        return after > 0 ? Optional.of("paragraph " + after + " of " + b) : Optional.empty();
    }
}
