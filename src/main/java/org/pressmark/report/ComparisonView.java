package org.pressmark.report;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Change;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Severity;
import org.pressmark.model.VariantPlace;

/**
 * Which changes a reader wants to see.
 *
 * @param only the kinds to show; empty: every kind
 * @param minimum the least severity to show
 * @param context how many sentences before and after a change to show, 0 for none
 * @param all whether to name what only differs in presentation, too
 */
public record ComparisonView(Set<ChangeKind> only, Severity minimum, int context, boolean all) {

    /** Every substantive change with a sentence around it. */
    public static final ComparisonView STANDARD = new ComparisonView(Set.of(), Severity.NONE, 1, false);

    public ComparisonView {
        only = Set.copyOf(only);
        Objects.requireNonNull(minimum);
        if (context < 0) {
            throw new IllegalArgumentException("expected a context of 0 sentences or more, found: " + context);
        }
    }

    /** The comparison's changes that pass, in its order. */
    public List<Change> select(Comparison comparison) {
        return comparison.changes().stream()
                .filter(change -> shows(change.kind(), change.severity()))
                .toList();
    }

    /** The apparatus's places that pass, in its order. */
    public List<VariantPlace> select(Apparatus apparatus) {
        return apparatus.places().stream()
                .filter(place -> shows(place.kind(), place.severity()))
                .toList();
    }

    /** Whether something of this kind and severity passes. */
    public boolean shows(ChangeKind kind, Severity severity) {
        return (only.isEmpty() || only.contains(kind)) && severity.compareTo(minimum) >= 0;
    }
}
