package org.pressmark.provenance;

import java.util.HashMap;
import java.util.Map;
import org.pressmark.text.WordRuns;

/**
 * Who has which readings: runs of three words, and in how many of the texts that are traced together each stands. A place
 * where two texts part counts once, however long it is.
 */
final class Readings {
    /** A stretch this long that one text has and the other lacks is a passage, not a word or two. */
    private static final int PASSAGE = 10;

    /**
     * The places where a supposed copy and its source part.
     *
     * @param own places where only the copy of all texts has its words: its own changes
     * @param shared places where the copy has words that the source lacks and another text has
     * @param lone places where only the source of all texts has its words, and the copy lacks them
     * @param left places where the copy lacks words that the source and another text have
     * @param passages passages among {@code shared}
     * @param lonePassages passages among {@code lone}
     * @param kept runs that copy and source have, and at most one text besides
     */
    record Parting(int own, int shared, int lone, int left, int passages, int lonePassages, int kept) {}

    private final Map<Long, Integer> texts = new HashMap<>();

    Readings(Iterable<Copy> copies) {
        for (Copy copy : copies) {
            for (long run : copy.threes()) {
                texts.merge(run, 1, Integer::sum);
            }
        }
    }

    Parting between(Copy child, Copy parent) {
        int[] of = places(child.threesInOrder(), parent.threes());
        int[] from = places(parent.threesInOrder(), child.threes());
        return new Parting(of[0], of[1], from[0], from[1], of[3], from[2], rare(child, parent));
    }

    private int rare(Copy child, Copy parent) {
        int out = 0;
        for (long run : child.threes()) {
            if (texts.getOrDefault(run, 0) <= 3 && WordRuns.has(parent.threes(), run)) {
                out++;
            }
        }
        return out;
    }

    /** Counts stretches of the one that the other lacks: alone, attested elsewhere; and passages of both kinds. */
    private int[] places(long[] runs, long[] other) {
        int[] out = new int[4];
        for (int i = 0; i < runs.length; i++) {
            int from = i;
            int attested = 0;
            while (i < runs.length && !WordRuns.has(other, runs[i])) {
                attested += texts.getOrDefault(runs[i], 0) > 1 ? 1 : 0;
                i++;
            }
            int length = i - from;
            if (length > 0) {
                int kind = 2 * attested > length ? 1 : 0;
                out[kind]++;
                out[2 + kind] += length >= PASSAGE ? 1 : 0;
            }
        }
        return out;
    }
}
