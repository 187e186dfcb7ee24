package org.pressmark.compare;

import java.util.Arrays;
import java.util.BitSet;

/** Where the sentences of one side begin, as token numbers; cuts may be added, never taken away. */
final class Cuts {
    private final BitSet starts = new BitSet();
    private final int tokens;

    Cuts(int[] starts, int tokens) {
        this.tokens = tokens;
        for (int start : starts) {
            this.starts.set(start);
        }
        if (tokens > 0) {
            this.starts.set(0);
        }
    }

    boolean at(int token) {
        return token >= tokens || starts.get(token);
    }

    void add(int token) {
        if (token > 0 && token < tokens) {
            starts.set(token);
        }
    }

    /** The sentences' first tokens, and the number of tokens as the end of the last. */
    int[] bounds() {
        int[] out = Arrays.copyOf(starts.stream().toArray(), starts.cardinality() + 1);
        out[out.length - 1] = tokens;
        return out;
    }
}
