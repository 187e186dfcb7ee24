package org.pressmark.model;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cryptographic digest of some bytes, e.g. {@code sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ}.
 *
 * @param algorithm the hash function
 * @param hex the value, lower-case hexadecimal, of the length that the algorithm gives
 */
public record Digest(Algorithm algorithm, String hex) {

    /** The hash functions in use: SHA-1 in WARC headers for interoperability, SHA-256 in our own index. */
    public enum Algorithm {
        SHA1("SHA-1", 40),
        SHA256("SHA-256", 64);

        private final String javaName;
        private final int hexLength;

        Algorithm(String javaName, int hexLength) {
            this.javaName = javaName;
            this.hexLength = hexLength;
        }

        /** The name that {@link java.security.MessageDigest} knows, e.g. {@code SHA-256}. */
        public String javaName() {
            return javaName;
        }

        /** The label before the colon in a WARC header, e.g. {@code sha256}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public Digest {
        Objects.requireNonNull(algorithm);
        if (hex.length() != algorithm.hexLength || !isHex(hex)) {
            throw new IllegalArgumentException(
                    "expected " + algorithm.hexLength + " hexadecimal digits for " + algorithm + ", found: " + hex);
        }
        hex = hex.toLowerCase(Locale.ROOT);
    }

    /** Spelled out: what Java makes for a record is put together at its first use, which a short command feels. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest digest && algorithm == digest.algorithm && hex.equals(digest.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    public static Digest of(Algorithm algorithm, byte[] value) {
        return new Digest(algorithm, HexFormat.of().formatHex(value));
    }

    /**
     * Reads a labelled digest as WARC headers write it, base32 or hexadecimal, any letter case (WARC 1.1 §5.8).
     *
     * @param labelled e.g. {@code sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ} or {@code sha256:9f86d0…}
     * @throws IllegalArgumentException if the label is unknown or the value is neither base32 nor hexadecimal of the
     *     right length
     */
    public static Digest parse(String labelled) {
        int colon = labelled.indexOf(':');
        String label =
                colon < 0 ? "" : labelled.substring(0, colon).replace("-", "").toUpperCase(Locale.ROOT);
        for (Algorithm algorithm : Algorithm.values()) {
            if (algorithm.name().equals(label)) {
                String value = labelled.substring(colon + 1).strip();
                return value.length() == algorithm.hexLength
                        ? new Digest(algorithm, value)
                        : of(algorithm, fromBase32(value));
            }
        }
        throw new IllegalArgumentException("expected a digest labelled sha1: or sha256:, found: " + labelled);
    }

    /** The form of WARC headers, base32 without padding, e.g. {@code sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ}. */
    public String base32() {
        byte[] bytes = HexFormat.of().parseHex(hex);
        StringBuilder out = new StringBuilder(algorithm.label()).append(':');
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(BASE32.charAt(buffer >> bits & 31));
            }
        }
        if (bits > 0) {
            out.append(BASE32.charAt(buffer << 5 - bits & 31));
        }
        return out.toString();
    }

    /** The labelled hexadecimal form, e.g. {@code sha256:9f86d0…}. */
    @Override
    public String toString() {
        return algorithm.label() + ":" + hex;
    }

    private static byte[] fromBase32(String value) {
        String digits = value.replace("=", "").toUpperCase(Locale.ROOT);
        byte[] out = new byte[digits.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = BASE32.indexOf(digits.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("expected base32 digits, found: " + value);
            }
            buffer = buffer << 5 | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out[at++] = (byte) (buffer >> bits);
            }
        }
        return out;
    }
}
