package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Body;
import org.pressmark.model.Digest;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome.Failed;
import org.pressmark.model.Truncation;
import org.pressmark.testing.Reply;

@Timeout(60)
class LimitsTest {
    @TempDir
    Path spool;

    @Test
    void cutsAnEndlessBodyAtTheLimit() {
        try (Bench bench =
                Bench.open(spool, s -> s.withLimits(FetchLimits.defaults().withMaxBodyBytes(3_000_000)))) {
            bench.press.page(Bench.HOST, "/a", Reply.endless());
            Exchange exchange = bench.fetched("/a");
            assertEquals(Optional.of(Truncation.LENGTH), exchange.truncated());
            assertEquals(3_000_000, exchange.body().length());
        }
    }

    @Test
    void aBodyOfExactlyTheLimitIsWhole() {
        try (Bench bench =
                Bench.open(spool, s -> s.withLimits(FetchLimits.defaults().withMaxBodyBytes(5)))) {
            bench.press.page(Bench.HOST, "/a", Reply.html("12345"));
            bench.press.page(Bench.HOST, "/b", Reply.html("123456"));
            assertEquals(Optional.empty(), bench.fetched("/a").truncated());
            Exchange cut = bench.fetched("/b");
            assertEquals(Optional.of(Truncation.LENGTH), cut.truncated());
            assertEquals("12345", Bench.text(cut));
        }
    }

    @Test
    void keepsWhatASlowDripGaveInItsTime() {
        try (Bench bench =
                Bench.open(spool, s -> s.withLimits(FetchLimits.defaults().withTotalTime(Duration.ofMillis(700))))) {
            bench.press.page(Bench.HOST, "/a", Reply.drip(Duration.ofMillis(20)));
            Exchange exchange = bench.fetched("/a");
            assertEquals(Optional.of(Truncation.TIME), exchange.truncated());
            assertTrue(exchange.body().length() > 0);
        }
    }

    @Test
    void keepsWhatCameBeforeASilence() {
        try (Bench bench =
                Bench.open(spool, s -> s.withLimits(FetchLimits.defaults().withReadTimeout(Duration.ofMillis(300))))) {
            bench.press.page(Bench.HOST, "/a", (request, out) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return Reply.silence().send(request, out);
            });
            Exchange exchange = bench.fetched("/a");
            assertEquals(Optional.of(Truncation.TIME), exchange.truncated());
            assertEquals("half", Bench.text(exchange));
        }
    }

    @Test
    void failsWhereNoHeadComesInTime() {
        try (Bench bench =
                Bench.open(spool, s -> s.withLimits(FetchLimits.defaults().withReadTimeout(Duration.ofMillis(200))))) {
            bench.press.page(Bench.HOST, "/a", Reply.silence());
            assertEquals(Failed.Cause.TIMEOUT, bench.failed("/a").cause());
        }
        try (Bench bench =
                Bench.open(spool, s -> s.withLimits(FetchLimits.defaults().withTotalTime(Duration.ofMillis(400))))) {
            bench.press.page(Bench.HOST, "/a", (request, out) -> {
                out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    out.write("X: y\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    Thread.sleep(20);
                }
            });
            assertEquals(Failed.Cause.TIMEOUT, bench.failed("/a").cause());
        }
    }

    @Test
    void spoolsALargeBodyAndDigestsItOnTheWay() throws Exception {
        String text = "0123456789abcdef".repeat(200_000);
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", Reply.text(text), Reply.text(text));
            Files.writeString(spool.resolve("body-0.spool"), "left behind", StandardCharsets.UTF_8);
            Exchange exchange = bench.fetched("/a");
            Body.Spooled body = assertInstanceOf(Body.Spooled.class, exchange.body());
            assertEquals(spool.resolve("body-1.spool"), body.file());
            assertEquals(text, Files.readString(body.file(), StandardCharsets.UTF_8));
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    Digest.of(
                            Digest.Algorithm.SHA1,
                            MessageDigest.getInstance("SHA-1").digest(bytes)),
                    body.sha1());
            assertEquals(
                    Digest.of(
                            Digest.Algorithm.SHA256,
                            MessageDigest.getInstance("SHA-256").digest(bytes)),
                    body.sha256());
        }
    }

    @Test
    void smallBodiesStayInMemory() throws IOException {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", Reply.content("x/y", new byte[1 << 20]));
            assertInstanceOf(Body.InMemory.class, bench.fetched("/a").body());
        }
        try (Stream<Path> files = Files.list(spool)) {
            assertEquals(0, files.count());
        }
    }
}
