package org.pressmark.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pressmark.model.Body;
import org.pressmark.model.Digest;
import org.pressmark.model.Exchange;

/**
 * The certificates by which a server proved itself, as a metadata record of their own, once per host and chain in a file:
 * PEM, leaf first ({@code application/pem-certificate-chain}, RFC 8555 §9.1). It stands before the first capture that it
 * belongs to, under an address of its own: other indexers list metadata records too, and under the host's would give the
 * chain for its front page.
 */
final class CertificateRecord {
    static final String TYPE = "application/pem-certificate-chain";

    private CertificateRecord() {}

    /**
     * What a capture says of certificates.
     *
     * @param leaf SHA-256 of the server's own certificate (DER)
     * @param recordId of the record that holds the chain
     * @param written whether that record was written just now
     */
    record Named(Digest leaf, String recordId, boolean written) {}

    /**
     * Writes the record where it is the first of its host and chain.
     *
     * @param id of the record, should it be written
     * @param hashes told the record's, should it be written
     */
    static Optional<Named> write(
            Segment segment, Spool out, String id, Exchange exchange, Deflate deflate, Consumer<RecordHashes> hashes)
            throws IOException {
        List<String> chain = exchange.tls().map(Exchange.Tls::certificates).orElse(List.of());
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        Digest leaf = Digests.of(Digest.Algorithm.SHA256, der(chain.get(0)));
        byte[] pem = String.join("", chain).getBytes(StandardCharsets.US_ASCII);
        Digest all = Digests.of(Digest.Algorithm.SHA256, pem);
        String origin = origin(exchange.url());
        String recordId = segment.certificateRecord(origin + " " + all.hex(), id);
        boolean first = recordId.equals(id);
        if (first) {
            WarcWriter.draft("metadata", id, exchange.startedAt(), segment)
                    .add("WARC-Target-URI", WarcText.uri("urn:tls-certificates:" + origin))
                    .bytesBlock(new Body.InMemory(pem, sha1(pem), all), TYPE)
                    .write(out, deflate, hashes);
        }
        return Optional.of(new Named(leaf, recordId, first));
    }

    private static Digest sha1(byte[] bytes) {
        MessageDigest digest = Digests.start(Digest.Algorithm.SHA1);
        return Digest.of(Digest.Algorithm.SHA1, digest.digest(bytes));
    }

    /** Scheme, host and port of an address. */
    private static String origin(String url) {
        int end = url.indexOf("//") + 2;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(0, end);
    }

    private static byte[] der(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notPem) {
            return pem.getBytes(StandardCharsets.UTF_8);
        }
    }
}
