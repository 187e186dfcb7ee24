package org.pressmark.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pressmark.text.WordRuns;

/**
 * Finds in many texts, held in memory, the groups of near copies: texts that share two fingerprints are candidates, those
 * that share enough of the shorter one's 5-grams are copies, and copies of copies belong together.
 */
public final class CopyGroups {
    /** Two texts are near copies where this share of the shorter one's distinct 5-grams stands in the other. */
    public static final double NEAR = 0.4;

    private static final int LEAST_SHARED = 2;
    /** A fingerprint that more texts have pairs each with the next only: enough to join a great group of copies. */
    private static final int COMMON = 60;

    private final List<long[]> runs = new ArrayList<>();
    private final List<long[]> prints = new ArrayList<>();

    /** Adds a text, by its words; gives its number, from 0. */
    public int add(List<String> words) {
        long[] hashes = WordRuns.hashes(words, Fingerprints.WORDS);
        prints.add(Fingerprints.winnowed(hashes));
        runs.add(WordRuns.distinct(hashes));
        return runs.size() - 1;
    }

    /** The numbers of all texts, those that belong together in one list, in order of their first. */
    public List<List<Integer>> find() {
        int[] leader = new int[runs.size()];
        Arrays.setAll(leader, i -> i);
        candidates().forEach((pair, count) -> {
            int a = (int) (pair / runs.size());
            int b = (int) (pair % runs.size());
            if (count >= LEAST_SHARED
                    && leader(leader, a) != leader(leader, b)
                    && WordRuns.inSmaller(runs.get(a), runs.get(b)) >= NEAR) {
                leader[Math.max(leader(leader, a), leader(leader, b))] = Math.min(leader(leader, a), leader(leader, b));
            }
        });
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < leader.length; i++) {
            groups.computeIfAbsent(leader(leader, i), first -> new ArrayList<>())
                    .add(i);
        }
        return groups.values().stream().map(List::copyOf).toList();
    }

    private static int leader(int[] leader, int of) {
        int at = of;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    /** Pairs of texts, as one number, and how many fingerprints they share. */
    private Map<Long, Integer> candidates() {
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, runs.size()));
        long[] entries = entries(bits);
        Map<Long, Integer> out = new HashMap<>();
        for (int from = 0; from < entries.length; ) {
            int to = from + 1;
            while (to < entries.length && entries[to] >>> bits == entries[from] >>> bits) {
                to++;
            }
            int reach = to - from > COMMON ? 1 : COMMON;
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < Math.min(to, i + 1 + reach); j++) {
                    out.merge(pair(entries[i], entries[j], bits), 1, Integer::sum);
                }
            }
            from = to;
        }
        return new TreeMap<>(out);
    }

    /** Fingerprints and text numbers in one word each, in order: a fingerprint's texts stand side by side. */
    private long[] entries(int bits) {
        long[] out = new long[prints.stream().mapToInt(list -> list.length).sum()];
        int count = 0;
        for (int text = 0; text < prints.size(); text++) {
            for (long print : prints.get(text)) {
                out[count++] = print << bits | text;
            }
        }
        Arrays.sort(out);
        return out;
    }

    private long pair(long first, long second, int bits) {
        long mask = (1L << bits) - 1;
        return (first & mask) * runs.size() + (second & mask);
    }
}
