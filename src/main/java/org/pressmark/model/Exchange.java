package org.pressmark.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One HTTP request and what came back, kept as it stood on the wire. {@code fetch} makes it, {@code archive} stores it.
 *
 * @param url the absolute address asked for, without fragment
 * @param startedAt when the request was sent (the WARC-Date of all records of the capture)
 * @param elapsed from the first byte sent to the last byte read
 * @param requestHead the request as sent (a capture sends no body)
 * @param responseHead the response head as received, transfer-encoding headers and all
 * @param body the entity body, transfer-encoding removed, content-encoding kept
 * @param ipAddress the address that answered, e.g. {@code 192.0.2.7} or {@code 2001:db8::1} (RFC 5952); empty behind a
 *     proxy
 * @param protocols what the connection spoke, as WARC-Protocol writes it, e.g. {@code http/1.1}, {@code tls/1.3}
 * @param tls what the connection proved of the server, where it was encrypted
 * @param truncated why the body is incomplete, where it is
 */
public record Exchange(
        String url,
        Instant startedAt,
        Duration elapsed,
        HttpHead requestHead,
        HttpHead responseHead,
        Body body,
        Optional<String> ipAddress,
        List<String> protocols,
        Optional<Tls> tls,
        Optional<Truncation> truncated) {

    /**
     * The encrypted connection.
     *
     * @param cipher the suite's standard name, e.g. {@code TLS_AES_128_GCM_SHA256}
     * @param certificates the server's chain, leaf first, each as PEM
     */
    public record Tls(String cipher, List<String> certificates) {
        public Tls {
            certificates = List.copyOf(certificates);
        }
    }

    public Exchange {
        Objects.requireNonNull(url);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(body);
        protocols = List.copyOf(protocols);
    }
}
