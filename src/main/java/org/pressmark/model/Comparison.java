package org.pressmark.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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
}
