package org.pressmark.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Ed25519 public key, by its 32 bytes in base64.
 *
 * @param base64 44 characters
 */
record LogKey(String base64) {
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
    private static final Pattern VKEY = Pattern.compile("(?m)^\\S+\\+[0-9a-f]{8}\\+([A-Za-z0-9+/]{44})$");
    private static final int LENGTH = 32;

    /** Reads a key as PEM or as a C2SP verifier key ({@code name+id+base64}); empty where the text is neither. */
    static Optional<LogKey> parse(String text) {
        try {
            Matcher pem = PEM.matcher(text);
            if (pem.find()) {
                byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
                return encoded.length == X509.length + LENGTH
                        ? Optional.of(of(Arrays.copyOfRange(encoded, X509.length, encoded.length)))
                        : Optional.empty();
            }
            Matcher vkey = VKEY.matcher(text);
            if (vkey.find()) {
                byte[] typed = Base64.getDecoder().decode(vkey.group(1));
                return typed[0] == 1 ? Optional.of(of(Arrays.copyOfRange(typed, 1, typed.length))) : Optional.empty();
            }
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return text.matches("[A-Za-z0-9+/]{43}=") ? Optional.of(new LogKey(text)) : Optional.empty();
    }

    private static LogKey of(byte[] raw) {
        return new LogKey(Base64.getEncoder().encodeToString(raw));
    }

    boolean signed(byte[] text, byte[] signature) {
        byte[] raw = Base64.getDecoder().decode(base64);
        byte[] encoded = Arrays.copyOf(X509, X509.length + LENGTH);
        System.arraycopy(raw, 0, encoded, X509.length, LENGTH);
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    boolean signed(String text, String signature) {
        try {
            return signed(
                    text.getBytes(StandardCharsets.UTF_8), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** How a person tells keys apart: the first digits of the key's SHA-256. */
    String shown() {
        byte[] hash =
                DeclaredDigest.digest("SHA-256").digest(Base64.getDecoder().decode(base64));
        return HexFormat.of().formatHex(hash).substring(0, 16) + "…";
    }
}
