package org.pressmark.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.UUID;
import org.pressmark.model.Digest;
import org.pressmark.model.UrlKey;

/** The …_key columns: the first 128 bits of a SHA-256, in the shape of a UUID. */
final class Keys {
    /** Byte order, as PostgreSQL sorts them; {@link UUID#compareTo} is a signed one. */
    static final Comparator<UUID> ORDER = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    /** Sorts before every other, in H2 as in PostgreSQL. */
    static final UUID LEAST = new UUID(0, 0);

    private Keys() {}

    static UUID of(String text) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    static UUID of(UrlKey key) {
        return of(key.surt());
    }

    static UUID of(Digest digest) {
        return of(digest.toString());
    }

    static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance(Digest.Algorithm.SHA256.javaName());
        } catch (NoSuchAlgorithmException e) {
            throw new StoreException("this Java has no SHA-256", e);
        }
    }
}
