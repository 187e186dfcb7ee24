package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pressmark.model.Comparison.Row;

/** Sets the blocks of both articles side by side: blocks that share sentences stand in one row, every block in exactly one. */
final class Rows {
    private final int sizeA;
    private final int sizeB;
    private final int[] parent;

    Rows(int sizeA, int sizeB) {
        this.sizeA = sizeA;
        this.sizeB = sizeB;
        this.parent = new int[sizeA + sizeB];
        Arrays.setAll(parent, i -> i);
    }

    /** Blocks that belong beside each other. */
    void join(int a, int b) {
        parent[root(a)] = root(sizeA + b);
    }

    /** Furniture goes side by side only where neither piece has a place already. */
    void joinAlone(int a, int b) {
        if (root(a) != root(sizeA + b) && size(a) == 1 && size(sizeA + b) == 1) {
            join(a, b);
        }
    }

    private int size(int node) {
        int root = root(node);
        int count = 0;
        for (int i = 0; i < parent.length && count < 2; i++) {
            count += root(i) == root ? 1 : 0;
        }
        return count;
    }

    private int root(int node) {
        int i = node;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    /** In the order of the first side; what the second alone has follows the row of the block before it. */
    List<Row> ordered() {
        TreeMap<Integer, SortedSet<Integer>> left = new TreeMap<>();
        TreeMap<Integer, SortedSet<Integer>> right = new TreeMap<>();
        for (int i = 0; i < sizeA; i++) {
            left.computeIfAbsent(root(i), root -> new TreeSet<>()).add(i);
        }
        for (int j = 0; j < sizeB; j++) {
            right.computeIfAbsent(root(sizeA + j), root -> new TreeSet<>()).add(j);
        }
        boolean[] done = new boolean[parent.length];
        List<Row> out = new ArrayList<>();
        onlyB(0, left, right, done, out);
        for (int i = 0; i < sizeA; i++) {
            int root = root(i);
            if (done[root]) {
                continue;
            }
            done[root] = true;
            SortedSet<Integer> b = right.getOrDefault(root, new TreeSet<>());
            out.add(new Row(List.copyOf(left.getOrDefault(root, new TreeSet<>())), List.copyOf(b)));
            if (!b.isEmpty()) {
                onlyB(b.last() + 1, left, right, done, out);
            }
        }
        return out;
    }

    /** The blocks of the second side from {@code from} on that stand alone, up to the next that does not. */
    private void onlyB(
            int from,
            Map<Integer, SortedSet<Integer>> left,
            Map<Integer, SortedSet<Integer>> right,
            boolean[] done,
            List<Row> out) {
        for (int j = from; j < sizeB; j++) {
            int root = root(sizeA + j);
            if (left.containsKey(root)) {
                return;
            }
            if (!done[root]) {
                done[root] = true;
                out.add(new Row(List.of(), List.copyOf(right.getOrDefault(root, new TreeSet<>()))));
            }
        }
    }
}
