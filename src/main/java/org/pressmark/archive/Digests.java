package org.pressmark.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.pressmark.model.Digest;

/** Making and reading digests. */
final class Digests {
    private Digests() {}

    static MessageDigest start(Digest.Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.javaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm.javaName(), e);
        }
    }

    static Digest of(Digest.Algorithm algorithm, byte[] bytes) {
        return Digest.of(algorithm, start(algorithm).digest(bytes));
    }

    /** A labelled digest, empty where label or value are none that we know. */
    static Optional<Digest> parse(String labelled) {
        try {
            return Optional.of(Digest.parse(labelled.strip()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
