package org.pressmark.pipeline;

/**
 * Which addresses were met of late, by 64 bits of each: pages of one site name the same few hundred again and again. Holds at
 * least the last hundred thousand in two megabytes; what was not met for longer is forgotten. Safe for many threads.
 */
final class Lately {
    private static final int SLOTS = 1 << 17;
    private static final int FULL = 100_000;

    private long[] young = new long[SLOTS];
    private long[] old = new long[SLOTS];
    private int count;

    /** Notes an address; true where it was met before. */
    boolean met(String owner, String address) {
        return note(hash(owner, address));
    }

    /** True where an address was met before. */
    boolean holds(String owner, String address) {
        long hash = hash(owner, address);
        synchronized (this) {
            return young[place(young, hash)] == hash || old[place(old, hash)] == hash;
        }
    }

    private static long hash(String owner, String address) {
        long hash = hash(hash(0xcbf29ce484222325L, owner), address);
        return hash == 0 ? 1 : hash; // zero marks an empty slot
    }

    private synchronized boolean note(long hash) {
        int at = place(young, hash);
        if (young[at] == hash) {
            return true;
        }
        boolean known = old[place(old, hash)] == hash;
        young[at] = hash;
        if (++count == FULL) {
            old = young;
            young = new long[SLOTS];
            count = 0;
        }
        return known;
    }

    private static int place(long[] table, long hash) {
        int at = (int) (hash >>> 32) & SLOTS - 1;
        while (table[at] != 0 && table[at] != hash) {
            at = at + 1 & SLOTS - 1;
        }
        return at;
    }

    /** FNV-1a over characters. */
    private static long hash(long from, String text) {
        long hash = from;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
