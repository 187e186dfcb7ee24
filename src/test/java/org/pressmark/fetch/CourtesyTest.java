package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.FetchOutcome;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

/** What a server's log shows of us when the server says that it has enough to do. */
@Timeout(60)
class CourtesyTest {
    private static final String HOST = "busy.example";
    private static final Instant NOW = Instant.parse("2021-12-27T10:00:00Z");

    @TempDir
    Path spool;

    private final SleeplessTime time = new SleeplessTime();

    /** Time moves only by sleeping. */
    private static final class SleeplessTime implements Sleeper {
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

    private Fetcher fetcher(TestPress press, FetchPace pace) {
        FetchRoutes routes = FetchRoutes.direct()
                .withConnectTo(List.of(
                        ConnectTo.parse(press.connectTo(HOST)), ConnectTo.parse(press.connectTo("idle.example"))));
        return new Fetcher(
                FetchSettings.defaults("0.1.0").withRoutes(routes).withPace(pace),
                TestClock.at(NOW.toString()),
                spool,
                exchange -> {},
                time);
    }

    private static FetchOutcome get(Fetcher fetcher, String path) {
        return fetcher.fetch(FetchRequest.page("http://" + HOST + path).withObeyRobots(false));
    }

    private static Reply busy(int status, String retryAfter) {
        return Reply.answer(status + " Busy", retryAfter, new byte[] {'x'});
    }

    @Test
    void retryAfterInSecondsSlowsTheWholeHost() {
        try (TestPress press = TestPress.open();
                Fetcher fetcher = fetcher(press, FetchPace.defaults())) {
            press.page(HOST, "/a", busy(429, "Retry-After: 30\r\n"));
            press.page(HOST, "/b", Reply.html("b"));
            FetchOutcome.Fetched first = assertInstanceOf(FetchOutcome.Fetched.class, get(fetcher, "/a"));
            assertEquals(
                    Optional.of(Duration.ofSeconds(30)),
                    first.exchange().course().paused());
            get(fetcher, "/b");
            assertEquals(List.of(Duration.ofSeconds(30)), time.slept, "another page of the host waits");
            assertEquals(2, press.requests().size());
        }
    }

    @Test
    void aLongRetryAfterIsNotWaitedForButKept() {
        try (TestPress press = TestPress.open();
                Fetcher fetcher = fetcher(press, FetchPace.defaults())) {
            press.page(HOST, "/a", busy(503, "Retry-After: Mon, 27 Dec 2021 12:00:00 GMT\r\n"));
            get(fetcher, "/a");
            FetchOutcome.Refused refused = assertInstanceOf(FetchOutcome.Refused.class, get(fetcher, "/b"));
            assertEquals(FetchOutcome.Refused.Reason.LATER, refused.reason());
            assertTrue(refused.detail().endsWith("2021-12-27T12:00:00Z"), refused.detail());
            assertEquals(Duration.ofHours(2), fetcher.quietFor(HOST));
            assertEquals(Duration.ZERO, fetcher.quietFor("idle.example"));
            assertEquals(1, press.requests().size(), "the server was not asked again");
            assertInstanceOf(
                    FetchOutcome.Fetched.class,
                    fetcher.fetch(FetchRequest.page("http://idle.example/").withObeyRobots(false)));
        }
    }

    @Test
    void eachFurther503DoublesThePauseUntilAGoodAnswer() {
        try (TestPress press = TestPress.open();
                Fetcher fetcher = fetcher(press, FetchPace.defaults().withDelay(Duration.ZERO))) {
            press.page(HOST, "/a", busy(503, ""), busy(503, ""), Reply.html("well"), busy(503, ""), Reply.html("well"));
            for (int i = 0; i < 5; i++) {
                get(fetcher, "/a");
            }
            assertEquals(List.of(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(10)), time.slept);
        }
    }

    @Test
    void aBusyHostsRobotsTxtIsNotTakenForAProhibition() {
        try (TestPress press = TestPress.open();
                Fetcher fetcher = fetcher(press, FetchPace.defaults())) {
            press.page(HOST, "/a", busy(503, "Retry-After: 3600\r\n"));
            get(fetcher, "/a");
            FetchOutcome outcome = fetcher.fetch(FetchRequest.page("http://" + HOST + "/b"));
            assertEquals(
                    FetchOutcome.Refused.Reason.LATER,
                    assertInstanceOf(FetchOutcome.Refused.class, outcome).reason());
            assertEquals(0, press.requests(HOST, "/robots.txt").size());
        }
    }

    @Test
    void severalConnectionsOnlyToAHostAllowedByName() throws InterruptedException {
        assertEquals(4, atOnce("connections.example", FetchRoutes.direct()));
        assertEquals(1, atOnce("127.0.0.1", FetchRoutes.direct().withAllowAddresses(List.of("127.0.0.0/8"))));
    }

    /** How many requests of eight threads are under way at once. */
    private int atOnce(String host, FetchRoutes routes) throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Reply slow = (request, out) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(100);
            now.decrementAndGet();
            return Reply.html("x").send(request, out);
        };
        try (TestPress press = TestPress.open()) {
            press.page("*", "/", slow);
            boolean named = !host.startsWith("127");
            FetchRoutes way = named ? routes.withConnectTo(List.of(ConnectTo.parse(press.connectTo(host)))) : routes;
            String url = named ? "http://" + host + "/" : press.url(host, "/");
            try (Fetcher fetcher = new Fetcher(
                    Bench.quick(way).withPace(FetchPace.none().withConnections(4)),
                    TestClock.at(NOW.toString()),
                    spool,
                    exchange -> {})) {
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    Thread thread = new Thread(
                            () -> fetcher.fetch(FetchRequest.page(url).withObeyRobots(false)));
                    thread.start();
                    threads.add(thread);
                }
                for (Thread thread : threads) {
                    thread.join();
                }
            }
        }
        return most.get();
    }

    @Test
    void aShortRetryAfterIsTakenAtItsWordAndLongerWhereItIsNotEnough() {
        try (TestPress press = TestPress.open();
                Fetcher fetcher = fetcher(press, FetchPace.defaults())) {
            Reply short3 = busy(429, "Retry-After: 3\r\n");
            press.page(HOST, "/a", short3, short3, short3, Reply.html("well"), short3, Reply.html("well"));
            for (int i = 0; i < 6; i++) {
                get(fetcher, "/a");
            }
            assertEquals(
                    Stream.of(3, 6, 12, 1, 3).map(Duration::ofSeconds).toList(),
                    time.slept,
                    "a second is our own pause");
        }
    }

    @Test
    void whatSaysNothingOfTimeToComeIsLetAloneForAsLongAsOneThatIsSilent() {
        for (String nonsense : List.of("0", "-3", "soon", "Mon, 27 Dec 2021 09:59:59 GMT", "3 s", "1e3", "")) {
            time.slept.clear();
            try (TestPress press = TestPress.open();
                    Fetcher fetcher = fetcher(press, FetchPace.defaults())) {
                press.page(HOST, "/a", busy(503, "Retry-After: " + nonsense + "\r\n"), Reply.html("well"));
                get(fetcher, "/a");
                get(fetcher, "/a");
                assertEquals(List.of(Duration.ofSeconds(10)), time.slept, nonsense);
            }
        }
    }
}
