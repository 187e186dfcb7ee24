package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.compare.Quotes.Quote;

/** Aligns quotations across the whole article: partners are those that share most of their words. */
final class QuotePairs {
    /** Partners share at least this part of the shorter one's words. */
    private static final double SHARED = 0.5;

    private record Candidate(int a, int b, double score) {}

    private QuotePairs() {}

    static void pair(Bodies bodies, int[] toB, int[] toA) {
        Arrays.fill(toB, -1);
        Arrays.fill(toA, -1);
        List<List<Integer>> aroundB = around(bodies.quotesB, bodies.docB.size());
        List<Candidate> candidates = new ArrayList<>();
        for (Quote qa : bodies.quotesA.all()) {
            Map<Integer, Integer> votes = new HashMap<>();
            for (int i = qa.from(); i < qa.to(); i++) {
                int j = bodies.toB[i];
                if (j >= 0 && bodies.wordsA.word[i]) {
                    for (int qb : aroundB.get(j)) {
                        votes.merge(qb, 1, Integer::sum);
                    }
                }
            }
            votes.forEach((index, count) -> {
                Quote qb = bodies.quotesB.get(index);
                if (count >= SHARED * Math.min(qa.words(), qb.words())) {
                    double depth = qa.depth() == qb.depth() ? 0.01 : 0;
                    candidates.add(new Candidate(qa.index(), index, 2.0 * count / (qa.words() + qb.words()) + depth));
                }
            });
        }
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.score())
                .thenComparingInt(Candidate::a)
                .thenComparingInt(Candidate::b));
        for (Candidate c : candidates) {
            if (toB[c.a()] < 0 && toA[c.b()] < 0) {
                toB[c.a()] = c.b();
                toA[c.b()] = c.a();
            }
        }
    }

    private static List<List<Integer>> around(Quotes quotes, int tokens) {
        List<List<Integer>> out = new ArrayList<>();
        for (int i = 0; i < tokens; i++) {
            out.add(List.of());
        }
        for (Quote quote : quotes.all()) {
            for (int i = quote.from(); i < quote.to(); i++) {
                List<Integer> there = new ArrayList<>(out.get(i));
                there.add(quote.index());
                out.set(i, there);
            }
        }
        return out;
    }
}
