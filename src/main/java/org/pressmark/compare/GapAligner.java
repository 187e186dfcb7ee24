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
        Bag[] bagsA = bags(a, sa);
        Bag[] bagsB = bags(b, sb);
        int n = bagsA.length;
        int m = bagsB.length;
        double[][] shared = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                shared[i][j] = bagsA[i].shared(bagsB[j]);
            }
        }
        double[][] best = new double[n + 1][m + 1];
        byte[][] step = new byte[n + 1][m + 1];
        for (int i = n; i >= 0; i--) {
            for (int j = m; j >= 0; j--) {
                double value = i < n ? best[i + 1][j] : -1;
                byte how = i < n ? (byte) SKIP_A : NONE;
                if (j < m && best[i][j + 1] > value) {
                    value = best[i][j + 1];
                    how = SKIP_B;
                }
                if (i < n && j < m) {
                    double one = one(sa.get(i), sb.get(j), shared[i][j], bagsA[i].total + bagsB[j].total);
                    if (one > 0 && one + best[i + 1][j + 1] > value) {
                        value = one + best[i + 1][j + 1];
                        how = ONE;
                    }
                    boolean splits = j + 1 < m
                            && sb.get(j)[1] == sb.get(j + 1)[0]
                            && belong(shared[i][j], bagsB[j], shared[i][j + 1], bagsB[j + 1]);
                    double split = splits ? two(bagsA[i], bagsB[j], bagsB[j + 1], shared[i][j] + shared[i][j + 1]) : 0;
                    if (split > 0 && split + best[i + 1][j + 2] > value) {
                        value = split + best[i + 1][j + 2];
                        how = SPLIT;
                    }
                    boolean merges = i + 1 < n
                            && sa.get(i)[1] == sa.get(i + 1)[0]
                            && belong(shared[i][j], bagsA[i], shared[i + 1][j], bagsA[i + 1]);
                    double merge = merges ? two(bagsB[j], bagsA[i], bagsA[i + 1], shared[i][j] + shared[i + 1][j]) : 0;
                    if (merge > 0 && merge + best[i + 2][j + 1] > value) {
                        value = merge + best[i + 2][j + 1];
                        how = MERGE;
                    }
                }
                best[i][j] = i == n && j == m ? 0 : value;
                step[i][j] = how;
            }
        }
        return walk(sa, sb, step);
    }

    private static Bag[] bags(Words words, List<int[]> sentences) {
        Bag[] out = new Bag[sentences.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = new Bag(words, sentences.get(i)[0], sentences.get(i)[1]);
        }
        return out;
    }

    /** What pairing two sentences is worth, 0 where they are not alike enough. */
    private double one(int[] x, int[] y, double shared, double total) {
        double alike = total == 0 ? 1 : 2 * shared / total;
        if (alike < Likeness.PAIRED) {
            alike = likeness.ofMarks(x[0], x[1], y[0], y[1]);
        }
        return gain(alike, a.words(x[0], x[1]) + b.words(y[0], y[1]));
    }

    /** Two sentences against one: each of the two must belong to it. */
    private static boolean belong(double shared1, Bag y1, double shared2, Bag y2) {
        return y1.total > 0 && y2.total > 0 && shared1 >= 0.5 * y1.total && shared2 >= 0.5 * y2.total;
    }

    private static double two(Bag x, Bag y1, Bag y2, double shared) {
        double alike = 2 * Math.min(shared, x.total) / (x.total + y1.total + y2.total);
        return gain(alike, x.words + y1.words + y2.words);
    }

    private static double gain(double alike, int words) {
        return alike < Likeness.PAIRED ? 0 : (alike - Likeness.PAIRED + 0.05) * (words + 1);
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
