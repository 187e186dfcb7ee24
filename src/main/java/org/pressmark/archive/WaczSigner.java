package org.pressmark.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.pressmark.json.Json;

/**
 * Signs WACZ files in the anonymous form (WACZ Signing and Verification 0.1.0): it says that several files were made by the
 * same hand, not whose hand that is.
 *
 * @param keys an ECDSA pair over P-384, the curve that the viewers of the field verify
 */
public record WaczSigner(KeyPair keys) {
    static final String VERSION = "0.1.0";

    /** {@code signedData} with the fields of the form and no other. */
    ObjectNode signedData(String hash, Instant created, String software) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(hash.getBytes(StandardCharsets.UTF_8));
            Base64.Encoder base64 = Base64.getEncoder();
            return Json.object()
                    .put("hash", hash)
                    .put("created", created.toString())
                    .put("software", software)
                    .put("version", VERSION)
                    .put("signature", base64.encodeToString(signature.sign()))
                    .put("publicKey", base64.encodeToString(keys.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "expected an ECDSA key, found " + keys.getPublic().getAlgorithm(), e);
        }
    }
}
