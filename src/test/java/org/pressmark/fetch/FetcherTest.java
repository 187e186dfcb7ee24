package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

class FetcherTest {
    @TempDir
    Path spool;

    @Test
    void keepsTheHeadAsItStoodOnTheWire() {
        String head = String.join(
                "\r\n",
                "HTTP/1.1 200 Gl\u00fcck gehabt",
                "server: x",
                "X-A: 1",
                "CONTENT-type:text/html;charset=latin1",
                "x-a: 2",
                "X-Accent: caf\u00e9 \u00ff",
                "X-Folded: one",
                " two",
                "Empty:",
                "Content-Length: 5",
                "",
                "");
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", Reply.raw(true, head + "h\u00e9llo"));
            Exchange exchange = bench.fetched("/a");
            assertEquals(head, exchange.responseHead().raw());
            assertEquals("h\u00e9llo", Bench.text(exchange));
            assertEquals(Optional.empty(), exchange.truncated());
            assertEquals(List.of("http/1.1"), exchange.protocols());
            assertEquals(Optional.of("127.0.0.1"), exchange.ipAddress());
            assertEquals(Instant.parse("2021-12-27T10:00:00Z"), exchange.startedAt());
            assertEquals("http://www.republisher.example/a", exchange.url());
        }
    }

    @Test
    void keepsTheRequestAsItWasSent() {
        try (Bench bench = Bench.open(spool, s -> s.withContact("https://archive.example/about"))) {
            bench.press.page(Bench.HOST, "/a?b=c", Reply.html("x"));
            Exchange exchange = bench.fetched("/a?b=c");
            String sent = bench.press.requests().get(0).head();
            assertEquals(sent, exchange.requestHead().raw());
            assertEquals(
                    List.of(
                            "GET /a?b=c HTTP/1.1",
                            "Host: www.republisher.example",
                            "User-Agent: Pressmark/0.1.0 (+https://archive.example/about)"),
                    sent.lines().limit(3).toList());
            assertEquals(
                    Optional.of("gzip, br, deflate"), exchange.requestHead().first("Accept-Encoding"));
            assertEquals(Optional.empty(), exchange.requestHead().first("Cookie"));
        }
    }

    @Test
    void keepsTheContentCoding() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", Reply.gzip("<p>packed</p>"));
            byte[] packed = Reply.gzipped("<p>packed</p>".getBytes(StandardCharsets.UTF_8));
            assertArrayEquals(packed, Bench.text(bench.fetched("/a")).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void usesAConnectionAgainAndKeepsTheAnswersApart() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", Reply.html("first"));
            bench.press.page(Bench.HOST, "/b", Reply.chunked("sec", "ond"));
            bench.press.page(Bench.HOST, "/c", Reply.status(204));
            bench.press.page(Bench.HOST, "/d", Reply.redirect("/a"));
            assertEquals("first", Bench.text(bench.fetched("/a")));
            assertEquals("second", Bench.text(bench.fetched("/b")));
            assertEquals(204, bench.fetched("/c").responseHead().status());
            Exchange last = bench.fetched("/d");
            assertEquals(Optional.of("/a"), last.responseHead().first("Location"));
            assertTrue(last.requestHead().raw().startsWith("GET /d "));
            assertEquals(1, bench.press.connectionCount());
        }
    }

    @Test
    void asksAgainWhereAnIdleConnectionHasDied() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", (request, out) -> {
                Reply.html("first").send(request, out);
                return false; // says nothing of closing, and closes
            });
            bench.press.page(Bench.HOST, "/b", Reply.html("second"));
            assertEquals("first", Bench.text(bench.fetched("/a")));
            assertEquals("second", Bench.text(bench.fetched("/b")));
        }
    }

    @Test
    void everyStatusIsAnAnswerAndNoneIsFollowedOrRepeated() {
        try (Bench bench = Bench.open(spool)) {
            for (int status : new int[] {300, 301, 303, 307, 308, 400, 401, 404, 407, 408, 410, 421, 429, 500, 503}) {
                bench.press.page(
                        Bench.HOST,
                        "/" + status,
                        Reply.answer(
                                status + " Status",
                                "Location: /elsewhere\r\nRetry-After: 0\r\nWWW-Authenticate: Basic realm=\"x\"\r\n",
                                new byte[3]));
                assertEquals(status, bench.fetched("/" + status).responseHead().status());
                assertEquals(1, bench.press.requests(Bench.HOST, "/" + status).size());
            }
            assertEquals(15, bench.press.requests().size());
        }
    }

    @Test
    void sendsValidatorsAndKnowsNotModified() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", Reply.tagged("\"v1\"", "one"));
            Exchange first = bench.fetched("/a");
            FetchOutcome second = bench.fetcher.fetch(FetchRequest.page(Bench.SITE + "/a")
                    .withObeyRobots(false)
                    .withValidators(first.responseHead().first("ETag"), Optional.of("Mon, 27 Dec 2021 09:00:00 GMT")));
            Exchange unchanged =
                    assertInstanceOf(FetchOutcome.NotModified.class, second).exchange();
            assertEquals(0, unchanged.body().length());
            assertEquals(Optional.of("\"v1\""), unchanged.requestHead().first("If-None-Match"));
            assertEquals(
                    Optional.of("Mon, 27 Dec 2021 09:00:00 GMT"),
                    unchanged.requestHead().first("If-Modified-Since"));
        }
    }

    @Test
    void sendsTheReferrerAsBrowsersDo() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/i.png", Reply.text("x"));
            for (String page : List.of(
                    Bench.SITE + "/article?id=7#top",
                    "http://other.example/secret?q=1",
                    "https://www.republisher.example/")) {
                bench.fetcher.fetch(
                        FetchRequest.requisite(Bench.SITE + "/i.png", page).withObeyRobots(false));
            }
            assertEquals(
                    List.of("http://www.republisher.example/article?id=7", "http://other.example/", "none"),
                    bench.press.requests().stream()
                            .map(request -> request.header("Referer").orElse("none"))
                            .toList());
        }
    }

    @Test
    void sendsNoUserInfoAndNoFragment() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a%20b", Reply.html("x"));
            FetchOutcome outcome =
                    bench.fetcher.fetch(FetchRequest.page(" http://joe:secret@WWW.Republisher.example/a b#here ")
                            .withObeyRobots(false));
            assertEquals("http://www.republisher.example/a%20b", outcome.url());
            assertInstanceOf(FetchOutcome.Fetched.class, outcome);
            String head = bench.press.requests().get(0).head();
            assertFalse(head.contains("secret") || head.contains("Authorization") || head.contains("#"));
        }
    }

    @Test
    void writesInternationalNamesAndPathsAsBrowsersDo() {
        try (TestPress press = TestPress.open();
                Fetcher fetcher = new Fetcher(
                        Bench.quick(FetchRoutes.direct()
                                .withConnectTo(List.of(Bench.leadTo(press, "xn--bcher-kva.example")))),
                        TestClock.at("2021-12-27T10:00:00Z"),
                        spool,
                        exchange -> {})) {
            press.page("xn--bcher-kva.example", "/%C3%BC%7Cx?q=%C3%A4%20b", Reply.html("x"));
            FetchOutcome outcome =
                    fetcher.fetch(FetchRequest.page("HTTP://B\u00dccher.example:80/y/../\u00fc%7Cx?q=\u00e4 b")
                            .withObeyRobots(false));
            assertEquals("http://xn--bcher-kva.example/%C3%BC%7Cx?q=%C3%A4%20b", outcome.url());
            assertEquals(
                    200,
                    assertInstanceOf(FetchOutcome.Fetched.class, outcome)
                            .exchange()
                            .responseHead()
                            .status());
        }
    }

    @Test
    void refusesWhatIsNeitherHttpNorHttps() {
        try (Bench bench = Bench.open(spool)) {
            for (String url : List.of(
                    "ftp://a.example/",
                    "file:///etc/passwd",
                    "javascript:alert(1)",
                    "",
                    "a.example/x",
                    "http://",
                    "http://?x",
                    "data:text/html,x",
                    "http://a b.example/",
                    "http://1.2.3.4.5/",
                    "http://256.1.1.1/")) {
                FetchOutcome.Refused refused =
                        assertInstanceOf(FetchOutcome.Refused.class, bench.fetcher.fetch(FetchRequest.page(url)), url);
                assertEquals(FetchOutcome.Refused.Reason.SCHEME, refused.reason(), url);
            }
        }
    }

    @Test
    void saysWhatFailed() {
        try (Bench bench = Bench.open(
                spool,
                s -> Bench.quick(FetchRoutes.direct()
                        .withConnectTo(List.of(ConnectTo.parse("closed.example:80:127.0.0.1:1")))))) {
            FetchOutcome unknown = bench.fetcher.fetch(FetchRequest.page("http://no-such-host.invalid/"));
            assertEquals(
                    FetchOutcome.Failed.Cause.DNS,
                    assertInstanceOf(FetchOutcome.Failed.class, unknown).cause());
            FetchOutcome closed = bench.fetcher.fetch(FetchRequest.page("http://closed.example/"));
            FetchOutcome.Failed failed = assertInstanceOf(FetchOutcome.Failed.class, closed);
            assertEquals(FetchOutcome.Failed.Cause.CONNECT, failed.cause());
            assertEquals("no connection to closed.example at 127.0.0.1 port 1: Connection refused", failed.detail());
        }
    }

    @Test
    void leavesNoThreadThatKeepsAProgramAlive() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", Reply.html("x"));
            assertEquals("x", Bench.text(bench.fetched("/a")));
        }
        List<String> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread.getName().startsWith("OkHttp"))
                .map(Thread::getName)
                .toList();
        assertEquals(List.of(), left);
    }
}
