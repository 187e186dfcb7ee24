package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.pipeline.CrawlHouse.BASE;
import static org.pressmark.pipeline.CrawlHouse.HOST;
import static org.pressmark.pipeline.CrawlHouse.article;
import static org.pressmark.pipeline.CrawlHouse.feed;
import static org.pressmark.pipeline.CrawlHouse.item;
import static org.pressmark.pipeline.CrawlHouse.rss;
import static org.pressmark.pipeline.CrawlHouse.seed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.model.CrawlSummary;
import org.pressmark.model.Queued;
import org.pressmark.model.Scope;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Why;
import org.pressmark.testing.PressRequest;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

class RunCrawlTest {
    private static final Scope OWN = Scope.ofHosts(List.of(HOST), 1);

    @TempDir
    Path folder;

    private final TestPress press = TestPress.open();
    private CrawlHouse house;

    @BeforeEach
    void open() {
        house = new CrawlHouse(folder, press);
    }

    @AfterEach
    void close() {
        press.close();
    }

    private static Reply xml(String text) {
        return Reply.content("application/xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private int asked(String path) {
        return press.requests(HOST, path).size();
    }

    private Optional<Queued> row(String path) {
        try (Pipeline open = house.open()) {
            return open.store().read(tx -> tx.frontier().find(BASE + path));
        }
    }

    private Why why(String url) {
        try (Pipeline open = house.open()) {
            return new ExplainUrl(open).explain(url, List.of(feed(OWN)));
        }
    }

    @Test
    void capturesWhatAFeedNamesAndVisitsItAgainWhenDue() throws Exception {
        press.page(HOST, "/feed", xml(rss(item("/a", ""), item("/b", ""))))
                .page(HOST, "/a", Reply.html(article("A", "first")), Reply.html(article("A", "second")))
                .page(HOST, "/b", Reply.tagged("\"1\"", article("B", "same")));
        CrawlSummary first = house.crawl(feed(OWN));
        assertEquals(2, first.count(Outcome.NEW_PAGE), first.toString());
        CrawlSummary atOnce = house.crawl(feed(OWN));
        assertEquals(1, atOnce.visits(), "only the feed is read again: " + atOnce);
        house.clock.advance(Duration.ofHours(2));
        CrawlSummary later = house.crawl(feed(OWN));
        assertEquals(1, later.count(Outcome.NEW_VERSION), later.toString());
        assertEquals(2, later.count(Outcome.UNCHANGED), "the feed and /b: " + later);
        assertEquals(1, row("/a").orElseThrow().history().edits());
        assertEquals(0, row("/b").orElseThrow().history().edits());
        CrawlSummary again = house.crawl(feed(OWN), true);
        assertEquals(3, again.visits());
    }

    @Test
    void anEditIsSeenWhereArticlesAreReadLaterAndANewTokenIsNone() throws Exception {
        house.with(Setting.CAPTURE_EXTRACT, "false");
        press.page(HOST, "/feed", xml(rss(item("/a", ""), item("/b", ""))))
                .page(HOST, "/a", Reply.html(article("A", "first")), Reply.html(article("A", "second")))
                .page(
                        HOST,
                        "/b",
                        Reply.html(article("B", "same") + "<!-- token 1 -->"),
                        Reply.html(article("B", "same") + "<!-- token 2 -->"));
        house.crawl(feed(OWN));
        house.clock.advance(Duration.ofHours(2));
        house.crawl(feed(OWN));
        assertEquals(2, asked("/b"));
        assertEquals(1, row("/a").orElseThrow().history().edits());
        assertEquals(0, row("/b").orElseThrow().history().edits());
    }

    @Test
    void aFeedThatSpeaksOfAChangeBringsTheVisitForward() throws Exception {
        press.page(
                        HOST,
                        "/feed",
                        xml(rss(item("/a", "2026-03-01T11:00:00Z"))),
                        xml(rss(item("/a", "2026-03-01T12:20:00Z"))))
                .page(HOST, "/a", Reply.html(article("A", "first")), Reply.html(article("A", "second")));
        house.crawl(feed(OWN));
        house.clock.advance(Duration.ofMinutes(40));
        CrawlSummary visited = house.crawl(feed(OWN));
        assertEquals(1, visited.count(Outcome.NEW_VERSION), visited.toString());
    }

    @Test
    void followsLinksSitemapsAndFeedsOfASiteToTheirEnd() throws Exception {
        press.page(HOST, "/robots.txt", Reply.text("User-agent: *\nDisallow: /private\nSitemap: " + BASE + "/s.xml"))
                .page(HOST, "/s.xml", xml("<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>"))
                .page(HOST, "/s1.xml", xml("<urlset><url><loc>/listed</loc></url></urlset>"))
                .page(
                        HOST,
                        "/",
                        Reply.html("<html><link rel=alternate type=application/rss+xml href=/feed>"
                                + "<a href=/one>1</a><a href=/private/x>p</a><a href=http://other.example/>o</a>"))
                .page(HOST, "/feed", xml(rss(item("/fed", ""))))
                .page(HOST, "/one", Reply.html("<html><a href=/two>2</a><a href=/>home</a>"))
                .page(HOST, "/two", Reply.html("<html><a href=/three>3</a>"))
                .page(HOST, "/three", Reply.html(article("3", "end")))
                .page(HOST, "/listed", Reply.html(article("L", "listed")))
                .page(HOST, "/fed", Reply.html(article("F", "fed")));
        CrawlSummary summary = house.crawl(seed(2));
        for (String path : List.of("/", "/s.xml", "/s1.xml", "/feed", "/one", "/two", "/listed", "/fed")) {
            assertEquals(1, asked(path), path + ": " + summary);
        }
        assertEquals(0, asked("/three"), "three links away, the scope allows two");
        assertEquals(0, asked("/private/x"));
        assertEquals(0, press.requests("other.example", "/").size());
        assertEquals(1, summary.failures().get("refused by robots.txt"));
        String detail = row("/private/x").orElseThrow().last().orElseThrow().detail();
        assertTrue(detail.contains("\"Disallow: /private\" (line 2)"), detail);
    }

    @Test
    void trapsHaveAnEnd() throws Exception {
        Reply calendar = (request, out) -> {
            String path = request.path();
            int day =
                    path.matches("/cal/2026/1/\\d+") ? Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)) : 0;
            String html = "<html>" + "<a href=/cal/2026/1/" + (2 * day + 1) + ">x</a><a href=/cal/2026/1/"
                    + (2 * day + 2) + ">y</a><a href='?" + day + "=" + request.number() + "'>s</a><a href=" + path
                    + "/deep>d</a>";
            return Reply.html(html).send(request, out);
        };
        press.page(HOST, "/", Reply.html("<html><a href=/cal/2026/1/0>cal</a><a href=/loop>l</a>"))
                .page(HOST, "/loop", Reply.redirect("/loop2"))
                .page(HOST, "/loop2", Reply.redirect("/loop"));
        for (int day = 0; day < 5_000; day++) {
            press.page(HOST, "/cal/2026/1/" + day, calendar);
        }
        // A thousand pages and more: without articles and four at a time it is a matter of seconds.
        house.with(Setting.CAPTURE_EXTRACT, "false").with(Setting.FETCH_CONNECTIONS, "4");
        CrawlSummary summary = house.crawl(seed(20));
        assertTrue(summary.visits() < 3_000, "ends: " + summary.visits());
        assertTrue(
                summary.failures().keySet().stream().anyMatch(reason -> reason.contains("redirect loop")),
                summary.toString());
    }

    @Test
    void aHostThatIsBusyIsLetAloneAndTheCrawlSaysSo() throws Exception {
        press.page(HOST, "/feed", xml(rss(item("/a", ""), item("/b", ""), item("/c", ""))))
                .page(HOST, "/a", Reply.answer("429 Slow Down", "Retry-After: 7200\r\n", new byte[] {'x'}))
                .page(HOST, "/b", Reply.answer("429 Slow Down", "Retry-After: 7200\r\n", new byte[] {'x'}))
                .page(HOST, "/c", Reply.answer("429 Slow Down", "Retry-After: 7200\r\n", new byte[] {'x'}));
        CrawlSummary summary = house.crawl(feed(OWN));
        assertEquals(2, summary.visits(), "the feed and one page: " + summary);
        assertTrue(
                summary.notes().stream().anyMatch(note -> note.contains("is not asked before 2026-03-01T14:00:00Z")),
                summary.notes().toString());
        assertEquals(4, summary.waiting());
    }

    @Test
    void aHostThatIsLetAloneRefusesNothing() throws Exception {
        press.page(HOST, "/feed", xml(rss(item("/a", ""), item("/b", ""), item("/c", ""))))
                .page(HOST, "/a", Reply.redirect("http://other.example/a"))
                .page(HOST, "/b", Reply.redirect("http://other.example/b"))
                .page(HOST, "/c", Reply.html(article("C", "x")))
                .page("other.example", "/a", Reply.answer("503 Busy", "Retry-After: 7200\r\n", new byte[] {'x'}))
                .page("other.example", "/b", Reply.answer("503 Busy", "Retry-After: 7200\r\n", new byte[] {'x'}));
        CrawlSummary summary = house.crawl(feed(OWN));
        assertEquals(4, summary.visits(), "the other host's pause is not this one's: " + summary);
        assertEquals(0, summary.count(Outcome.REFUSED), summary.toString());
        assertEquals(1, summary.failures().get("the host asks us to come later"), summary.toString());
        String waits = row("/a").orElseThrow().last().orElseThrow().status() == 0 ? "/a" : "/b";
        assertEquals(0, row(waits).orElseThrow().history().misses());
        Duration wait = Duration.between(
                house.clock.instant(), row(waits).orElseThrow().due().orElseThrow());
        assertTrue(wait.compareTo(Duration.ofHours(1)) > 0 && wait.compareTo(Duration.ofHours(2)) <= 0, "" + wait);
    }

    @Test
    void aWallIsNoVersionAndNamesNothing() throws Exception {
        Reply login = Reply.html("<html><form><input type=password></form><a href=/behind>b</a><p>Sign in</p>");
        press.page(HOST, "/", login, Reply.html("<html><a href=/behind>b</a><p>Welcome</p>"))
                .page(HOST, "/behind", Reply.html(article("B", "x")));
        CrawlSummary walled = house.crawl(seed(1));
        assertEquals(1, walled.failures().get("a wall, not the page"), walled.toString());
        assertEquals(0, asked("/behind"));
        house.clock.advance(Duration.ofDays(1));
        house.crawl(seed(1));
        assertEquals(1, asked("/behind"));
    }

    @Test
    void articlesThatAreReadLaterAreReadByReextract() throws Exception {
        press.page(HOST, "/feed", xml(rss(item("/a", ""), item("/b", ""))))
                .page(HOST, "/a", Reply.html(article("A", "first")))
                .page(HOST, "/b", Reply.tagged("\"1\"", article("B", "same")));
        CrawlHouse later = house.with(Setting.CAPTURE_EXTRACT, "false");
        CrawlSummary stored = later.crawl(feed(OWN));
        assertEquals(3, stored.count(Outcome.STORED), stored.toString());
        assertTrue(stored.notes().stream().anyMatch(note -> note.contains("reextract")), stored.toString());
        later.clock.advance(Duration.ofHours(2));
        assertEquals(3, later.crawl(feed(OWN)).count(Outcome.UNCHANGED));
        try (Pipeline open = later.open()) {
            assertEquals(6, open.store().read(tx -> tx.totals()).captures() - aside(open));
            assertEquals(0, open.store().read(tx -> tx.totals()).versions());
            ReextractArticles.Done done = new ReextractArticles(open)
                    .run(new ReextractArticles.Wanted(Optional.empty(), false, false), (count, of, changed) -> {});
            assertEquals(2, done.byField().get("found"));
            assertEquals(2, open.store().read(tx -> tx.totals()).versions());
        }
        try (Pipeline open = later.open()) {
            assertEquals(List.of(), new RebuildIndex(open).check(what -> {}));
        }
    }

    /** Nobody asked for these, and no page names them. */
    private static long aside(Pipeline open) {
        return Stream.of("/robots.txt", "/favicon.ico")
                .mapToLong(path -> open.store().read(tx -> tx.captures().count(UrlKey.of(BASE + path))))
                .sum();
    }

    @Test
    void whatIsLeftOutOfAPageIsSaidInTheSummary() throws Exception {
        StringBuilder links = new StringBuilder("<h1>All</h1><p>Of them.</p>");
        IntStream.range(0, 10_500).forEach(i -> links.append("<a href=http://far.example/" + i + ">x</a>"));
        StringBuilder pictures = new StringBuilder("<h1>Pictures</h1><p>All of them.</p>");
        IntStream.range(0, 20).forEach(i -> pictures.append("<img src=/never/" + i + ".png>"));
        press.page(HOST, "/", Reply.html("<h1>x</h1><a href=/links>a</a><a href=/pictures>b</a>"))
                .page(HOST, "/links", Reply.html(links.toString()))
                .page(HOST, "/pictures", Reply.html(pictures.toString()))
                .page(HOST, "/robots.txt", Reply.text("User-agent: *\nDisallow: /never\n"));
        CrawlSummary summary = house.with(Setting.CAPTURE_MAX_REQUISITES, "5")
                .with(Setting.CAPTURE_EXTRACT, "false")
                .crawl(seed(2));
        assertTrue(
                summary.notes().stream()
                        .anyMatch(note -> note.matches("1 page: more links than .*, first on " + BASE + "/links")),
                summary.notes().toString());
        assertTrue(
                summary.notes().stream()
                        .anyMatch(note -> note.matches("1 page: more parts than .*, first on " + BASE + "/pictures")),
                summary.notes().toString());
    }

    @Test
    void asksAnAllowedHostSeveralThingsAtOnceWhereTold() throws Exception {
        CountDownLatch together = new CountDownLatch(2);
        AtomicInteger alone = new AtomicInteger();
        String[] items = new String[8];
        for (int i = 0; i < items.length; i++) {
            items[i] = item("/" + i, "");
            Reply page = Reply.html(article("N " + i, "text " + i));
            press.page(HOST, "/" + i, (PressRequest request, java.io.OutputStream out) -> {
                together.countDown();
                alone.addAndGet(together.await(30, TimeUnit.SECONDS) ? 0 : 1);
                return page.send(request, out);
            });
        }
        press.page(HOST, "/feed", xml(rss(items)));
        house.with(Setting.FETCH_CONNECTIONS, "4").crawl(feed(OWN));
        assertEquals(0, alone.get(), "no request waited for a second one in vain");
    }

    @Test
    void errorsAreTriedAgainAndChangeNothingOfWhatWasLearnt() throws Exception {
        press.page(HOST, "/feed", xml(rss(item("/a", ""))))
                .page(
                        HOST,
                        "/a",
                        Reply.html(article("A", "x")),
                        Reply.status(500),
                        Reply.status(404),
                        Reply.html(article("A", "y")));
        house.crawl(feed(OWN));
        house.clock.advance(Duration.ofHours(2));
        assertEquals(1, house.crawl(feed(OWN)).failures().get("HTTP 500"));
        assertEquals(1, row("/a").orElseThrow().history().misses());
        assertEquals(1, row("/a").orElseThrow().history().visits());
        house.clock.advance(Duration.ofHours(1));
        assertEquals(1, house.crawl(feed(OWN)).failures().get("HTTP 404"));
        house.clock.advance(Duration.ofDays(1));
        assertEquals(1, house.crawl(feed(OWN)).count(Outcome.NEW_VERSION));
    }

    @Test
    void theRecordsTellHowAPageWasFound() throws Exception {
        press.page(HOST, "/feed", xml(rss(item("/a", "2026-03-01T11:00:00Z"))))
                .page(HOST, "/a", Reply.html(article("A", "x")));
        house.crawl(feed(OWN));
        StringBuilder records = new StringBuilder();
        try (Pipeline open = house.open()) {
            for (Path file : open.warcs().files()) {
                records.append(new String(
                        new java.util.zip.GZIPInputStream(java.nio.file.Files.newInputStream(file)).readAllBytes(),
                        StandardCharsets.ISO_8859_1));
            }
        }
        for (String fact : List.of(
                "via: " + BASE + "/feed",
                "hopsFromSeed: M",
                "feed-item: /a",
                "found-by: feed",
                "stated-modified: 2026-03-01T11:00:00Z")) {
            assertTrue(records.indexOf(fact) >= 0, fact);
        }
    }

    @Test
    void goesOnWhereItWasStopped() throws Exception {
        String[] items = new String[40];
        for (int i = 0; i < items.length; i++) {
            items[i] = item("/" + i, "");
            press.page(HOST, "/" + i, Reply.html(article("N " + i, "text " + i)));
        }
        press.page(HOST, "/feed", xml(rss(items)));
        AtomicInteger looks = new AtomicInteger();
        try (Pipeline open = house.open();
                RunCrawl crawl = new RunCrawl(open)) {
            CrawlSummary stopped =
                    crawl.run(List.of(feed(OWN)), false, () -> looks.incrementAndGet() > 3, summary -> {});
            assertTrue(stopped.notes().stream().anyMatch(note -> note.contains("goes on")), stopped.toString());
        }
        house.crawl(feed(OWN));
        for (int i = 0; i < items.length; i++) {
            assertEquals(1, asked("/" + i), "/" + i);
        }
    }

    @Test
    void oneCrawlAtATime() throws Exception {
        try (Pipeline open = house.open();
                RunCrawl first = new RunCrawl(open)) {
            Objects.requireNonNull(first);
            String words = String.valueOf(assertThrows(PipelineException.class, () -> new RunCrawl(open))
                    .getMessage());
            assertTrue(words.contains("another crawl or watch"), words);
        }
    }

    @Test
    void asksAHostOneThingAtATime() throws Exception {
        AtomicInteger under = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        String[] items = new String[12];
        for (int i = 0; i < items.length; i++) {
            items[i] = item("/" + i, "");
            Reply page = Reply.html(article("N " + i, "text " + i));
            press.page(HOST, "/" + i, (PressRequest request, java.io.OutputStream out) -> {
                most.accumulateAndGet(under.incrementAndGet(), Math::max);
                Thread.sleep(20);
                under.decrementAndGet();
                return page.send(request, out);
            });
        }
        press.page(HOST, "/feed", xml(rss(items)));
        house.crawl(feed(OWN));
        assertEquals(1, most.get());
    }

    @Test
    void saysWhyAnAddressWasCapturedOrNot() throws Exception {
        press.page(HOST, "/feed", xml(rss(item("/a", "")))).page(HOST, "/a", Reply.html(article("A", "x")));
        house.crawl(feed(OWN));
        Why captured = why(BASE + "/a");
        assertEquals(1, captured.captures());
        assertEquals(
                Optional.of(house.clock.instant().plus(Duration.ofHours(1))),
                captured.queued().orElseThrow().due());
        Why never = why("http://other.example/x");
        assertTrue(never.unknown());
        assertEquals(
                Optional.of("it is outside the scope: hosts news.example"),
                never.verdicts().get(0).refused());
    }

    @Test
    void checksEachAddressOfASource() throws Exception {
        press.page(HOST, "/feed", xml(rss(item("/a", ""), "<item><link>http://other.example/z</link></item>")));
        List<CheckSources.Checked> all = new java.util.ArrayList<>();
        try (Pipeline open = house.open();
                CheckSources check = new CheckSources(open)) {
            check.check(feed(OWN), all::add);
            check.check(seed(1), all::add);
        }
        assertEquals("feed", all.get(0).kind());
        assertEquals(2, all.get(0).found());
        assertEquals(List.of(BASE + "/a"), all.get(0).examples());
        assertEquals(Optional.of("HTTP 404 Status"), all.get(1).trouble());
    }
}
