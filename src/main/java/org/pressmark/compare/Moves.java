package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds partners for sentences that stand off the main chain: first equal ones, then ones that are much alike. */
final class Moves {
    /** A phrase of fewer words may stand in two places by chance. */
    private static final int LEAST_WORDS = 4;

    /** Words that stand in more sentences than this tell nothing of their origin. */
    private static final int RARE = 12;

    private record Candidate(int a, int b, double alike) {}

    private final Words a;
    private final Words b;
    private final int[] boundsA;
    private final int[] boundsB;
    private final Likeness likeness;

    Moves(Words a, int[] boundsA, Words b, int[] boundsB) {
        this.a = a;
        this.b = b;
        this.boundsA = boundsA;
        this.boundsB = boundsB;
        this.likeness = new Likeness(a, b);
    }

    /**
     * Equal sentences, both without a partner and each the only one of its words among those.
     *
     * @param freeA whether a sentence of the first side has no partner yet
     * @return pairs {@code {a, b}} in order of {@code a}
     */
    List<int[]> equal(boolean[] freeA, boolean[] freeB) {
        Map<Long, int[]> places = new HashMap<>();
        for (int i = 0; i < freeA.length; i++) {
            if (freeA[i]) {
                int[] place =
                        places.computeIfAbsent(a.key(boundsA[i], boundsA[i + 1]), key -> new int[] {-1, 0, -1, 0});
                place[0] = i;
                place[1]++;
            }
        }
        for (int j = 0; j < freeB.length; j++) {
            int[] place = freeB[j] ? places.get(b.key(boundsB[j], boundsB[j + 1])) : null;
            if (place != null) {
                place[2] = j;
                place[3]++;
            }
        }
        List<int[]> out = new ArrayList<>();
        for (int[] place : places.values()) {
            if (place[1] == 1 && place[3] == 1 && a.words(boundsA[place[0]], boundsA[place[0] + 1]) >= LEAST_WORDS) {
                out.add(new int[] {place[0], place[2]});
            }
        }
        out.sort(Comparator.comparingInt(pair -> pair[0]));
        return out;
    }

    /** Sentences that are much alike, best first, each at most once. */
    List<int[]> alike(boolean[] freeA, boolean[] freeB) {
        Map<Integer, List<Integer>> index = new HashMap<>();
        for (int j = 0; j < freeB.length; j++) {
            if (freeB[j] && b.words(boundsB[j], boundsB[j + 1]) >= LEAST_WORDS) {
                for (int t = boundsB[j]; t < boundsB[j + 1]; t++) {
                    if (b.weight[t] >= 1) {
                        List<Integer> places = index.computeIfAbsent(b.normal[t], key -> new ArrayList<>());
                        if (places.size() <= RARE && (places.isEmpty() || places.get(places.size() - 1) != j)) {
                            places.add(j);
                        }
                    }
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < freeA.length; i++) {
            if (freeA[i] && a.words(boundsA[i], boundsA[i + 1]) >= LEAST_WORDS) {
                best(i, index, candidates);
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.alike())
                .thenComparingInt(Candidate::a)
                .thenComparingInt(Candidate::b));
        boolean[] usedA = new boolean[freeA.length];
        boolean[] usedB = new boolean[freeB.length];
        List<int[]> out = new ArrayList<>();
        for (Candidate c : candidates) {
            if (!usedA[c.a()] && !usedB[c.b()]) {
                usedA[c.a()] = true;
                usedB[c.b()] = true;
                out.add(new int[] {c.a(), c.b()});
            }
        }
        out.sort(Comparator.comparingInt(pair -> pair[0]));
        return out;
    }

    private void best(int i, Map<Integer, List<Integer>> index, List<Candidate> out) {
        Map<Integer, Integer> votes = new HashMap<>();
        for (int t = boundsA[i]; t < boundsA[i + 1]; t++) {
            List<Integer> places = a.weight[t] >= 1 ? index.get(a.normal[t]) : null;
            if (places != null && places.size() <= RARE) {
                for (int j : places) {
                    votes.merge(j, 1, Integer::sum);
                }
            }
        }
        List<Map.Entry<Integer, Integer>> ranked = new ArrayList<>(votes.entrySet());
        ranked.sort(
                Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        for (int k = 0; k < Math.min(3, ranked.size()); k++) {
            int j = ranked.get(k).getKey();
            double alike = likeness.of(boundsA[i], boundsA[i + 1], boundsB[j], boundsB[j + 1]);
            if (alike >= Likeness.MOVED) {
                out.add(new Candidate(i, j, alike));
            }
        }
    }
}
