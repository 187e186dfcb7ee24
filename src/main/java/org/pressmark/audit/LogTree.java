package org.pressmark.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Computes the root of a growing Merkle tree (RFC 9162 §2.1.1), holding one hash for each bit of its size. */
final class LogTree {
    private final List<byte[]> peaks = new ArrayList<>(); // largest first
    private long size;

    /** Adds a leaf. */
    void add(byte[] line, int offset, int length) {
        MessageDigest digest = DeclaredDigest.digest("SHA-256");
        digest.update((byte) 0);
        digest.update(line, offset, length);
        byte[] hash = digest.digest();
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = parent(peaks.remove(peaks.size() - 1), hash);
        }
        peaks.add(hash);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (peaks.isEmpty()) {
            return DeclaredDigest.digest("SHA-256").digest();
        }
        byte[] root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = parent(peaks.get(i), root);
        }
        return root;
    }

    private static byte[] parent(byte[] left, byte[] right) {
        MessageDigest digest = DeclaredDigest.digest("SHA-256");
        digest.update((byte) 1);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }
}
