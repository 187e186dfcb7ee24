package org.pressmark.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public Ed25519 key.
 *
 * @param base64 its 32 bytes (RFC 8032 §5.1.5) in base64
 */
public record VerifierKey(String base64) {
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int LENGTH = 32;
    private static final byte ED25519 = 1;

    public VerifierKey {
        if (!base64.matches("[A-Za-z0-9+/]{43}=")) {
            throw new IllegalArgumentException("expected 32 bytes in base64, found: " + base64);
        }
    }

    static VerifierKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(Base64.getEncoder()
                .encodeToString(Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length)));
    }

    private byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** The key's id under a name: the first four bytes of SHA-256(name || 0x0A || 0x01 || key), as C2SP signed-note says. */
    byte[] id(String name) {
        var digest = TreeHash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(bytes()), 4);
    }

    /** The key as C2SP tools take it: {@code name+id+key}. */
    public String vkey(String name) {
        byte[] typed = new byte[LENGTH + 1];
        typed[0] = ED25519;
        System.arraycopy(bytes(), 0, typed, 1, LENGTH);
        return name + "+" + HexFormat.of().formatHex(id(name)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** SHA-256 of the key in hexadecimal: how a person tells keys apart. */
    public String fingerprint() {
        return HexFormat.of().formatHex(TreeHash.sha256().digest(bytes()));
    }

    /** The key as openssl takes it (RFC 8410 §4). */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private byte[] encoded() {
        byte[] out = Arrays.copyOf(X509, X509.length + LENGTH);
        System.arraycopy(bytes(), 0, out, X509.length, LENGTH);
        return out;
    }

    PublicKey key() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded()));
    }
}
