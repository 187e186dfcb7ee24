package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

@Timeout(120)
class RandomServerTest {
    private static final List<String> ANSWERS = List.of(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 11\r\n\r\nhello world",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nX: y\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 404 Not Found\r\nConnection: keep-alive\r\n\r\nnothing",
            "HTTP/1.1 301 Moved\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n");

    @TempDir
    Path spool;

    /** Bytes changed, dropped, doubled or cut. */
    private static byte[] damage(byte[] good, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : good) {
            bytes.add(b);
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(4)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.remove(at);
                case 2 -> bytes.addAll(at, List.copyOf(bytes.subList(at, Math.min(at + 20, bytes.size()))));
                default -> bytes = new ArrayList<>(bytes.subList(0, Math.max(1, at)));
            }
            if (bytes.isEmpty()) {
                bytes.add((byte) 'x');
            }
        }
        byte[] out = new byte[bytes.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = bytes.get(i);
        }
        return out;
    }

    @Test
    void anyDamagedAnswerHasAnOutcomeAndHarmsNoLaterOne() {
        Random random = new Random(7);
        Duration soon = Duration.ofSeconds(1);
        FetchLimits limits = FetchLimits.defaults().withReadTimeout(soon).withTotalTime(soon);
        int fetched = 0;
        int failed = 0;
        try (Bench bench = Bench.open(spool, s -> s.withLimits(limits))) {
            bench.press.page(Bench.HOST, "/good", Reply.html("good"));
            for (int i = 0; i < 600; i++) {
                byte[] answer = damage(ANSWERS.get(i % ANSWERS.size()).getBytes(StandardCharsets.ISO_8859_1), random);
                bench.press.page(Bench.HOST, "/bad", Reply.raw(i % 100 == 0, answer));
                FetchOutcome outcome = bench.get("/bad");
                if (outcome instanceof FetchOutcome.Fetched bad) {
                    fetched++;
                    String wire = new String(answer, StandardCharsets.ISO_8859_1);
                    assertTrue(wire.contains(bad.exchange().responseHead().raw()), wire);
                } else {
                    failed++;
                }
                assertEquals("good", Bench.text(bench.fetched("/good")));
            }
        }
        assertNotEquals(0, fetched);
        assertNotEquals(0, failed);
    }

    @Test
    void keepsTheAnswersOfManyHostsApart() throws Exception {
        List<ConnectTo> routes = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (TestPress press = TestPress.open()) {
            for (int host = 0; host < 8; host++) {
                routes.add(Bench.leadTo(press, "h" + host + ".example"));
                for (int page = 0; page < 25; page++) {
                    String text = "page " + page + " of " + host + " ".repeat(page * 700);
                    press.page(
                            "h" + host + ".example",
                            "/" + page,
                            page % 2 == 0 ? Reply.text(text) : Reply.chunked(text));
                }
            }
            try (Fetcher fetcher = new Fetcher(
                    Bench.quick(FetchRoutes.direct().withConnectTo(routes)),
                    TestClock.at("2021-12-27T10:00:00Z"),
                    spool,
                    exchange -> {})) {
                List<Future<Exchange>> all = new ArrayList<>();
                for (int i = 0; i < 400; i++) {
                    String url = "http://h" + i % 8 + ".example/" + i % 25;
                    all.add(threads.submit(
                            () -> ((FetchOutcome.Fetched) fetcher.fetch(FetchRequest.page(url))).exchange()));
                }
                for (int i = 0; i < 400; i++) {
                    Exchange exchange = all.get(i).get();
                    assertEquals(
                            "page " + i % 25 + " of " + i % 8,
                            Bench.text(exchange).strip());
                    assertTrue(
                            exchange.requestHead().raw().startsWith("GET /" + i % 25 + " HTTP/1.1\r\nHost: h" + i % 8));
                }
            }
            assertEquals(8, press.connectionCount());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void asksNoFreshConnectionTwice() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", Reply.hangUp());
            assertEquals(
                    FetchOutcome.Failed.Cause.DISCONNECT, bench.failed("/a").cause());
            assertEquals(1, bench.press.requests(Bench.HOST, "/a").size());
        }
    }
}
