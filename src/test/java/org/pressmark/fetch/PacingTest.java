package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

class PacingTest {
    private static final String SITE = "http://a.example";

    @TempDir
    Path spool;

    /** Time moves only by sleeping. */
    private static final class NoSleep implements Sleeper {
        private final List<Duration> slept = new ArrayList<>();
        private long now;

        @Override
        public synchronized long nanoTime() {
            return now;
        }

        @Override
        public synchronized void sleep(Duration duration) {
            slept.add(duration);
            now += duration.toNanos();
        }
    }

    private List<Duration> pauses(String robots, FetchRequest... requests) {
        NoSleep sleeper = new NoSleep();
        try (TestPress press = TestPress.open();
                Fetcher fetcher = new Fetcher(
                        FetchSettings.defaults("0.1.0")
                                .withRoutes(FetchRoutes.direct()
                                        .withConnectTo(List.of(
                                                ConnectTo.parse(press.connectTo("a.example")),
                                                ConnectTo.parse(press.connectTo("b.example"))))),
                        TestClock.at("2021-12-27T10:00:00Z"),
                        spool,
                        exchange -> {},
                        sleeper)) {
            press.page("*", "/robots.txt", Reply.text(robots));
            for (FetchRequest request : requests) {
                fetcher.fetch(request);
            }
        }
        return sleeper.slept;
    }

    private static FetchRequest page(String url) {
        return FetchRequest.page(url).withObeyRobots(false);
    }

    @Test
    void pausesBetweenPagesOfOneHostOnly() {
        assertEquals(
                List.of(Duration.ofSeconds(1)),
                pauses("", page(SITE + "/1"), page("http://b.example/1"), page(SITE + "/2")));
    }

    @Test
    void pausesLittleBeforeRequisites() {
        assertEquals(
                List.of(Duration.ofMillis(100), Duration.ofSeconds(1)),
                pauses("", page(SITE + "/1"), page(SITE + "/1.png").withPaced(false), page(SITE + "/2")));
    }

    @Test
    void keepsACrawlDelayUpToTheMaximum() {
        FetchRequest obeying = FetchRequest.page(SITE + "/1");
        assertEquals(
                List.of(Duration.ofSeconds(7), Duration.ofSeconds(7)),
                pauses("User-agent: *\nCrawl-delay: 7\n", obeying, obeying));
        assertEquals(List.of(Duration.ofSeconds(60)), pauses("User-agent: *\nCrawl-delay: 3600\n", obeying));
        assertEquals(List.of(Duration.ofSeconds(1)), pauses("User-agent: *\nCrawl-delay: 0.2\n", obeying));
    }

    @Test
    void asksOneHostOneThingAtATime() throws Exception {
        AtomicInteger under = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/slow", (request, out) -> {
                most.accumulateAndGet(under.incrementAndGet(), Math::max);
                Thread.sleep(20);
                under.decrementAndGet();
                return Reply.html("x").send(request, out);
            });
            ExecutorService threads = Executors.newFixedThreadPool(6);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(threads.submit(() -> bench.get("/slow")));
            }
            for (Future<?> one : all) {
                one.get();
            }
            threads.shutdown();
            assertEquals(12, bench.press.requests(Bench.HOST, "/slow").size());
        }
        assertEquals(1, most.get());
    }

    @Test
    void anInterruptEndsTheWaiting() {
        try (Bench bench = Bench.open(spool, s -> s.withPace(FetchPace.none().withDelay(Duration.ofHours(1))))) {
            bench.press.page(Bench.HOST, "/a", Reply.html("x"));
            bench.fetched("/a");
            Thread.currentThread().interrupt();
            assertTrue(bench.failed("/a").detail().contains("stopped"));
            assertTrue(Thread.interrupted());
        }
    }
}
