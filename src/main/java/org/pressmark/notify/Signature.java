package org.pressmark.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature under what a webhook gets, so that its owner knows who sent it. */
public final class Signature {
    /** The header that carries it. */
    public static final String HEADER = "X-Pressmark-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /**
     * HMAC-SHA256 (RFC 2104) of a body, in the form that webhooks commonly use.
     *
     * @param secret shared with the receiver, not empty
     * @return e.g. {@code sha256=9f86d0…}, in lower-case hexadecimal
     */
    public static String of(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
