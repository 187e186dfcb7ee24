package org.pressmark.store;

import java.util.UUID;
import org.pressmark.model.UrlKey;

/**
 * The keys of all addresses that were captured, in sixteen bytes or less each: whoever captures much asks here first, since
 * most addresses of a first visit are new and need no question to the database. A false yes is possible, once in 2⁶⁰; what
 * other processes add meanwhile is not seen. Safe for many threads.
 */
public final class SeenKeys {
    private long[] slots = new long[1 << 10];
    private int count;

    SeenKeys() {}

    /** True where a capture of this address is known. */
    public boolean holds(UrlKey key) {
        long wanted = hash(Keys.of(key));
        synchronized (this) {
            return slots[place(slots, wanted)] == wanted;
        }
    }

    /** Notes a capture of this address. */
    public void add(UrlKey key) {
        add(Keys.of(key));
    }

    void add(UUID key) {
        long hash = hash(key);
        synchronized (this) {
            int at = place(slots, hash);
            if (slots[at] == 0) {
                slots[at] = hash;
                count++;
                if (count * 3L > slots.length * 2L) {
                    grow();
                }
            }
        }
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                larger[place(larger, hash)] = hash;
            }
        }
        slots = larger;
    }

    /** Where a hash stands, or would. */
    private static int place(long[] table, long hash) {
        int at = (int) (hash & (table.length - 1));
        while (table[at] != 0 && table[at] != hash) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    /** Zero marks an empty slot. */
    private static long hash(UUID key) {
        long bits = key.getMostSignificantBits() ^ key.getLeastSignificantBits();
        return bits == 0 ? 1 : bits;
    }
}
