package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.RebuildIndex;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.TraceProvenance;
import org.pressmark.pipeline.VerifyArchive;
import org.pressmark.testing.Browser;

/**
 * The ways of an archivist and of a journalist through the pages, from the first to the last, in a real browser over a real
 * archive; each also without scripts. Needs a Chromium on this machine.
 */
final class JourneysTest {
    @TempDir
    private static Path shared;

    private static @Nullable Browser opened;

    /** An archive that is only looked at. */
    private static @Nullable NewsHouse filled;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Browser.program().isPresent(), "no Chromium on this machine: the ways are not walked");
        opened = Browser.open(Browser.program().orElseThrow(), Files.createDirectory(shared.resolve("profile")));
        filled = NewsHouse.filled(shared);
    }

    @AfterAll
    static void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
        if (filled != null) {
            filled.close();
        }
    }

    private static NewsHouse news() {
        NewsHouse house = filled;
        if (house == null) {
            throw new IllegalStateException("expected an open archive, found none");
        }
        return house;
    }

    /** The browser in the hands of a stranger. */
    private static Browser browser(boolean scripts) throws Exception {
        Browser browser = opened;
        if (browser == null) {
            throw new IllegalStateException("expected an open browser, found none");
        }
        browser.scripts(scripts);
        browser.forget();
        return browser;
    }

    private static String title(Browser browser) throws Exception {
        return browser.evaluate("document.querySelector('h1').textContent.trim()");
    }

    private static String all(Browser browser) throws Exception {
        return browser.evaluate("document.body.innerText");
    }

    /** A capture takes its time; the page that says so looks again by itself. */
    private static void untilCaptured(Browser browser) throws Exception {
        for (int i = 0; i < 200 && !browser.evaluate("location.pathname").equals("/page"); i++) {
            Thread.sleep(100);
        }
        assertEquals("/page", browser.evaluate("location.pathname"));
    }

    @Test
    void capturesOfTwoMonthsAreComparedWithoutScripts() throws Exception {
        Browser browser = browser(false);
        browser.go(news().origin() + Hrefs.page(NewsHouse.STORY));
        browser.follow(".month caption a");
        assertTrue(all(browser).contains("of March 2026"), all(browser));
        browser.evaluate("document.querySelectorAll('input[name=a]')[1].click()");
        browser.follow("button[formaction]");
        assertTrue(all(browser).contains("A is the capture of 2026-03-01"), all(browser));
        browser.follow(".month:last-child caption a");
        browser.follow("form[action='/compare'] button");
        assertTrue(title(browser).contains("square brackets inside a quotation"), title(browser));
    }

    @Test
    void theArchivistsWay() throws Exception {
        archivist(true);
    }

    @Test
    void theArchivistsWayWithoutScripts() throws Exception {
        archivist(false);
    }

    private void archivist(boolean scripts) throws Exception {
        Browser browser = browser(scripts);
        try (NewsHouse house = NewsHouse.empty(folder)) {
            browser.go(house.entrance());
            assertEquals(house.origin() + "/", browser.evaluate("location.href"), "the token leaves the address");
            assertTrue(all(browser).contains("Capture a page"), all(browser));
            for (int times = 0; times < 2; times++) {
                browser.go(house.origin() + "/");
                browser.write("#capture", NewsHouse.STORY);
                browser.follow("form.capture button");
                untilCaptured(browser);
                house.later();
            }
            assertEquals("Ministers meet in Ankara", title(browser));
            assertTrue(all(browser).contains("2 captures, 2 distinct texts"), all(browser));

            browser.follow("a[href^='/versions/']");
            assertTrue(all(browser).contains("Silent edit"), all(browser));
            browser.go(house.origin() + Hrefs.page(NewsHouse.STORY));
            browser.evaluate("document.querySelectorAll('input[name=a]')[1].click();"
                    + "document.querySelectorAll('input[name=b]')[0].click()");
            browser.follow("form[action='/compare'] button");
            assertTrue(title(browser).contains("square brackets inside a quotation"), title(browser));
            if (scripts) {
                browser.go(house.origin() + Hrefs.page(NewsHouse.STORY));
                browser.draw(".timeline a:last-of-type", ".timeline a");
                assertTrue(title(browser).contains("square brackets inside a quotation"), title(browser));
            }

            browser.follow("a[href^='/view/']");
            assertTrue(browser.evaluate("document.querySelector('iframe').src").contains("fr_/" + NewsHouse.STORY));
            browser.go(house.origin() + "/");
            browser.follow("nav a[href='/sources']");
            browser.follow("button[value=pause]");
            assertEquals("Sources", title(browser));
            assertTrue(browser.evaluate("document.querySelector('button[name=state]').textContent")
                    .equals("Resume"));
            browser.follow("nav a[href='/archive']");
            assertTrue(all(browser).contains("2026-03"), all(browser));
        }
    }

    @Test
    void theJournalistsWay() throws Exception {
        journalist(true);
    }

    @Test
    void theJournalistsWayWithoutScripts() throws Exception {
        journalist(false);
    }

    private void journalist(boolean scripts) throws Exception {
        Browser browser = browser(scripts);
        NewsHouse house = news();
        browser.go(house.origin() + "/");
        assertEquals("null", browser.evaluate("'' + document.querySelector('form.capture')"), "without the token");
        browser.write("#what", "acceptable by both sides");
        browser.follow("[role=search] button");
        assertEquals("Search", title(browser));
        browser.follow(".hits a[href*='paper.example']");
        assertEquals("Ministers meet in Ankara", title(browser));
        browser.follow("a[href^='/versions/']");
        browser.follow("a[href^='/compare']");
        assertTrue(title(browser).contains("square brackets inside a quotation"), title(browser));
        assertTrue(all(browser).contains("[Is it true?]"), all(browser));

        browser.go(house.origin() + Hrefs.page(NewsHouse.COPY));
        browser.follow("a[href^='/chain']");
        assertTrue(all(browser).contains("“Source: AFP”"), all(browser));
        assertFalse(all(browser).contains("Say what you know"), "without the token");
        browser.go(house.origin() + "/edits");
        String feed = browser.evaluate("document.querySelector('a[href^=\"/feed/edits\"]').href");
        HttpResponse<String> atom = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(feed)).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(
                "application/atom+xml; charset=utf-8",
                atom.headers().firstValue("Content-Type").orElse(""));
        assertTrue(atom.body().contains("/compare?a="), atom.body());
    }

    @Test
    void byKeysAloneFromTheFirstPageToTheComparison() throws Exception {
        Browser browser = browser(true);
        NewsHouse house = news();
        browser.go(house.origin() + "/");
        walkTo(browser, "a[href='/edits']");
        browser.enter();
        walkTo(browser, ".edits a");
        browser.enter();
        assertTrue(title(browser).contains("square brackets inside a quotation"), title(browser));
        walkTo(browser, ".note > summary");
    }

    private static void walkTo(Browser browser, String selector) throws Exception {
        for (int i = 0; i < 60; i++) {
            browser.tab();
            if (browser.evaluate("'' + document.activeElement.matches(\"" + selector + "\")")
                    .equals("true")) {
                return;
            }
        }
        throw new AssertionError("the tabulator never reached " + selector);
    }

    @Test
    void whoHasTheTokenSaysWhatIsKnownOfALink() throws Exception {
        Browser browser = browser(false);
        try (NewsHouse house = NewsHouse.filled(folder)) {
            String chain = house.origin()
                    + Hrefs.chain(house.captures(NewsHouse.COPY).get(0).recordId());
            browser.go(house.entrance());
            browser.go(chain);
            browser.write(".words input[name=note]", "told by the desk");
            browser.follow(".words button[value=confirm]");
            assertTrue(all(browser).contains("confirmed"), all(browser));
            browser.follow(".words form:has(input[value=AFP]) button[value=reject]");
            String facts = browser.evaluate("document.querySelector('.facts').innerText");
            assertTrue(facts.contains("the statements contradict each other"), "what a page states, stays told");
            browser.write("#parent", "Reuters");
            browser.follow("button[value=add]");
            assertTrue(browser.evaluate("document.querySelector('.facts').innerText")
                    .contains("Reuters"));
            browser.write("#parent", "my neighbour");
            browser.follow("button[value=add]");
            assertEquals("Not kept", title(browser));
        }
    }

    @Test
    void whatIsConfirmedInTheBrowserIsConfirmedInTheTraceAndAfterARebuild() throws Exception {
        Browser browser = browser(false);
        try (NewsHouse house = NewsHouse.filled(folder)) {
            browser.go(house.entrance());
            browser.go(house.origin()
                    + Hrefs.chain(house.captures(NewsHouse.COPY).get(0).recordId()));
            browser.write(".words input[name=note]", "told by the desk");
            browser.follow(".words button[value=confirm]");
            browser.follow(".words form:has(input[value=AFP]) button[value=reject]");
        }
        assertTrue(confirmed(), "the trace of the archive that the server left");
        try (Pipeline again = house()) {
            new RebuildIndex(again).rebuild(false, what -> {});
        }
        assertTrue(confirmed(), "the trace of the index that was made anew");
        try (Pipeline again = house()) {
            VerifyArchive.Verified verified = new VerifyArchive(again).verify((file, done, total) -> {});
            assertTrue(verified.conformant(), verified.toString());
        }
        String leaves = Files.readString(folder.resolve("warcs/ledger/leaves.jsonl"));
        assertTrue(leaves.contains("\"basis\":\"confirmed\""), "the log says so");
        assertTrue(leaves.contains("\"word\":\"confirm\"") && leaves.contains("\"word\":\"reject\""), leaves);
        assertFalse(leaves.contains("told by the desk"), "the log holds no text");
    }

    private Pipeline house() {
        String archive = folder.resolve("warcs").toString();
        return Pipeline.open(
                Settings.defaults().with(Map.of(Setting.ARCHIVE_DIR, new Settings.Value(archive, "test"))),
                "test",
                finding -> {});
    }

    private boolean confirmed() {
        try (Pipeline again = house()) {
            ProvenanceChain chain = new TraceProvenance(again).trace(new Reference.Stored(NewsHouse.COPY, ""));
            return chain.origins().stream()
                    .filter(link -> link.basis() == Derivation.Basis.CONFIRMED)
                    .flatMap(link -> chain.node(link.parent()).stream())
                    .anyMatch(node -> node.url().equals(Optional.of(NewsHouse.STORY)));
        }
    }

    @Test
    void anAddressThatIsNotStoredIsOfferedToWhoMayCaptureIt() throws Exception {
        Browser browser = browser(false);
        try (NewsHouse house = NewsHouse.empty(folder)) {
            browser.go(house.entrance());
            browser.write("#what", NewsHouse.FRESH);
            browser.follow("[role=search] button");
            assertEquals("Not in this archive", title(browser));
            browser.follow("form[action='/do/capture'] button");
            untilCaptured(browser);
            assertEquals("Harbour is frozen", title(browser));
        }
    }
}
