package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;
import org.pressmark.testing.Browser;
import org.pressmark.testing.TestWarc;

/** A story that forty sites took over, a page with forty texts, a Hebrew pair, as a browser shows them. */
final class CrowdedPagesTest {
    private static final String STORY = "https://agency.example/story";
    private static final String EDITED = "https://edited.example/dam";
    private static final String HEBREW = "https://hebrew.example/";
    private static final Instant START = Instant.parse("2026-03-09T06:00:00Z");
    private static final int COPIES = 38;

    /** Words of the picture that meet others, or stand out of the box that they are in. */
    private static final String MEETING = """
        (() => {
          const places = [...document.querySelectorAll('svg.chain text')].map(text => [text, text.getBBox()]);
          const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
          const faults = [];
          for (const [one, a] of places) {
            const box = one.closest('g.text')?.querySelector('rect:last-of-type')?.getBBox();
            if (box && a.x + a.width > box.x + box.width) faults.push('out of its box: ' + one.textContent);
            for (const [other, b] of places) {
              const lines = one.parentNode === other.parentNode && one.parentNode.matches('g.text');
              if (one !== other && !lines && meet(a, b)) faults.push(one.textContent + ' meets ' + other.textContent);
            }
          }
          return places.length < 30 ? 'too few words: ' + places.length : faults.slice(0, 5).join(' | ');
        })()\
        """;

    @TempDir
    private static Path folder;

    private static @Nullable Browser browser;
    private static @Nullable ReplayServer server;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Browser.program().isPresent(), "no Chromium on this machine: the pages are not looked at in it");
        TestWarc warc = new TestWarc();
        warc.page(STORY, at(1), article("Crane shuts the port", "", story(0)));
        for (int copy = 1; copy <= COPIES; copy++) {
            String credit = copy % 3 == 0
                    ? ""
                    : "<p>This article first appeared on <a href=\"" + STORY + "\">agency.example</a></p>";
            warc.page(
                    "https://a-site-with-a-rather-long-name-" + copy + ".example/a",
                    at(60 * copy),
                    article(copy % 4 == 0 ? "Port shut " + copy : "Crane shuts the port", credit, story(copy)));
        }
        for (int text = 0; text < 40; text++) {
            warc.page(EDITED, at(text < 30 ? text * 20 : text * 9_000), article("The dam", "", dam(text)));
        }
        warc.page(HEBREW, at(1), article("קריסת עגורן", "", hebrew("ארבעה")));
        warc.page(HEBREW, at(90), article("קריסת עגורן", "", hebrew("שישה")));
        server = ReplayServer.over(folder.resolve("archive"), warc.write(folder.resolve("crowd.warc.gz")));
        browser = Browser.open(Browser.program().orElseThrow(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static Browser browser() {
        Browser open = browser;
        if (open == null) {
            throw new IllegalStateException("expected an open browser, found none");
        }
        return open;
    }

    private static ReplayServer server() {
        ReplayServer open = server;
        if (open == null) {
            throw new IllegalStateException("expected a server, found none");
        }
        return open;
    }

    private static String at(int minutes) {
        return START.plus(Duration.ofMinutes(minutes)).toString();
    }

    private static String chain() throws IOException {
        JsonNode captures = Json.parse(server().get("/api/v1/captures?url=https%3A%2F%2Fagency.example%2Fstory")
                .text());
        return Hrefs.chain(captures.path("captures").get(0).path("recordId").asText());
    }

    @Test
    void pagesOfManyTextsAreOpenToEverybody() throws Exception {
        assertEquals(
                Map.of(),
                Axe.wrong(
                        browser(),
                        server().origin(),
                        Map.of(
                                "crowd-chain",
                                chain(),
                                "crowd-page",
                                Hrefs.page(EDITED),
                                "crowd-versions",
                                Hrefs.versions(EDITED),
                                "crowd-edits",
                                "/edits",
                                "crowd-home",
                                "/",
                                "crowd-hebrew",
                                "/compare?url=https%3A%2F%2Fhebrew.example%2F&a=20260309060100&b=20260309073000")));
    }

    @Test
    void noWordsOfThePictureLieUponOthers() throws Exception {
        browser().screen(1280, false);
        browser().go(server().origin() + chain());
        assertEquals("", browser().evaluate(MEETING));
    }

    @Test
    void whatIsDrawnAsOneOpensItsListWithoutScripts() throws Exception {
        browser().scripts(false);
        try {
            browser().go(server().origin() + chain());
            String[] leads = browser().evaluate("""
                [...document.querySelectorAll('svg.chain a[href^="#"]')].map(a => a.getAttribute('href'))
                  .filter(place => !document.querySelector(place).closest('details').open).join(' ')\
                """).split(" ", -1);
            assertTrue(leads[0].startsWith("#text-"), "something folded is led to");
            browser()
                    .evaluate("document.querySelector('svg.chain a[href=\"" + leads[0] + "\"]')"
                            + ".dispatchEvent(new MouseEvent('click', {bubbles: true}))");
            assertEquals(
                    "true",
                    browser().evaluate("String(document.querySelector('" + leads[0] + "').closest('details').open)"));
        } finally {
            browser().scripts(true);
        }
    }

    private static String article(String title, String below, String text) {
        return "<!doctype html><meta charset=utf-8><title>" + title + "</title><article><h1>" + title + "</h1>" + text
                + below + "</article>";
    }

    private static String story(int copy) {
        return "<p>A loading crane fell onto the northern quay of the port during the night and closed half of it.</p>"
                + "<p>“We heard a sound like a train that crosses a bridge,” said Marta Ilven, a driver, on Monday. "
                + (copy % 5 == 1 ? "[It was terrible.] " : "") + "“Then the arm lay on the water.”</p>"
                + (copy % 7 == 2 ? "" : "<p>The port handles a third of the wheat of the country, traders said.</p>")
                + "<p>Exports rest for " + (copy % 6 == 3 ? "nineteen" : "nine") + " days at least, it was told.</p>";
    }

    private static String dam(int text) {
        return "<p>The council voted late on Wednesday to drain the old reservoir above the town for good.</p>"
                + "<p>Surveyors no longer trust the wall, which was built in the year before the great flood.</p>"
                + "<p>By noon " + (100 + text) + " names stood below a petition against the decision.</p>";
    }

    private static String hebrew(String count) {
        return "<p>רשות הנמל מסרה ביום שני כי עגורן טעינה קרס על הרציף הצפוני במהלך הלילה וסגר מחצית מהמסוף.</p>"
                + "<p>איש לא נהרג, אך " + count + " עובדי נמל טופלו בשל פציעות לאחר שהעגורן קרס לפנות בוקר.</p>";
    }
}
