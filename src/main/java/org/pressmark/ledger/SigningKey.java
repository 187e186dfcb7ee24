package org.pressmark.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Ed25519 key that signs, with the public key that belongs to it. */
public final class SigningKey {
    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern PUBLIC =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");
    private static final byte[] PROBE = {'p'};

    private final PrivateKey secret;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey secret, VerifierKey verifier) {
        this.secret = secret;
        this.verifier = verifier;
    }

    /** A new key, from the platform's source of randomness. */
    public static SigningKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifierKey.of(pair.getPublic()));
        } catch (GeneralSecurityException everyJava15HasIt) {
            throw new IllegalStateException(everyJava15HasIt);
        }
    }

    /**
     * Reads a key as {@link #pem} wrote it.
     *
     * @throws IllegalArgumentException if it is none, or if the two halves do not belong together
     */
    public static SigningKey parse(String pem) {
        Matcher secret = PRIVATE.matcher(pem);
        Matcher open = PUBLIC.matcher(pem);
        if (!secret.find() || !open.find()) {
            throw new IllegalArgumentException("expected a private and a public key in PEM, found none");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            PublicKey publicKey = factory.generatePublic(new X509EncodedKeySpec(bytes(open)));
            SigningKey key = new SigningKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(secret))), VerifierKey.of(publicKey));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey);
            check.update(PROBE);
            if (!check.verify(key.sign(PROBE))) {
                throw new IllegalArgumentException("expected a public key that belongs to the private one");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("expected an Ed25519 key: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Matcher matcher) {
        return Base64.getMimeDecoder().decode(Objects.requireNonNull(matcher.group(1)));
    }

    /** The private key (PKCS #8) and the public one in PEM, as openssl reads them. */
    String pem() {
        byte[] encoded = secret.getEncoded();
        String text = "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n" + verifier.pem();
        Arrays.fill(encoded, (byte) 0);
        return text;
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** An Ed25519 signature (RFC 8032), 64 bytes. */
    byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
