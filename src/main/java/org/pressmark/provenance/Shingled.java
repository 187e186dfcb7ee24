package org.pressmark.provenance;

import java.util.Arrays;
import java.util.List;

/** Sets of hashed word n-grams: what two texts share, and what one lacks. */
final class Shingled {
    private Shingled() {}

    /** The distinct hashes of the words' n-grams, ascending. */
    static long[] of(List<String> words, int n) {
        if (words.size() < n) {
            return new long[0];
        }
        long[] out = new long[words.size() - n + 1];
        for (int i = 0; i < out.length; i++) {
            long hash = 0xcbf29ce484222325L;
            for (int w = i; w < i + n; w++) {
                hash = add(hash, words.get(w));
            }
            out[i] = hash;
        }
        return Arrays.stream(out).sorted().distinct().toArray();
    }

    static long add(long hash, String word) {
        long out = hash;
        for (int i = 0; i < word.length(); i++) {
            out = (out ^ word.charAt(i)) * 0x100000001b3L;
        }
        return (out ^ 0x1f) * 0x100000001b3L;
    }

    static int common(long[] a, long[] b) {
        int count = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                count++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return count;
    }

    /** How many of {@code a} stand in {@code b} and not in {@code lacking}. */
    static int commonBut(long[] a, long[] b, long[] lacking) {
        int count = 0;
        for (int i = 0, j = 0, k = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                while (k < lacking.length && lacking[k] < a[i]) {
                    k++;
                }
                count += k < lacking.length && lacking[k] == a[i] ? 0 : 1;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return count;
    }

    /** Share of {@code a} that {@code b} has. */
    static double share(long[] a, long[] b) {
        return a.length == 0 ? 0 : (double) common(a, b) / a.length;
    }

    static double jaccard(long[] a, long[] b) {
        int common = common(a, b);
        int all = a.length + b.length - common;
        return all == 0 ? 0 : (double) common / all;
    }
}
