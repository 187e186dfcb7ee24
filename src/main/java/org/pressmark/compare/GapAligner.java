package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Aligns the sentences between two anchors that are alike but not equal: one to one, one to two, two to one, or alone, so
 * that the weighted likeness is greatest. Too large a gap is aligned by the words that its token diff matches.
 */
final class GapAligner {
    private static final long CELLS = 40_000;

    private static final int NONE = 0;
    private static final int ONE = 1;
    private static final int SPLIT = 2;
    private static final int MERGE = 3;
    private static final int SKIP_A = 4;
    private static final int SKIP_B = 5;

    private final Words a;
    private final Words b;
    private final Likeness likeness;

    GapAligner(Words a, Words b) {
        this.a = a;
        this.b = b;
        this.likeness = new Likeness(a, b);
    }

    /**
     * @param sa the first side's sentences in the gap as pairs of token numbers {@code {from, to}}
     * @param sb the second side's
     */
    List<Pairing> align(List<int[]> sa, List<int[]> sb) {
        if (sa.isEmpty() || sb.isEmpty()) {
            return List.of();
        }
        return (long) sa.size() * sb.size() <= CELLS ? table(sa, sb) : byTokens(sa, sb);
    }

    private List<Pairing> table(List<int[]> sa, List<int[]> sb) {
        int n = sa.size();
        int m = sb.size();
        double[][] best = new double[n + 1][m + 1];
        byte[][] step = new byte[n + 1][m + 1];
        double[][] single = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                single[i][j] = likeness.of(sa.get(i)[0], sa.get(i)[1], sb.get(j)[0], sb.get(j)[1]);
            }
        }
        for (int i = n; i >= 0; i--) {
            for (int j = m; j >= 0; j--) {
                if (i == n && j == m) {
                    continue;
                }
                double value = i < n ? best[i + 1][j] : -1;
                byte how = i < n ? (byte) SKIP_A : NONE;
                if (j < m && best[i][j + 1] > value) {
                    value = best[i][j + 1];
                    how = SKIP_B;
                }
                if (i < n && j < m) {
                    double one = single[i][j] < Likeness.PAIRED ? -1 : gain(single[i][j], sa.get(i), sb.get(j)) + best[i + 1][j + 1];
                    if (one > value) {
                        value = one;
                        how = ONE;
                    }
                    double split = j + 1 < m ? split(sa.get(i), sb.get(j), sb.get(j + 1)) : -1;
                    if (split > 0 && split + best[i + 1][j + 2] > value) {
                        value = split + best[i + 1][j + 2];
                        how = SPLIT;
                    }
                    double merge = i + 1 < n ? merge(sa.get(i), sa.get(i + 1), sb.get(j)) : -1;
                    if (merge > 0 && merge + best[i + 2][j + 1] > value) {
                        value = merge + best[i + 2][j + 1];
                        how = MERGE;
                    }
                }
                best[i][j] = value;
                step[i][j] = how;
            }
        }
        return walk(sa, sb, step);
    }

    private List<Pairing> walk(List<int[]> sa, List<int[]> sb, byte[][] step) {
        List<Pairing> out = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < sa.size() || j < sb.size()) {
            switch (step[i][j]) {
                case ONE -> out.add(group(sa.get(i), sa.get(i++), sb.get(j), sb.get(j++)));
                case SPLIT -> {
                    out.add(group(sa.get(i), sa.get(i), sb.get(j), sb.get(j + 1)));
                    i++;
                    j += 2;
                }
                case MERGE -> {
                    out.add(group(sa.get(i), sa.get(i + 1), sb.get(j), sb.get(j)));
                    i += 2;
                    j++;
                }
                case SKIP_A -> i++;
                default -> j++;
            }
        }
        return out;
    }

    private static Pairing group(int[] a, int[] aLast, int[] b, int[] bLast) {
        return new Pairing(a[0], aLast[1], b[0], bLast[1], -1);
    }

    private double gain(double alike, int[] x, int[] y) {
        return (alike - Likeness.PAIRED + 0.05) * (a.words(x[0], x[1]) + b.words(y[0], y[1]) + 1);
    }

    /** One sentence against two: each of the two must belong to it. */
    private double split(int[] x, int[] y1, int[] y2) {
        if (y1[1] != y2[0]) {
            return -1; // what moved stands between them
        }
        if (likeness.heldByFirst(x[0], x[1], y1[0], y1[1]) < 0.5 || likeness.heldByFirst(x[0], x[1], y2[0], y2[1]) < 0.5) {
            return -1;
        }
        double alike = likeness.of(x[0], x[1], y1[0], y2[1]);
        return alike < Likeness.PAIRED ? -1 : gain(alike, x, new int[] {y1[0], y2[1]});
    }

    private double merge(int[] x1, int[] x2, int[] y) {
        if (x1[1] != x2[0]) {
            return -1;
        }
        if (likeness.held(x1[0], x1[1], y[0], y[1]) < 0.5 || likeness.held(x2[0], x2[1], y[0], y[1]) < 0.5) {
            return -1;
        }
        double alike = likeness.of(x1[0], x2[1], y[0], y[1]);
        return alike < Likeness.PAIRED ? -1 : gain(alike, new int[] {x1[0], x2[1]}, y);
    }

    /** Pairs each sentence with the one that holds most of its matched words. */
    private List<Pairing> byTokens(List<int[]> sa, List<int[]> sb) {
        int aFrom = sa.get(0)[0];
        int aTo = sa.get(sa.size() - 1)[1];
        int bFrom = sb.get(0)[0];
        int[] match = TokenDiff.match(a.normal, aFrom, aTo, b.normal, bFrom, sb.get(sb.size() - 1)[1], a.weight);
        int[] ends = sb.stream().mapToInt(range -> range[1]).toArray();
        List<Pairing> out = new ArrayList<>();
        int next = 0;
        for (int[] x : sa) {
            int bestAt = -1;
            double most = 0;
            int at = next;
            double sum = 0;
            for (int i = x[0]; i < x[1]; i++) {
                int j = match[i - aFrom];
                if (j < 0) {
                    continue;
                }
                while (at < ends.length && ends[at] <= j) {
                    at++;
                    sum = 0;
                }
                sum += a.weight[i];
                if (at < ends.length && sum > most && at >= next) {
                    most = sum;
                    bestAt = at;
                }
            }
            if (bestAt >= 0) {
                int[] y = sb.get(bestAt);
                if (likeness.of(x[0], x[1], y[0], y[1]) >= Likeness.PAIRED) {
                    out.add(new Pairing(x[0], x[1], y[0], y[1], -1));
                    next = bestAt + 1;
                }
            }
        }
        return Collections.unmodifiableList(out);
    }
}
