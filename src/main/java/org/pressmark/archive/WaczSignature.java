package org.pressmark.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Digest;
import org.pressmark.model.WaczStep;

/**
 * Goes through the steps of WACZ Signing and Verification 0.1.0, offline. Whether a certificate chain is trusted is a step of
 * its own: one that has run out since says nothing of the bytes.
 */
final class WaczSignature {
    static final String PATH = "datapackage-digest.json";

    private static final Set<String> COMMON = Set.of("hash", "created", "software", "version", "signature");
    private static final Set<String> ANONYMOUS = Set.of("publicKey");
    private static final Set<String> DOMAIN =
            Set.of("domain", "domainCert", "timeSignature", "timestampCert", "crossSignedCert");
    private static final Duration NEAR = Duration.ofMinutes(10);

    private final JsonNode signed;
    private final List<WaczStep> steps = new ArrayList<>();

    private WaczSignature(JsonNode signed) {
        this.signed = signed;
    }

    static List<WaczStep> check(WaczZip zip) throws IOException {
        Optional<JsonNode> digest = WaczPackage.json(zip, PATH);
        if (digest.isEmpty()) {
            return List.of(new WaczStep(
                    "signature", WaczStep.Verdict.UNKNOWN, "there is no " + PATH + ": the file is not signed"));
        }
        List<WaczStep> steps = new ArrayList<>();
        Optional<Digest> stated = WaczPackage.digest(digest.get().path("hash").asText(""));
        Optional<Digest> found = zip.bytes(WaczPackage.PATH, Integer.MAX_VALUE - 16)
                .map(bytes -> Digests.of(Digest.Algorithm.SHA256, bytes));
        steps.add(WaczStep.of(
                "package",
                stated.isPresent() && stated.equals(found),
                WaczPackage.PATH + " has the hash that " + PATH + " states"));
        JsonNode signed = digest.get().path("signedData");
        if (!signed.isObject()) {
            steps.add(new WaczStep("signature", WaczStep.Verdict.UNKNOWN, "the file is not signed"));
            return steps;
        }
        WaczSignature signature = new WaczSignature(signed);
        signature.form(stated);
        if (signed.has("publicKey")) {
            signature.anonymous();
        } else {
            signature.domain();
        }
        steps.addAll(signature.steps);
        return steps;
    }

    private String text(String field) {
        return signed.path(field).asText("");
    }

    private void form(Optional<Digest> stated) {
        Set<String> known = signed.has("publicKey") ? ANONYMOUS : DOMAIN;
        List<String> unknown = new ArrayList<>();
        signed.fieldNames().forEachRemaining(name -> {
            if (!COMMON.contains(name) && !known.contains(name)) {
                unknown.add(name);
            }
        });
        boolean same = stated.isPresent() && WaczPackage.digest(text("hash")).equals(stated);
        steps.add(WaczStep.of(
                "signed data",
                same && unknown.isEmpty(),
                unknown.isEmpty()
                        ? "the hash that is signed is the package's"
                        : "fields that do not belong there: " + String.join(", ", unknown)));
    }

    private void anonymous() {
        try {
            PublicKey key =
                    KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(base64(text("publicKey"))));
            steps.add(WaczStep.of(
                    "signature",
                    verifies(key, "SHA256withECDSAinP1363Format") || verifies(key, "SHA256withECDSA"),
                    "made with the public key that stands beside it; whose key it is, the file cannot prove"));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            steps.add(new WaczStep(
                    "signature", WaczStep.Verdict.FAILED, "the public key cannot be read: " + e.getMessage()));
        }
    }

    private void domain() {
        List<X509Certificate> chain = certificates("domainCert");
        if (chain.isEmpty()) {
            steps.add(new WaczStep(
                    "signature",
                    WaczStep.Verdict.FAILED,
                    "there is neither a public key nor a certificate that can be read"));
            return;
        }
        X509Certificate own = chain.get(0);
        String algorithm = own.getPublicKey().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        steps.add(WaczStep.of(
                "signature", verifies(own.getPublicKey(), algorithm), "made with the key of the domain's certificate"));
        steps.add(
                WaczStep.of("domain", Trust.names(own, text("domain")), "the certificate is one of " + text("domain")));
        Optional<Instant> stamped = Optional.empty();
        List<X509Certificate> stampers = certificates("timestampCert");
        if (stampers.isEmpty()) {
            steps.add(new WaczStep(
                    "timestamp",
                    WaczStep.Verdict.FAILED,
                    "there is no certificate of a timestamp service that can be read"));
        } else {
            try {
                stamped = Optional.of(
                        TimestampToken.verified(base64(text("timeSignature")), text("signature"), stampers.get(0)));
                steps.add(new WaczStep(
                        "timestamp", WaczStep.Verdict.OK, "the signature was stamped at " + stamped.get()));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                steps.add(new WaczStep("timestamp", WaczStep.Verdict.FAILED, String.valueOf(e.getMessage())));
            }
        }
        created(stamped);
        Instant then = stamped.orElseGet(() -> own.getNotBefore().toInstant());
        steps.add(Trust.chain(WaczStep.DOMAIN_TRUST, chain, then));
        if (!stampers.isEmpty()) {
            steps.add(Trust.chain("trust of the timestamp", stampers, then));
        }
    }

    private void created(Optional<Instant> stamped) {
        try {
            Instant created = Instant.parse(text("created"));
            boolean near = stamped.filter(
                            time -> Duration.between(time, created).abs().compareTo(NEAR) <= 0)
                    .isPresent();
            steps.add(WaczStep.of("time", near, "made at " + created + ", within ten minutes of the timestamp"));
        } catch (DateTimeException e) {
            steps.add(new WaczStep(
                    "time", WaczStep.Verdict.FAILED, "expected a date in created, found '" + text("created") + "'"));
        }
    }

    private boolean verifies(PublicKey key, String algorithm) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(text("hash").getBytes(StandardCharsets.UTF_8));
            return verifier.verify(base64(text("signature")));
        } catch (GeneralSecurityException | IllegalArgumentException no) {
            return false;
        }
    }

    private List<X509Certificate> certificates(String field) {
        try {
            byte[] pem = text(field).getBytes(StandardCharsets.US_ASCII);
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException noCertificates) {
            return List.of();
        }
    }

    private static byte[] base64(String text) {
        return Base64.getMimeDecoder().decode(text);
    }
}
