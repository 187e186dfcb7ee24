package org.pressmark.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Patience: elements that are equal and unique on both sides anchor an alignment; of those that cross, the heaviest
 * increasing chain stays. Between anchors the search goes on, for what is unique there.
 */
final class Chain {
    /** Deeper searches find nothing new in real text and keep hostile ones from growing quadratic. */
    private static final int ROUNDS = 12;

    private final long[] a;
    private final long[] b;
    private final int[] weight;
    private final int[] match;

    private Chain(long[] a, long[] b, int[] weight) {
        this.a = a;
        this.b = b;
        this.weight = weight;
        this.match = new int[a.length];
        Arrays.fill(match, -1);
    }

    /**
     * Aligns two sequences by their equal elements.
     *
     * @param weight of each element of {@code a}
     * @return for each element of {@code a} its partner in {@code b} or −1; partners rise
     */
    static int[] align(long[] a, long[] b, int[] weight) {
        Chain chain = new Chain(a, b, weight);
        chain.range(0, a.length, 0, b.length, 0);
        return chain.match;
    }

    /**
     * The heaviest rising chain.
     *
     * @param partner for each element its place on the other side; all different
     * @return for each element whether it belongs to the chain
     */
    static boolean[] rising(int[] partner, int[] weight) {
        int highest = 0;
        for (int place : partner) {
            highest = Math.max(highest, place + 1);
        }
        int[] chosen = new Chain(new long[0], new long[0], weight).heaviest(partner, 0, 0, highest);
        boolean[] out = new boolean[partner.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = chosen[i] >= 0;
        }
        return out;
    }

    private void range(int aFrom, int aTo, int bFrom, int bTo, int round) {
        int a0 = aFrom;
        int b0 = bFrom;
        int a1 = aTo;
        int b1 = bTo;
        if (round > 0) { // at the very ends of the texts only what is unique may anchor
            while (a0 < a1 && b0 < b1 && a[a0] == b[b0]) {
                match[a0++] = b0++;
            }
            while (a0 < a1 && b0 < b1 && a[a1 - 1] == b[b1 - 1]) {
                match[--a1] = --b1;
            }
        }
        if (a0 >= a1 || b0 >= b1 || round > ROUNDS) {
            return;
        }
        int[] chosen = heaviest(unique(a0, a1, b0, b1), a0, b0, b1);
        int lastA = a0;
        int lastB = b0;
        boolean any = false;
        for (int i = a0; i < a1; i++) {
            int partner = chosen[i - a0];
            if (partner >= 0) {
                match[i] = partner;
                range(lastA, i, lastB, partner, round + 1);
                lastA = i + 1;
                lastB = partner + 1;
                any = true;
            }
        }
        if (any || round == 0) {
            range(lastA, a1, lastB, b1, round + 1);
        }
    }

    /** For each element of the range of {@code a} its partner, where both are unique in their ranges. */
    private int[] unique(int a0, int a1, int b0, int b1) {
        Map<Long, int[]> places = new HashMap<>();
        for (int i = a0; i < a1; i++) {
            int[] place = places.computeIfAbsent(a[i], key -> new int[] {-1, 0, -1, 0});
            place[0] = i;
            place[1]++;
        }
        for (int j = b0; j < b1; j++) {
            int[] place = places.get(b[j]);
            if (place != null) {
                place[2] = j;
                place[3]++;
            }
        }
        int[] out = new int[a1 - a0];
        Arrays.fill(out, -1);
        for (int[] place : places.values()) {
            if (place[1] == 1 && place[3] == 1) {
                out[place[0] - a0] = place[2];
            }
        }
        return out;
    }

    /** Keeps the heaviest chain of rising partners, by a tree of prefix maxima. */
    private int[] heaviest(int[] partner, int a0, int b0, int b1) {
        int size = b1 - b0;
        long[] best = new long[size + 1];
        int[] bestAt = new int[size + 1];
        Arrays.fill(bestAt, -1);
        int[] before = new int[partner.length];
        long[] total = new long[partner.length];
        int end = -1;
        for (int i = 0; i < partner.length; i++) {
            before[i] = -1;
            if (partner[i] < 0) {
                continue;
            }
            long sum = 0;
            for (int k = partner[i] - b0; k > 0; k -= k & -k) {
                if (best[k] > sum) {
                    sum = best[k];
                    before[i] = bestAt[k];
                }
            }
            total[i] = sum + Math.max(1, weight[a0 + i]);
            for (int k = partner[i] - b0 + 1; k <= size; k += k & -k) {
                if (total[i] > best[k]) {
                    best[k] = total[i];
                    bestAt[k] = i;
                }
            }
            if (end < 0 || total[i] > total[end]) {
                end = i;
            }
        }
        int[] out = new int[partner.length];
        Arrays.fill(out, -1);
        for (int i = end; i >= 0; i = before[i]) {
            out[i] = partner[i];
        }
        return out;
    }
}
