package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.pipeline.CrawlHouse.BASE;
import static org.pressmark.pipeline.CrawlHouse.HOST;
import static org.pressmark.pipeline.CrawlHouse.item;
import static org.pressmark.pipeline.CrawlHouse.rss;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.CrawlSummary;
import org.pressmark.model.Queued;
import org.pressmark.model.Scope;
import org.pressmark.model.Source;
import org.pressmark.model.UrlKey;
import org.pressmark.report.TerminalStyle;
import org.pressmark.report.WhyLines;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** An article that is known, and in whose place something else comes for a while: no version, no edit, no mark on the schedule. */
class WatchedWallsTest {
    private static final String PATH = "/2026/story";
    private static final String URL = BASE + PATH;
    private static final String ARTICLE = "<title>Story</title><h1>The story of the day</h1>"
            + "<p>The council said on Tuesday that it would go ahead with the plan as agreed before.</p>".repeat(6);
    private static final Source SOURCE = CrawlHouse.feed(Scope.ofHosts(List.of(HOST), 1));

    @TempDir
    Path folder;

    private final TestPress press = TestPress.open();

    @AfterEach
    void close() {
        press.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Just a moment...</title><h1>Checking your browser before accessing the site</h1><p>Wait, please.</p>",
                "<title>Before you continue</title><h1>We value your privacy</h1><p>We and our partners store information.</p>",
                "<title>Page not found</title><h1>404 - Page not found</h1><p>The page you look for is not here.</p>",
                "<title>Seite nicht gefunden</title><h1>Seite nicht gefunden</h1><p>Diese Seite gibt es nicht.</p>",
                "<title>Too many requests</title><h1>Too many requests</h1><p>Try again later.</p>"
            })
    void whatSaysItselfThatItIsNotThePageIsNoVersion(String wall) throws Exception {
        assertNoEdit(Reply.html(wall));
    }

    @Test
    void whyTellsThatAWallWasCapturedAndNotThePage() throws Exception {
        CrawlHouse house = new CrawlHouse(folder, press);
        press.page(
                HOST, PATH, Reply.html("<title>Log in to continue</title><h1>Log in to continue</h1><p>Welcome.</p>"));
        try (Pipeline open = house.open();
                CapturePage capture = new CapturePage(open, url -> {})) {
            capture.capture(URL);
            String why = WhyLines.of(new ExplainUrl(open).explain(URL, List.of(SOURCE)), TerminalStyle.PLAIN);
            assertTrue(why.replaceAll("\\s+", " ").contains("a wall and not the page"), why);
        }
    }

    @Test
    void aRedirectToTheFrontPageIsNoVersion() throws Exception {
        press.page(HOST, "/", Reply.html("<title>The paper</title><h1>The paper</h1><p>News of the day.</p>"));
        assertNoEdit(Reply.redirect("/"));
    }

    private void assertNoEdit(Reply instead) throws Exception {
        CrawlHouse house = new CrawlHouse(folder, press);
        press.page(
                        HOST,
                        "/feed",
                        Reply.content("application/rss+xml", rss(item(PATH, "")).getBytes(StandardCharsets.UTF_8)))
                .page(HOST, PATH, Reply.html(ARTICLE), instead, instead, Reply.html(ARTICLE));
        house.crawl(SOURCE);
        for (int visit = 0; visit < 2; visit++) {
            house.clock.advance(Duration.ofHours(3));
            CrawlSummary walled = house.crawl(SOURCE);
            assertEquals(1, walled.failures().get("a wall, not the page"), walled.toString());
        }
        try (Pipeline open = house.open()) {
            Queued row = open.store().read(tx -> tx.frontier().find(URL)).orElseThrow();
            assertEquals(0, row.history().edits());
            String detail = row.last().orElseThrow().detail();
            assertTrue(detail.matches(".*(notice|soft-404|rate-limit): .*"), detail);
            assertEquals(
                    1, open.store().read(tx -> tx.versions().of(UrlKey.of(URL))).size());
        }
        house.clock.advance(Duration.ofDays(1));
        house.crawl(SOURCE);
        try (Pipeline open = house.open()) {
            Queued row = open.store().read(tx -> tx.frontier().find(URL)).orElseThrow();
            assertEquals(0, row.history().edits(), "the article is as it was");
            assertEquals(2, row.history().visits());
        }
    }
}
