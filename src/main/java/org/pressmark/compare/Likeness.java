package org.pressmark.compare;

import java.util.HashMap;
import java.util.Map;

/** How alike two stretches of tokens are: Dice's coefficient over their words as a multiset, short words counting little. */
final class Likeness {
    /** Pairs below this are not one sentence in two wordings. */
    static final double PAIRED = 0.42;

    /** What moved must be more alike than what stands in its place. */
    static final double MOVED = 0.62;

    private final Words a;
    private final Words b;

    Likeness(Words a, Words b) {
        this.a = a;
        this.b = b;
    }

    /** In [0,1]: 1 for the same words. */
    double of(int aFrom, int aTo, int bFrom, int bTo) {
        double weightA = weight(a, aFrom, aTo);
        double weightB = weight(b, bFrom, bTo);
        if (weightA == 0 || weightB == 0) {
            return weightA == weightB ? 1 : 0;
        }
        if (2 * Math.min(weightA, weightB) < PAIRED * (weightA + weightB)) {
            return 0; // too different in length, whatever they share
        }
        return 2 * shared(aFrom, aTo, bFrom, bTo) / (weightA + weightB);
    }

    /** One word a side, as the number of a list: just alike enough where the marks around it are the same. */
    double ofMarks(int aFrom, int aTo, int bFrom, int bTo) {
        return a.words(aFrom, aTo) == 1 && b.words(bFrom, bTo) == 1 ? marks(aFrom, aTo, bFrom, bTo) : 0;
    }

    private double shared(int aFrom, int aTo, int bFrom, int bTo) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = aFrom; i < aTo; i++) {
            if (a.word[i]) {
                counts.merge(a.normal[i], 1, Integer::sum);
            }
        }
        double shared = 0;
        for (int j = bFrom; j < bTo; j++) {
            if (b.word[j]) {
                Integer left = counts.get(b.normal[j]);
                if (left != null && left > 0) {
                    counts.put(b.normal[j], left - 1);
                    shared += b.weight[j];
                }
            }
        }
        return shared;
    }

    private double marks(int aFrom, int aTo, int bFrom, int bTo) {
        if (aTo - aFrom != bTo - bFrom || aTo - aFrom < 2) {
            return 0;
        }
        for (int k = 0; k < aTo - aFrom; k++) {
            boolean same = a.exact[aFrom + k] == b.exact[bFrom + k];
            if (!same && !(a.word[aFrom + k] && b.word[bFrom + k])) {
                return 0;
            }
        }
        return PAIRED + 0.05;
    }

    private static double weight(Words words, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += words.weight[i];
        }
        return sum;
    }
}
