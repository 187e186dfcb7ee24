package org.pressmark.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Change;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Comparison.Verdict;
import org.pressmark.model.Field;
import org.pressmark.model.Severity;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Witness;

/** What can be said of a pair as a whole. */
final class Verdicts {
    private static final double NEXT_TO_NOTHING = 0.1;
    private static final double NEARLY_EQUAL = 0.9;

    private Verdicts() {}

    static List<Verdict> of(
            Witness base,
            Witness other,
            List<Change> changes,
            List<Comparison.Row> rows,
            Map<ChangeKind, Integer> presentation,
            double kept) {
        List<Verdict> out = new ArrayList<>();
        boolean cut = base.cutShort().isPresent() || other.cutShort().isPresent();
        if (cut) {
            out.add(Verdict.CUT_SHORT);
        }
        if (cut && changes.isEmpty()) {
            return out;
        }
        if (changes.isEmpty()) {
            out.add(presentation.isEmpty() ? Verdict.IDENTICAL : Verdict.SAME_WORDING);
            return out;
        }
        // Where the later copy was cut, a correction note may stand in what was not stored.
        if (other.cutShort().isEmpty() && silent(base, other, Comparison.seen(base, other, changes, rows))) {
            out.add(Verdict.SILENT_EDIT);
        }
        boolean headline = changes.stream().anyMatch(change -> change.kind() == ChangeKind.HEADLINE_CHANGED);
        boolean bodies =
                !base.article().body().isBlank() && !other.article().body().isBlank();
        if (headline && bodies && kept >= NEARLY_EQUAL) {
            out.add(Verdict.FRAMING_SHIFT);
        }
        if (bodies && !cut && kept < NEXT_TO_NOTHING) {
            out.add(Verdict.UNRELATED);
        }
        return out;
    }

    /** The same page, captured later, says something else of weight and nowhere says so. */
    private static boolean silent(Witness base, Witness other, List<Change> changes) {
        boolean samePage = base.capture().isPresent() && other.capture().isPresent()
                ? base.capture().get().key().equals(other.capture().get().key())
                : !base.article().url().isEmpty()
                        && UrlKey.of(base.article().url())
                                .equals(UrlKey.of(other.article().url()));
        boolean later = base.capturedAt().isPresent()
                && other.capturedAt().isPresent()
                && other.capturedAt().get().isAfter(base.capturedAt().get());
        boolean grave = changes.stream().anyMatch(change -> change.severity().compareTo(Severity.HIGH) >= 0);
        boolean noted = changes.stream()
                .anyMatch(change -> change.kind() == ChangeKind.CORRECTION_NOTE
                        && !change.after().isEmpty());
        return samePage
                && later
                && grave
                && !noted
                && !newer(base.article().modified(), other.article().modified());
    }

    private static boolean newer(Optional<Field> before, Optional<Field> after) {
        if (after.isEmpty()
                || before.map(field -> field.value().equals(after.get().value()))
                        .orElse(false)) {
            return false;
        }
        Optional<Moment> old = before.flatMap(field -> Moment.iso(field.value()));
        Optional<Moment> now = Moment.iso(after.get().value());
        if (old.isEmpty() || now.isEmpty()) {
            return now.isPresent();
        }
        Optional<Instant> oldTime = old.get().instant();
        Optional<Instant> newTime = now.get().instant();
        return oldTime.isPresent() && newTime.isPresent()
                ? newTime.get().isAfter(oldTime.get())
                : now.get().date().isAfter(old.get().date());
    }
}
