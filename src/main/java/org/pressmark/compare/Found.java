package org.pressmark.compare;

import java.util.List;
import org.pressmark.model.Change;
import org.pressmark.model.Change.Span;
import org.pressmark.model.ChangeKind;

/**
 * A change between the base and one witness, with the columns that it takes up.
 *
 * @param from its first column
 * @param to one past its last; not above {@code from} where it stands in no body
 */
record Found(int witness, Change change, int from, int to) {
    /** Columns that a change may take up beyond its own words; more, and the two alignments are of different minds. */
    private static final int SLACK = 8;

    static Found of(Collation collation, int witness, Change change) {
        int[] base = columns(collation, collation.base(), change.spansBefore());
        int[] other = change.kind() == ChangeKind.PASSAGE_MOVED && base[0] < base[1]
                ? base
                : columns(collation, witness, change.spansAfter());
        if (base[0] >= base[1]) {
            return new Found(witness, change, other[0], other[1]);
        }
        if (other[0] >= other[1]) {
            return new Found(witness, change, base[0], base[1]);
        }
        int from = Math.min(base[0], other[0]);
        int to = Math.max(base[1], other[1]);
        boolean far = to - from > (base[1] - base[0]) + (other[1] - other[0]) + SLACK;
        return far ? new Found(witness, change, base[0], base[1]) : new Found(witness, change, from, to);
    }

    private static int[] columns(Collation collation, int witness, List<Span> spans) {
        if (spans.isEmpty()) {
            return new int[] {0, 0};
        }
        Doc doc = collation.doc(witness);
        Span first = spans.get(0);
        Span last = spans.get(spans.size() - 1);
        int from = doc.tokenAt(first.block(), first.start());
        int to = doc.tokenAt(last.block(), Math.max(last.start(), last.end() - 1));
        if (from > to || to >= doc.size() || doc.block(from) != first.block() || doc.block(to) != last.block()) {
            return new int[] {0, 0};
        }
        return new int[] {collation.column(witness, from), collation.column(witness, to) + 1};
    }

    /** Whether whole sentences are there or missing. */
    boolean passage() {
        return switch (change.kind()) {
            case PASSAGE_ADDED, PASSAGE_REMOVED, QUOTE_ADDED, QUOTE_REMOVED -> true;
            default -> false;
        };
    }

    /** Whether whole sentences stand elsewhere. */
    boolean moved() {
        return change.kind() == ChangeKind.PASSAGE_MOVED;
    }
}
