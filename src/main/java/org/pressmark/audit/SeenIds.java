package org.pressmark.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Which record ids were met: eight bytes of a digest each, so that ten million fit in memory. */
final class SeenIds {
    private final MessageDigest digest = DeclaredDigest.digest("SHA-256");
    private long[] slots = new long[1 << 12];
    private int used;

    /** False where the id was met before. */
    boolean add(String id) {
        byte[] hash = digest.digest(id.getBytes(StandardCharsets.UTF_8));
        long key = 0;
        for (int i = 0; i < 8; i++) {
            key = key << 8 | hash[i] & 0xff;
        }
        key = key == 0 ? 1 : key;
        if (used * 2L > slots.length) {
            grow();
        }
        return put(slots, key);
    }

    private boolean put(long[] table, long key) {
        int mask = table.length - 1;
        for (int i = (int) (key ^ key >>> 32) & mask; ; i = i + 1 & mask) {
            if (table[i] == key) {
                return false;
            }
            if (table[i] == 0) {
                table[i] = key;
                used++;
                return true;
            }
        }
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        used = 0;
        for (long key : slots) {
            if (key != 0) {
                put(larger, key);
            }
        }
        slots = larger;
    }
}
