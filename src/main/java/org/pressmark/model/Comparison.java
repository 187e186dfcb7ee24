package org.pressmark.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Two witnesses set against each other.
 *
 * @param base the witness that the other is shown against
 * @param changes substantive changes in the order of a report: severity, quotation kinds first, place on the page
 * @param presentation how many accidentals there are of each presentation kind; kinds without any are absent
 * @param rows the articles' blocks side by side, in reading order; every block of both sides stands in exactly one row
 * @param verdicts what is to be said of the pair as a whole
 */
public record Comparison(
        Witness base,
        Witness other,
        List<Change> changes,
        Map<ChangeKind, Integer> presentation,
        List<Row> rows,
        List<Verdict> verdicts) {

    /**
     * Blocks that stand beside each other.
     *
     * @param base indexes of the base's blocks, in order; empty where only the other has something here
     * @param other indexes of the other's blocks
     */
    public record Row(List<Integer> base, List<Integer> other) {
        public Row {
            base = List.copyOf(base);
            other = List.copyOf(other);
        }
    }

    /** What can be said of a pair as a whole. */
    public enum Verdict {
        /** Nothing differs. */
        IDENTICAL,
        /** A copy was cut short when it was captured: what lies beyond was not seen, and nothing is said of the whole. */
        CUT_SHORT,
        /** Only presentation differs. */
        SAME_WORDING,
        /** Same URL, later capture, a change of high or critical severity, no correction note and no newer update time. */
        SILENT_EDIT,
        /** Headline changed, body equal or nearly so. */
        FRAMING_SHIFT,
        /** The texts have next to nothing in common. */
        UNRELATED
    }

    public Comparison {
        Objects.requireNonNull(base);
        Objects.requireNonNull(other);
        changes = List.copyOf(changes);
        presentation = Map.copyOf(presentation);
        rows = List.copyOf(rows);
        verdicts = List.copyOf(verdicts);
    }

    /** The copies that were cut short when they were captured. */
    public List<Witness> cutShort() {
        return Stream.of(base, other)
                .filter(witness -> witness.cutShort().isPresent())
                .toList();
    }

    /** The changes of which both sides were seen; see {@link #seen(Witness, Witness, List, List)}. */
    public List<Change> seen() {
        return seen(base, other, changes, rows);
    }

    /**
     * The changes of which both sides were seen. Where a copy was cut short, what the other has behind the last common block,
     * or at that block's end, may stand in what was not stored, and the last words that were stored may be half of some:
     * neither shows a difference.
     */
    public static List<Change> seen(Witness base, Witness other, List<Change> changes, List<Row> rows) {
        int lastBase = -1;
        int lastOther = -1;
        for (Row row : rows) {
            if (!row.base().isEmpty() && !row.other().isEmpty()) {
                lastBase = Math.max(lastBase, Collections.max(row.base()));
                lastOther = Math.max(lastOther, Collections.max(row.other()));
            }
        }
        int beyondBase = lastBase;
        int beyondOther = lastOther;
        return changes.stream()
                .filter(change -> base.cutShort().isEmpty()
                        || !unseen(change.spansBefore(), change.spansAfter(), base, other, beyondOther))
                .filter(change -> other.cutShort().isEmpty()
                        || !unseen(change.spansAfter(), change.spansBefore(), other, base, beyondBase))
                .toList();
    }

    /**
     * Whether a change may come of the cut alone.
     *
     * @param here where it stands in the cut copy; nowhere: that lacks the words
     * @param beyond the last block of the whole copy that has a counterpart
     */
    private static boolean unseen(
            List<Change.Span> here, List<Change.Span> there, Witness cut, Witness whole, int beyond) {
        if (here.stream().allMatch(span -> span.start() == span.end())) {
            return there.stream()
                    .allMatch(span -> span.block() < 0
                            || span.block() > beyond
                            || span.block() == beyond && toTheEnd(span, whole));
        }
        int last = cut.article().blocks().size() - 1;
        return !there.isEmpty() && here.stream().allMatch(span -> span.block() == last && toTheEnd(span, cut));
    }

    private static boolean toTheEnd(Change.Span span, Witness copy) {
        return span.block() >= 0
                && span.end()
                        >= copy.article()
                                .blocks()
                                .get(span.block())
                                .text()
                                .stripTrailing()
                                .length();
    }
}
