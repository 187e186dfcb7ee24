package org.pressmark.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hashed runs of words (n-grams), by which texts are compared without aligning them: folded and case-folded, marks passed
 * over, numbers counted as words. Sets of them are ascending arrays, each hash once.
 */
public final class WordRuns {
    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** Stands behind each word, so that the runs of other words with the same letters are others. */
    private static final char BEHIND = 0x1f;

    private WordRuns() {}

    /** The words of a text as they are compared. */
    public static List<String> words(String text) {
        List<String> out = new ArrayList<>();
        for (Token token : Tokenizer.ofFolded(Folded.fold(text))) {
            if (token.kind() != Token.Kind.PUNCTUATION) {
                out.add(token.lower());
            }
        }
        return out;
    }

    /** One hash for each run of so many words, in order; fewer words than that have one hash together; none, none. */
    public static long[] hashes(List<String> words, int width) {
        int used = Math.min(width, words.size());
        long[] out = new long[used == 0 ? 0 : words.size() - used + 1];
        if (out.length == 0) {
            return out;
        }
        int[] ends = new int[words.size()];
        char[] all = setTogether(words, ends);
        for (int i = 0; i < out.length; i++) {
            out[i] = hash(all, i == 0 ? 0 : ends[i - 1], ends[i + used - 1]);
        }
        return out;
    }

    /** The same as a set. */
    public static long[] set(List<String> words, int width) {
        return distinct(hashes(words, width));
    }

    /** One hash of some words in order. */
    public static long hash(List<String> words) {
        char[] all = setTogether(words, new int[words.size()]);
        return hash(all, 0, all.length);
    }

    private static long hash(char[] text, int from, int to) {
        long hash = START;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * PRIME;
        }
        return mixed(hash);
    }

    /** The words with a mark behind each; {@code ends} takes where each ends, its mark counted. */
    private static char[] setTogether(List<String> words, int[] ends) {
        int length = 0;
        for (int i = 0; i < ends.length; i++) {
            length += words.get(i).length() + 1;
            ends[i] = length;
        }
        char[] out = new char[length];
        for (int i = 0; i < ends.length; i++) {
            String word = words.get(i);
            word.getChars(0, word.length(), out, ends[i] - word.length() - 1);
            out[ends[i] - 1] = BEHIND;
        }
        return out;
    }

    /** The hashes as a set: each once, in rising order. */
    public static long[] distinct(long[] hashes) {
        long[] out = hashes.clone();
        Arrays.sort(out);
        int count = 0;
        for (int i = 0; i < out.length; i++) {
            if (i == 0 || out[i] != out[i - 1]) {
                out[count++] = out[i];
            }
        }
        return Arrays.copyOf(out, count);
    }

    /** How many stand in both sets. */
    public static int common(long[] a, long[] b) {
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

    /** Share of the smaller set that stands in the larger one; 0 where one is empty. */
    public static double inSmaller(long[] a, long[] b) {
        int smaller = Math.min(a.length, b.length);
        return smaller == 0 ? 0 : (double) common(a, b) / smaller;
    }

    public static boolean has(long[] set, long hash) {
        return Arrays.binarySearch(set, hash) >= 0;
    }

    /** Spreads the weak high bits of FNV-1a (the finaliser of MurmurHash3), since winnowing compares whole values. */
    private static long mixed(long hash) {
        long out = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        out = (out ^ out >>> 33) * 0xc4ceb9fe1a85ec53L;
        return out ^ out >>> 33;
    }
}
