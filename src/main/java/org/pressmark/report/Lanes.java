package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;

/** Upright stretches side by side: two that overlap get a lane each. */
final class Lanes {
    private final List<List<int[]>> lanes = new ArrayList<>();

    /** Takes the first lane that is free between two heights; gives its number, from 0. */
    int take(int from, int to) {
        int[] stretch = {Math.min(from, to), Math.max(from, to)};
        for (int i = 0; ; i++) {
            if (i == lanes.size()) {
                lanes.add(new ArrayList<>());
            }
            boolean free = lanes.get(i).stream().noneMatch(taken -> taken[0] <= stretch[1] && stretch[0] <= taken[1]);
            if (free) {
                lanes.get(i).add(stretch);
                return i;
            }
        }
    }

    /** How many lanes are in use. */
    int count() {
        return lanes.size();
    }
}
