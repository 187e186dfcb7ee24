package org.pressmark.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.pressmark.model.Article;
import org.pressmark.model.Change;
import org.pressmark.model.Change.Span;
import org.pressmark.model.Comparison;
import org.pressmark.text.Folded;
import org.pressmark.text.TextRange;

/**
 * Finds where in one copy the words would stand that only the other has: behind the words that stand before them there, or
 * before those that follow.
 */
final class Gaps {
    private static final int LONGEST = 48;
    private static final int SHORTEST = 12;

    /** Among so many characters beside the words are those that are looked for. */
    private static final int NEAR = 500;

    private final Map<Integer, List<Integer>> besideBase = new HashMap<>();
    private final Map<Integer, List<Integer>> besideOther = new HashMap<>();
    private final IdentityHashMap<String, Folded> folded = new IdentityHashMap<>();

    private Gaps(Comparison comparison) {
        comparison.rows().forEach(row -> {
            row.base().forEach(block -> besideBase.put(block, row.other()));
            row.other().forEach(block -> besideOther.put(block, row.base()));
        });
    }

    /**
     * The changes, with an empty span added on the side that lacks the words, where their place can be told.
     *
     * @return in the same order
     */
    static List<Change> placed(Comparison comparison, List<Change> changes) {
        Gaps gaps = new Gaps(comparison);
        List<Change> out = new ArrayList<>();
        for (Change change : changes) {
            boolean added = change.op() == Change.Op.INTERPOLATION
                    && change.spansBefore().isEmpty();
            boolean left =
                    change.op() == Change.Op.OMISSION && change.spansAfter().isEmpty();
            if (change.field() != Change.ArticleField.BODY || !added && !left) {
                out.add(change);
                continue;
            }
            Article here = (added ? comparison.other() : comparison.base()).article();
            Article there = (added ? comparison.base() : comparison.other()).article();
            List<Span> gap = gaps.gap(
                    added ? change.spansAfter() : change.spansBefore(),
                    here,
                    there,
                    added ? gaps.besideOther : gaps.besideBase);
            out.add(added ? with(change, gap, change.spansAfter()) : with(change, change.spansBefore(), gap));
        }
        return out;
    }

    private static Change with(Change change, List<Span> before, List<Span> after) {
        return new Change(
                change.op(),
                change.kind(),
                change.facets(),
                change.field(),
                change.before(),
                change.after(),
                change.inQuotation(),
                change.speaker(),
                change.severity(),
                change.rule(),
                change.explanation(),
                before,
                after);
    }

    private List<Span> gap(List<Span> spans, Article here, Article there, Map<Integer, List<Integer>> beside) {
        if (spans.size() != 1
                || spans.get(0).block() < 0
                || spans.get(0).block() >= here.blocks().size()) {
            return List.of();
        }
        Span span = spans.get(0);
        String text = here.blocks().get(span.block()).text();
        int start = Math.min(span.start(), text.length());
        int end = Math.min(span.end(), text.length());
        String before = Folded.of(text.substring(Math.max(0, start - NEAR), start))
                .text()
                .strip();
        String after = Folded.of(text.substring(end, Math.min(text.length(), end + NEAR)))
                .text()
                .strip();
        String head = before.substring(Math.max(0, before.length() - LONGEST));
        String tail = after.substring(0, Math.min(LONGEST, after.length()));
        for (int block : beside.getOrDefault(span.block(), List.of())) {
            String other = there.blocks().get(block).text();
            OptionalInt at = place(folded.computeIfAbsent(other, Folded::of), head, tail);
            if (at.isPresent()) {
                return List.of(new Span(block, at.getAsInt(), at.getAsInt()));
            }
        }
        return List.of();
    }

    private static OptionalInt place(Folded folded, String head, String tail) {
        String text = folded.text();
        int behind = tail.length() < SHORTEST ? -1 : text.indexOf(tail);
        if (behind >= 0 && text.indexOf(tail, behind + 1) < 0) {
            TextRange range = folded.originalRange(behind, behind + tail.length());
            return OptionalInt.of(range.start());
        }
        int front = head.length() < SHORTEST ? -1 : text.indexOf(head);
        if (front >= 0 && text.indexOf(head, front + 1) < 0) {
            TextRange range = folded.originalRange(front, front + head.length());
            return OptionalInt.of(range.end());
        }
        return OptionalInt.empty();
    }
}
