package org.pressmark.compare;

import java.util.Arrays;

/** The words of a sentence as a multiset, sorted by number, with their weights. */
final class Bag {
    private final long[] sorted;

    /** The weight of all words. */
    final double total;

    final int words;

    Bag(Words from, int start, int end) {
        words = from.words(start, end);
        sorted = new long[words];
        int count = 0;
        double sum = 0;
        for (int i = start; i < end; i++) {
            if (from.word[i]) {
                // the weight rides along below the number: 3 or 10 tenths
                sorted[count++] = ((long) from.normal[i] << 4) | Math.round(from.weight[i] * 10);
                sum += from.weight[i];
            }
        }
        Arrays.sort(sorted);
        total = sum;
    }

    /** The weight of the words that both have. */
    double shared(Bag other) {
        int i = 0;
        int j = 0;
        long tenths = 0;
        while (i < sorted.length && j < other.sorted.length) {
            long left = sorted[i] >> 4;
            long right = other.sorted[j] >> 4;
            if (left == right) {
                tenths += other.sorted[j] & 15;
                i++;
                j++;
            } else if (left < right) {
                i++;
            } else {
                j++;
            }
        }
        return tenths / 10.0;
    }
}
