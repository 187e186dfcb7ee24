package org.pressmark.compare;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Aligns two stretches of tokens. Short stretches by dynamic programming that prefers words over marks and few, whole
 * changes over many small ones; long ones are first cut at tokens that are unique on both sides, and where there are none,
 * in proportion: time and memory stay near linear whatever the input holds.
 */
final class TokenDiff {
    /** The largest table, in cells. */
    private static final int CELLS = 1 << 18;

    /** A stretch that has no anchors is cut into tables of this many cells. */
    private static final int BLIND_CELLS = 1 << 14;

    private static final int OPEN = 3;

    private final int[] a;
    private final int[] b;
    private final float[] weight;
    private final int aBase;
    private final int[] match;

    private record Range(int a0, int a1, int b0, int b1, int round) {}

    private final Deque<Range> todo = new ArrayDeque<>();

    private TokenDiff(int[] a, int[] b, float[] weight, int aBase, int size) {
        this.a = a;
        this.b = b;
        this.weight = weight;
        this.aBase = aBase;
        this.match = new int[size];
        Arrays.fill(match, -1);
    }

    /**
     * Aligns {@code a[aFrom..aTo)} with {@code b[bFrom..bTo)}.
     *
     * @param weight how much each token of {@code a} tells (0 for marks)
     * @return for each token of the stretch of {@code a} its partner's index in {@code b}, or −1; partners rise
     */
    static int[] match(int[] a, int aFrom, int aTo, int[] b, int bFrom, int bTo, float[] weight) {
        TokenDiff diff = new TokenDiff(a, b, weight, aFrom, aTo - aFrom);
        diff.todo.push(new Range(aFrom, aTo, bFrom, bTo, 0));
        while (!diff.todo.isEmpty()) {
            diff.range(diff.todo.pop());
        }
        return diff.match;
    }

    private void range(Range range) {
        int a0 = range.a0();
        int a1 = range.a1();
        int b0 = range.b0();
        int b1 = range.b1();
        while (a0 < a1 && b0 < b1 && a[a0] == b[b0]) {
            match[a0++ - aBase] = b0++;
        }
        while (a0 < a1 && b0 < b1 && a[a1 - 1] == b[b1 - 1]) {
            match[--a1 - aBase] = --b1;
        }
        if (a0 == a1 || b0 == b1) {
            return;
        }
        long cells = (long) (a1 - a0) * (b1 - b0);
        if (cells <= (range.round() < 0 ? BLIND_CELLS : CELLS)) {
            table(a0, a1, b0, b1);
        } else if (range.round() < 0 || range.round() > 8 || !anchored(a0, a1, b0, b1, range.round())) {
            halve(a0, a1, b0, b1);
        }
    }

    private boolean anchored(int a0, int a1, int b0, int b1, int round) {
        long[] keysA = new long[a1 - a0];
        long[] keysB = new long[b1 - b0];
        int[] weights = new int[keysA.length];
        for (int i = a0; i < a1; i++) {
            keysA[i - a0] = a[i];
            weights[i - a0] = 1;
        }
        for (int j = b0; j < b1; j++) {
            keysB[j - b0] = b[j];
        }
        int[] chain = Chain.align(keysA, keysB, weights);
        int lastA = a0;
        int lastB = b0;
        boolean any = false;
        for (int i = a0; i < a1; i++) {
            int partner = chain[i - a0];
            if (partner >= 0) {
                match[i - aBase] = b0 + partner;
                push(lastA, i, lastB, b0 + partner, round + 1);
                lastA = i + 1;
                lastB = b0 + partner + 1;
                any = true;
            }
        }
        if (any) {
            push(lastA, a1, lastB, b1, round + 1);
        }
        return any;
    }

    /** No anchor: both stretches are cut in the middle, and what crosses is given up. */
    private void halve(int a0, int a1, int b0, int b1) {
        int aMiddle = (a0 + a1) >>> 1;
        int bMiddle = (b0 + b1) >>> 1;
        push(a0, aMiddle, b0, bMiddle, -1);
        push(aMiddle, a1, bMiddle, b1, -1);
    }

    private void push(int a0, int a1, int b0, int b1, int round) {
        if (a0 < a1 && b0 < b1) {
            todo.push(new Range(a0, a1, b0, b1, round));
        }
    }

    /** Two layers: in a run of equal tokens, and in a change; opening a change costs. */
    private void table(int a0, int a1, int b0, int b1) {
        int n = a1 - a0;
        int m = b1 - b0;
        int width = m + 1;
        byte[] from = new byte[(n + 1) * width];
        int[] equal = new int[width];
        int[] change = new int[width];
        int[] nextEqual = new int[width];
        int[] nextChange = new int[width];
        final int never = Integer.MIN_VALUE / 2;
        // rows run from the end, so that ties are broken in favour of the earliest match
        Arrays.fill(equal, never);
        Arrays.fill(change, -OPEN);
        equal[m] = 0;
        change[m] = -OPEN;
        for (int i = n - 1; i >= 0; i--) {
            nextEqual[m] = never;
            nextChange[m] = -OPEN;
            for (int j = m - 1; j >= 0; j--) {
                int here = i * width + j;
                int best = never;
                if (a[a0 + i] == b[b0 + j]) {
                    int gain = gain(a0 + i);
                    int onward = Math.max(equal[j + 1], change[j + 1]);
                    best = gain + onward;
                    from[here] = (byte) (equal[j + 1] >= change[j + 1] ? 1 : 2);
                }
                nextEqual[j] = best;
                // in a change at (i, j): drop a token of either side, or end the change where an equal run begins
                int down = Math.max(change[j], equal[j] - OPEN);
                int right = Math.max(nextChange[j + 1], nextEqual[j + 1] - OPEN);
                nextChange[j] = Math.max(down, right);
                from[here] |= (byte)
                        (down >= right
                                ? (change[j] >= equal[j] - OPEN ? 4 : 8)
                                : nextChange[j + 1] >= nextEqual[j + 1] - OPEN ? 16 : 32);
            }
            int[] swap = equal;
            equal = nextEqual;
            nextEqual = swap;
            swap = change;
            change = nextChange;
            nextChange = swap;
        }
        walk(a0, b0, n, m, from, equal[0] >= change[0]);
    }

    private void walk(int a0, int b0, int n, int m, byte[] from, boolean startsEqual) {
        boolean equal = startsEqual;
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            int here = from[i * (m + 1) + j];
            if (equal) {
                match[a0 + i - aBase] = b0 + j;
                equal = (here & 1) != 0;
                i++;
                j++;
            } else if ((here & 12) != 0) {
                equal = (here & 8) != 0;
                i++;
            } else {
                equal = (here & 32) != 0;
                j++;
            }
        }
    }

    private int gain(int token) {
        return weight[token] >= 1 ? 6 : weight[token] > 0 ? 5 : 4;
    }
}
