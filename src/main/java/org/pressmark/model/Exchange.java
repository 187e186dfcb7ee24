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
 * @param course how it went: times, and what was sent beside the message itself
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
        Optional<Truncation> truncated,
        Course course) {

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

    /**
     * How an exchange went. Of a connection that was used before, the times of making it are absent.
     *
     * @param dns looking up the host
     * @param connect until the TCP connection stood
     * @param tls the TLS handshake
     * @param firstByte from the first byte sent to the end of the response head
     * @param interim response heads of status 1xx that came before the final one (RFC 9110 §15.2), in order
     * @param trailer the trailer section of a chunked body as sent (RFC 9112 §7.1.2), a character a byte; empty text for none
     * @param paused how long the host is let alone because of this answer: a 429 or 503, with Retry-After or without
     */
    public record Course(
            Optional<Duration> dns,
            Optional<Duration> connect,
            Optional<Duration> tls,
            Optional<Duration> firstByte,
            List<HttpHead> interim,
            String trailer,
            Optional<Duration> paused) {
        /** Nothing is known of it. */
        public static final Course UNKNOWN = new Course(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                Optional.empty());

        public Course {
            interim = List.copyOf(interim);
            Objects.requireNonNull(trailer);
        }

        public Course withPaused(Duration time) {
            return new Course(dns, connect, tls, firstByte, interim, trailer, Optional.of(time));
        }
    }

    public Exchange {
        Objects.requireNonNull(url);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(body);
        protocols = List.copyOf(protocols);
        Objects.requireNonNull(course);
    }

    public Exchange withCourse(Course other) {
        return new Exchange(
                url, startedAt, elapsed, requestHead, responseHead, body, ipAddress, protocols, tls, truncated, other);
    }

    public Exchange withRequestHead(HttpHead other) {
        return new Exchange(
                url, startedAt, elapsed, other, responseHead, body, ipAddress, protocols, tls, truncated, course);
    }

    /** An exchange of whose course nothing is known. */
    public Exchange(
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
        this(
                url,
                startedAt,
                elapsed,
                requestHead,
                responseHead,
                body,
                ipAddress,
                protocols,
                tls,
                truncated,
                Course.UNKNOWN);
    }
}
