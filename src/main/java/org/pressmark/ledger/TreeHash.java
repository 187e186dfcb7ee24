package org.pressmark.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of a Merkle tree (RFC 6962 §2.1, RFC 9162 §2.1): SHA-256, leaves and nodes told apart by their first byte. */
final class TreeHash {
    /** Bytes of a hash. */
    static final int LENGTH = 32;

    private TreeHash() {}

    /** SHA-256(0x00 || leaf). */
    static byte[] leaf(byte[] bytes, int offset, int length) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        digest.update(bytes, offset, length);
        return digest.digest();
    }

    static byte[] leaf(byte[] bytes) {
        return leaf(bytes, 0, bytes.length);
    }

    /** SHA-256(0x01 || left || right). */
    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    /** The root of a tree without leaves: the hash of nothing. */
    static byte[] empty() {
        return sha256().digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
