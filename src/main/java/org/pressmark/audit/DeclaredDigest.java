package org.pressmark.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A digest as a record's header declares it (WARC 1.1 §5.8): base32, hexadecimal in any letter case or, as some writers
 * have it, base64.
 *
 * @param written as in the header, e.g. {@code sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ}
 * @param algorithm its Java name, e.g. {@code SHA-1}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by agrees, never by equals
record DeclaredDigest(String written, String algorithm, byte[] value) {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** True where the label before the colon names an algorithm that is known here. */
    static boolean known(String written) {
        return !algorithm(written).isEmpty();
    }

    /** Empty where the label is unknown or the value is none of the algorithm's length. */
    static Optional<DeclaredDigest> parse(String written) {
        String algorithm = algorithm(written);
        if (algorithm.isEmpty()) {
            return Optional.empty();
        }
        int length = digest(algorithm).getDigestLength();
        String value = written.substring(written.indexOf(':') + 1).strip();
        if (value.length() == 2 * length && value.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return Optional.of(
                    new DeclaredDigest(written, algorithm, HexFormat.of().parseHex(value.toLowerCase(Locale.ROOT))));
        }
        byte[] decoded = base32(value.replace("=", "").toUpperCase(Locale.ROOT));
        if (decoded.length != length && value.length() == (length + 2) / 3 * 4) {
            decoded = base64(value);
        }
        return decoded.length == length
                ? Optional.of(new DeclaredDigest(written, algorithm, decoded))
                : Optional.empty();
    }

    private static String algorithm(String written) {
        int colon = written.indexOf(':');
        String label = colon < 0
                ? ""
                : written.substring(0, colon).toLowerCase(Locale.ROOT).replace("-", "");
        return switch (label) {
            case "sha1" -> "SHA-1";
            case "sha256" -> "SHA-256";
            case "sha512" -> "SHA-512";
            case "md5" -> "MD5";
            default -> "";
        };
    }

    private static byte[] base64(String value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // of the right length, but no base64
        }
    }

    /** Whether it is the digest of no bytes. */
    boolean ofNothing() {
        return agrees(digest(algorithm).digest());
    }

    boolean agrees(byte[] computed) {
        return Arrays.equals(value, computed);
    }

    /** A computed value in the form in which this one is written. */
    String alike(byte[] computed) {
        String label = written.substring(0, written.indexOf(':') + 1);
        String value = written.substring(label.length()).strip();
        return label + (value.length() == 2 * computed.length ? HexFormat.of().formatHex(computed) : base32(computed));
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected every Java to have " + algorithm, e);
        }
    }

    static String base32(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(BASE32.charAt(held >> bits & 31));
            }
        }
        return bits == 0
                ? out.toString()
                : out.append(BASE32.charAt(held << 5 - bits & 31)).toString();
    }

    private static byte[] base32(String text) {
        byte[] out = new byte[text.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = BASE32.indexOf(text.charAt(i));
            if (digit < 0) {
                return new byte[0];
            }
            held = held << 5 | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out[at++] = (byte) (held >> bits);
            }
        }
        return out;
    }
}
