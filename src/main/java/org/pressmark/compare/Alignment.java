package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The bodies of both sides, sentence by sentence: what belongs together, what moved, what stands alone. */
final class Alignment {
    private final Doc docA;
    private final Doc docB;
    private final Words a;
    private final Words b;
    private final List<Pairing> groups = new ArrayList<>();
    private int[] boundsA = {};
    private int[] boundsB = {};
    private boolean[] freeA = {};
    private boolean[] freeB = {};
    private int moves;

    private Alignment(Doc docA, Words a, Doc docB, Words b) {
        this.docA = docA;
        this.docB = docB;
        this.a = a;
        this.b = b;
    }

    static Alignment of(Doc docA, Words a, Doc docB, Words b) {
        Alignment alignment = new Alignment(docA, a, docB, b);
        alignment.run();
        return alignment;
    }

    /** In order of the first side. */
    List<Pairing> groups() {
        return groups;
    }

    /** How many passages moved; groups name theirs by number. */
    int moves() {
        return moves;
    }

    /** Runs of sentences of the first side without a partner, as {@code {from, to}} in tokens, with the sentences' borders. */
    List<int[]> aloneA() {
        return alone(boundsA, freeA);
    }

    List<int[]> aloneB() {
        return alone(boundsB, freeB);
    }

    private static List<int[]> alone(int[] bounds, boolean[] free) {
        List<int[]> out = new ArrayList<>();
        for (int i = 0; i < free.length; i++) {
            if (free[i]) {
                out.add(new int[] {bounds[i], bounds[i + 1]});
            }
        }
        return out;
    }

    private void run() {
        Cuts cutsA = new Cuts(docA.sentenceStarts(), docA.size());
        Cuts cutsB = new Cuts(docB.sentenceStarts(), docB.size());
        boundsA = cutsA.bounds();
        boundsB = cutsB.bounds();
        carryBorders(cutsA, cutsB, chain());
        boundsA = cutsA.bounds();
        boundsB = cutsB.bounds();
        int[] chain = chain();
        freeA = new boolean[boundsA.length - 1];
        freeB = new boolean[boundsB.length - 1];
        Arrays.fill(freeA, true);
        Arrays.fill(freeB, true);
        for (int i = 0; i < chain.length; i++) {
            if (chain[i] >= 0) {
                pair(i, chain[i]);
            }
        }
        List<int[]> moved = new ArrayList<>();
        take(new Moves(a, boundsA, b, boundsB).equal(freeA, freeB), moved);
        fillGaps(chain);
        take(new Moves(a, boundsA, b, boundsB).alike(freeA, freeB), moved);
        for (int[] pair : moved) {
            pair(pair[0], pair[1]);
        }
        for (int[] pair : moved) {
            extend(pair, 1);
            extend(pair, -1);
        }
        groups.sort(Comparator.comparingInt(Pairing::aFrom));
        number();
    }

    private int[] chain() {
        int[] weight = new int[boundsA.length - 1];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = a.words(boundsA[i], boundsA[i + 1]);
        }
        return Chain.align(keys(a, boundsA), keys(b, boundsB), weight);
    }

    private static long[] keys(Words words, int[] bounds) {
        long[] out = new long[bounds.length - 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = words.key(bounds[i], bounds[i + 1]);
        }
        return out;
    }

    private void carryBorders(Cuts cutsA, Cuts cutsB, int[] chain) {
        Borders borders = new Borders(docA, a, docB, b);
        int lastA = 0;
        int lastB = 0;
        for (int i = 0; i <= chain.length; i++) {
            boolean end = i == chain.length;
            if (end || chain[i] >= 0) {
                int toB = end ? boundsB.length - 1 : chain[i];
                if (lastA < i && lastB < toB) {
                    borders.carry(cutsA, boundsA[lastA], boundsA[i], cutsB, boundsB[lastB], boundsB[toB]);
                }
                lastA = i + 1;
                lastB = toB + 1;
            }
        }
    }

    private void fillGaps(int[] chain) {
        GapAligner aligner = new GapAligner(a, b);
        int lastA = 0;
        int lastB = 0;
        for (int i = 0; i <= chain.length; i++) {
            boolean end = i == chain.length;
            if (end || chain[i] >= 0) {
                int toB = end ? freeB.length : chain[i];
                for (Pairing group : aligner.align(free(boundsA, freeA, lastA, i), free(boundsB, freeB, lastB, toB))) {
                    groups.add(group);
                    occupy(boundsA, freeA, group.aFrom(), group.aTo());
                    occupy(boundsB, freeB, group.bFrom(), group.bTo());
                }
                lastA = i + 1;
                lastB = toB + 1;
            }
        }
    }

    private static List<int[]> free(int[] bounds, boolean[] free, int from, int to) {
        List<int[]> out = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (free[i]) {
                out.add(new int[] {bounds[i], bounds[i + 1]});
            }
        }
        return out;
    }

    private static void occupy(int[] bounds, boolean[] free, int from, int to) {
        int i = Arrays.binarySearch(bounds, from);
        while (i >= 0 && i < free.length && bounds[i] < to) {
            free[i++] = false;
        }
    }

    private void take(List<int[]> pairs, List<int[]> moved) {
        for (int[] pair : pairs) {
            freeA[pair[0]] = false;
            freeB[pair[1]] = false;
            moved.add(pair);
        }
    }

    private void pair(int i, int j) {
        freeA[i] = false;
        freeB[j] = false;
        groups.add(new Pairing(boundsA[i], boundsA[i + 1], boundsB[j], boundsB[j + 1], -1));
    }

    /** Free neighbours of what moved that are equal, however short, go with it. */
    private void extend(int[] pair, int step) {
        int i = pair[0] + step;
        int j = pair[1] + step;
        while (i >= 0 && j >= 0 && i < freeA.length && j < freeB.length && freeA[i] && freeB[j] && equal(i, j)) {
            pair(i, j);
            i += step;
            j += step;
        }
    }

    /** Of pairs that cross, the heaviest chain stands in order and the others moved; those side by side are one passage. */
    private void number() {
        int[] partner = new int[groups.size()];
        int[] weight = new int[groups.size()];
        for (int k = 0; k < partner.length; k++) {
            partner[k] = groups.get(k).bFrom();
            weight[k] = a.words(groups.get(k).aFrom(), groups.get(k).aTo());
        }
        boolean[] inOrder = Chain.rising(partner, weight);
        int lastA = -1;
        int lastB = -1;
        for (int k = 0; k < partner.length; k++) {
            Pairing group = groups.get(k);
            if (!inOrder[k]) {
                boolean goesOn = group.aFrom() == lastA && group.bFrom() == lastB;
                moves += goesOn ? 0 : 1;
                groups.set(k, new Pairing(group.aFrom(), group.aTo(), group.bFrom(), group.bTo(), moves - 1));
                lastA = group.aTo();
                lastB = group.bTo();
            }
        }
    }

    private boolean equal(int i, int j) {
        return a.key(boundsA[i], boundsA[i + 1]) == b.key(boundsB[j], boundsB[j + 1]);
    }
}
