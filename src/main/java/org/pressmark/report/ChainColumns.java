package org.pressmark.report;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In which column each box of a chain's picture stands: how many steps it is from the farthest source. */
final class ChainColumns {
    private ChainColumns() {}

    /** Each box stands a step farther than all that it comes from; a ring of statements is cut at its first text. */
    static Map<ChainBox, Integer> of(List<ChainBox> roots, List<ChainWays.Way> ways) {
        Map<ChainBox, Map<ChainBox, Integer>> steps = new LinkedHashMap<>();
        roots.forEach(root -> steps(root, steps));
        ways.stream()
                .filter(way -> way.link().directionKnown())
                .forEach(way -> Objects.requireNonNull(steps.get(way.from())).merge(way.to(), 1, Math::max));
        Map<ChainBox, Integer> column = new HashMap<>();
        Map<ChainBox, Integer> open = new LinkedHashMap<>();
        steps.keySet().forEach(box -> open.put(box, 0));
        steps.values().forEach(to -> to.keySet().forEach(box -> open.merge(box, 1, Integer::sum)));
        ArrayDeque<ChainBox> ready = new ArrayDeque<>();
        open.forEach((box, sources) -> {
            if (sources == 0) {
                ready.add(box);
            }
        });
        while (!open.isEmpty()) {
            ChainBox box = ready.isEmpty() ? open.keySet().iterator().next() : ready.remove();
            open.remove(box);
            int own = column.computeIfAbsent(box, key -> 0);
            Objects.requireNonNull(steps.get(box)).forEach((child, step) -> {
                if (open.containsKey(child)) {
                    column.merge(child, own + step, Math::max);
                    if (open.merge(child, -1, Integer::sum) == 0) {
                        ready.add(child);
                    }
                }
            });
        }
        return column;
    }

    /** What came from a box is a step away, what stands beside it none. */
    private static void steps(ChainBox box, Map<ChainBox, Map<ChainBox, Integer>> steps) {
        Map<ChainBox, Integer> to = new LinkedHashMap<>();
        box.below().forEach(child -> to.put(child, 1));
        box.beside().forEach(child -> to.put(child, 0));
        steps.put(box, to);
        to.keySet().forEach(child -> steps(child, steps));
    }
}
