package org.pressmark.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.Change;
import org.pressmark.model.Change.Span;

/** Which characters of which block of one text the changes touch. */
final class Covers {
    /** A change's characters in one block. */
    record Cover(Change change, int number, int start, int end) {}

    private final Map<Integer, List<Cover>> byBlock = new HashMap<>();

    /** @param first number of the first change */
    Covers(List<Change> changes, int first, boolean base) {
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            for (Span span : base ? change.spansBefore() : change.spansAfter()) {
                byBlock.computeIfAbsent(span.block(), block -> new ArrayList<>(1))
                        .add(new Cover(change, first + i, span.start(), span.end()));
            }
        }
    }

    /** What of the changes lies in a block, clipped to its length. */
    List<Cover> in(int block, int length) {
        return byBlock.getOrDefault(block, List.of()).stream()
                .map(cover -> {
                    int start = Math.max(0, Math.min(cover.start(), length));
                    int end = Math.max(start, Math.min(cover.end(), length));
                    return new Cover(cover.change(), cover.number(), start, end);
                })
                .toList();
    }
}
