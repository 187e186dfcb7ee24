package org.pressmark.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Exchange;
import org.pressmark.model.Finding;
import org.pressmark.model.HttpHead;

/** Exchanges and archives for the tests of this room. */
final class Sample {
    static final Instant THEN = Instant.parse("2026-11-22T10:15:00.123Z");
    static final ArchiveSettings SETTINGS = ArchiveSettings.of("Pressmark/test");

    private Sample() {}

    /** UUIDs that are new at each call and the same in each run; {@code seed} tells archives apart. */
    static Supplier<String> uuids(long seed) {
        long[] count = {seed << 32};
        return () -> {
            synchronized (count) {
                return new UUID(0x4000L | count[0]++ << 20, 0x8000000000000000L | count[0]).toString();
            }
        };
    }

    static WarcArchive archive(Path dir, List<Finding> repairs) throws IOException {
        return archive(dir, SETTINGS, InstantSource.fixed(THEN), 1, repairs);
    }

    static WarcArchive archive(
            Path dir, ArchiveSettings settings, InstantSource clock, long seed, List<Finding> repairs)
            throws IOException {
        return WarcArchive.open(dir, settings, clock, uuids(seed), repairs::add);
    }

    static Body body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    static Body body(byte[] bytes) {
        return new Body.InMemory(
                bytes, Digests.of(Digest.Algorithm.SHA1, bytes), Digests.of(Digest.Algorithm.SHA256, bytes));
    }

    static Exchange page(String url, String html) {
        return exchange(
                url,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                        + html.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n",
                body(html));
    }

    static Exchange exchange(String url, String head, Body body) {
        return new Exchange(
                url,
                THEN,
                Duration.ofMillis(17),
                new HttpHead("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"),
                new HttpHead(head),
                body,
                Optional.of("192.0.2.7"),
                List.of("http/1.1", "tls/1.3"),
                Optional.of(new Exchange.Tls("TLS_AES_128_GCM_SHA256", List.of("not a certificate"))),
                Optional.empty());
    }

    static Capture append(WarcArchive archive, Exchange exchange) throws IOException {
        return archive.append(archive.prepare(exchange, CaptureContext.forPage()));
    }

    static List<ScannedRecord> records(Path file, List<Finding> findings) throws IOException {
        List<ScannedRecord> records = new ArrayList<>();
        Contents.records(file, records::add, findings::add);
        return records;
    }

    static List<Capture> captures(WarcArchive archive) throws IOException {
        List<Capture> captures = new ArrayList<>();
        for (Path file : archive.files()) {
            Contents.captures(file, captures::add, finding -> {
                throw new UncheckedIOException(new IOException(finding.toString()));
            });
        }
        return captures;
    }

    static byte[] bytes(Body body) throws IOException {
        try (var in = body.open()) {
            return in.readAllBytes();
        }
    }
}
