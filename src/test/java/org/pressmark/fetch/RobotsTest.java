package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.FetchOutcome;
import org.pressmark.testing.Reply;

@Timeout(60)
class RobotsTest {
    private static final String ROBOTS = "/robots.txt";

    @TempDir
    Path spool;

    private static FetchOutcome get(Bench bench, String path) {
        return bench.fetcher.fetch(FetchRequest.page(Bench.SITE + path));
    }

    private static String refusal(Bench bench, String path) {
        FetchOutcome.Refused refused = assertInstanceOf(FetchOutcome.Refused.class, get(bench, path));
        assertEquals(FetchOutcome.Refused.Reason.ROBOTS, refused.reason());
        return refused.detail();
    }

    private static void allowed(Bench bench, String path) {
        assertInstanceOf(FetchOutcome.Fetched.class, get(bench, path));
    }

    @Test
    void obeysAndQuotesTheLine() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(
                    Bench.HOST,
                    ROBOTS,
                    Reply.text(
                            "# ours\nUser-agent: *\nDisallow: /private # keep out\nAllow: /private/open\n\nUser-agent: evil\nDisallow: /"));
            assertEquals(
                    "http://www.republisher.example/robots.txt forbids /private/x?y to pressmark: \"Disallow: /private\""
                            + " (line 3)",
                    refusal(bench, "/private/x?y"));
            allowed(bench, "/private/open/x");
            allowed(bench, "/");
            assertEquals(1, bench.press.requests(Bench.HOST, ROBOTS).size());
            assertEquals(0, bench.press.requests(Bench.HOST, "/private/x?y").size());
            assertEquals(
                    List.of("http://www.republisher.example/robots.txt"),
                    bench.robots.stream().map(exchange -> exchange.url()).toList());
        }
    }

    @Test
    void ourOwnGroupGoesBeforeAnyones() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(
                    Bench.HOST,
                    ROBOTS,
                    Reply.text(
                            "\ufeffUser-Agent: other\nUser-agent: PressMark\nDisallow: /*.pdf$\nCrawl-delay: 0\n\nUser-agent: *\nDisallow: /"));
            allowed(bench, "/a");
            assertTrue(refusal(bench, "/b.pdf").endsWith("\"Disallow: /*.pdf$\" (line 3)"));
            allowed(bench, "/b.pdf?x");
        }
    }

    @Test
    void asksAgainAfterADayAndNotBefore() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, ROBOTS, Reply.status(404), Reply.text("User-agent: *\nDisallow: /"));
            allowed(bench, "/a");
            bench.clock.advance(Duration.ofHours(23));
            allowed(bench, "/a");
            bench.clock.advance(Duration.ofHours(1));
            assertTrue(refusal(bench, "/a").contains("Disallow: /"));
        }
    }

    @Test
    void a4xxAllowsEverything() {
        for (int status : new int[] {400, 401, 403, 404, 410, 429}) {
            try (Bench bench = Bench.open(spool)) {
                bench.press.page(Bench.HOST, ROBOTS, Reply.status(status));
                allowed(bench, "/a");
            }
        }
    }

    @Test
    void a5xxForbidsEverythingForAWhile() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, ROBOTS, Reply.status(503), Reply.status(404));
            assertTrue(refusal(bench, "/a").contains("503"));
            assertTrue(refusal(bench, "/b").contains("503"));
            bench.clock.advance(Duration.ofMinutes(11));
            allowed(bench, "/a");
            assertEquals(2, bench.robots.size());
        }
    }

    @Test
    void aFailureForbidsEverything() {
        List<Reply> failures = List.of(
                Reply.hangUp(), Reply.silence(), Reply.raw("nonsense\r\n\r\n"), Reply.closeEarly(100, "User-agent: *"));
        for (Reply failure : failures) {
            try (Bench bench = Bench.open(
                    spool, s -> s.withLimits(FetchLimits.defaults().withReadTimeout(Duration.ofMillis(200))))) {
                bench.press.page(Bench.HOST, ROBOTS, failure);
                assertTrue(refusal(bench, "/a").contains(Bench.SITE + ROBOTS));
                assertEquals(0, bench.press.requests(Bench.HOST, "/a").size());
            }
        }
    }

    @Test
    void followsFiveRedirectsOfRobots() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, ROBOTS, Reply.redirect("/1"));
            for (int i = 1; i < 5; i++) {
                bench.press.page(Bench.HOST, "/" + i, Reply.redirect(301, Bench.SITE + "/" + (i + 1)));
            }
            bench.press.page(Bench.HOST, "/5", Reply.text("User-agent: *\nDisallow: /a"));
            assertTrue(refusal(bench, "/a").contains("\"Disallow: /a\""));
            assertEquals(6, bench.robots.size());
        }
    }

    @Test
    void manyRedirectsCountAsNoRobots() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, ROBOTS, Reply.redirect("/robots.txt"));
            allowed(bench, "/a");
        }
    }

    @Test
    void aRedirectOfRobotsIntoThePrivateNetworkIsNotFollowed() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, ROBOTS, Reply.redirect(bench.press.url("127.0.0.1", "/robots.txt")));
            assertTrue(refusal(bench, "/a").contains("loopback"));
            bench.press.page("other.example", ROBOTS, Reply.redirect("ftp://x.example/"));
            assertEquals(1, bench.press.requests().size());
        }
    }

    @Test
    void readsOnlyHalfAMegabyte() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(
                    Bench.HOST,
                    ROBOTS,
                    Reply.text(
                            "User-agent: *\nDisallow: /early\n" + "# padding\n".repeat(60_000) + "Disallow: /late\n"));
            assertTrue(refusal(bench, "/early").contains("line 2"));
            allowed(bench, "/late");
        }
    }

    @Test
    void unpacksACompressedRobots() {
        try (Bench bench = Bench.open(spool)) {
            byte[] packed = Reply.gzipped("User-agent: *\nDisallow: /a".getBytes(StandardCharsets.UTF_8));
            bench.press.page(Bench.HOST, ROBOTS, Reply.answer("200 OK", "Content-Encoding: gzip\r\n", packed));
            assertTrue(refusal(bench, "/a").contains("line 2"));
        }
    }

    @Test
    void aHugeCrawlDelayIsCappedNotAProhibition() {
        try (Bench bench =
                Bench.open(spool, s -> s.withPace(FetchPace.none().withMaxCrawlDelay(Duration.ofMillis(1))))) {
            bench.press.page(Bench.HOST, ROBOTS, Reply.text("User-agent: *\nCrawl-delay: 100000\nDisallow: /x"));
            allowed(bench, "/a");
        }
    }

    @Test
    void asksWithoutRobotsWhereTheUserSaysSo() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, ROBOTS, Reply.text("User-agent: *\nDisallow: /"));
            bench.fetched("/a");
            assertEquals(0, bench.press.requests(Bench.HOST, ROBOTS).size());
        }
    }

    @Test
    void robotsItselfMayAlwaysBeAsked() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, ROBOTS, Reply.text("User-agent: *\nDisallow: /"));
            allowed(bench, ROBOTS);
        }
    }

    @Test
    void aPageInPlaceOfRobotsAllowsEverything() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(
                    Bench.HOST, ROBOTS, Reply.html("<!doctype html>\n<title>x</title>\n<p>disallowed: no\nfoo: bar"));
            allowed(bench, "/a");
        }
    }

    @Test
    void aRedirectToNoHttpAddressForbids() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, ROBOTS, Reply.redirect("ftp://x.example/"));
            assertTrue(refusal(bench, "/a").contains("no http address"));
        }
    }
}
