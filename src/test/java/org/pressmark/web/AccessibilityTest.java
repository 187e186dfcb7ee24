package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Browser;

/**
 * Every kind of page under axe-core's rules (WCAG 2.2 A and AA, best practices), light and dark, on a phone's width and a
 * desk's. Needs a Chromium on this machine; leaves its pictures under {@code target/web}.
 */
final class AccessibilityTest {
    /** The archived page in its frame is not ours to judge. */
    private static final String RUN = """
            axe.run(document, {iframes: false, resultTypes: ['violations'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(found => found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' '
                + n.any.concat(n.all, n.none).map(c => c.message).join('; ').slice(0, 200)).join(' | ')).join('\\n'))""";

    @TempDir
    private static Path folder;

    private static @Nullable NewsHouse house;
    private static String axe = "";

    @BeforeAll
    static void fill() throws IOException {
        assumeTrue(Browser.program().isPresent(), "no Chromium on this machine: the pages are not looked at in it");
        house = NewsHouse.filled(folder);
        try (InputStream in = ClassLoader.getSystemResourceAsStream("axe.min.js")) {
            assumeTrue(in != null, "no axe-core");
            axe = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() throws IOException {
        if (house != null) {
            house.close();
        }
    }

    private static NewsHouse house() {
        NewsHouse open = house;
        if (open == null) {
            throw new IllegalStateException("expected an open archive, found none");
        }
        return open;
    }

    private static Browser open(String profile) throws Exception {
        return Browser.open(Browser.program().orElseThrow(), Files.createDirectory(folder.resolve(profile)));
    }

    /** What is wrong with pages, by page, width and light; the width that they overflow by is wrong too. */
    private static Map<String, String> wrong(Browser browser, String origin, Map<String, String> pages)
            throws Exception {
        Path pictures = Files.createDirectories(Path.of("target", "web"));
        Map<String, String> wrong = new TreeMap<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            for (int width : new int[] {390, 1280}) {
                for (boolean dark : new boolean[] {false, true}) {
                    String name = page.getKey() + "-" + width + (dark ? "-dark" : "");
                    browser.screen(width, dark);
                    browser.go(origin + page.getValue());
                    browser.evaluate(axe);
                    String found = browser.evaluate(RUN);
                    String wide = browser.evaluate("document.documentElement.scrollWidth");
                    Files.write(pictures.resolve(name + ".png"), browser.wholePicture());
                    if (!found.isEmpty() || Integer.parseInt(wide) > width) {
                        wrong.put(name, found + (Integer.parseInt(wide) > width ? "\nwidth " + wide : ""));
                    }
                }
            }
        }
        return wrong;
    }

    @Test
    void everyKindOfPageIsOpenToEverybody() throws Exception {
        try (Browser browser = open("visitor")) {
            assertEquals(Map.of(), wrong(browser, house().origin(), house().everyKind()));
            assertEquals(
                    List.of(),
                    browser.errors().stream()
                            .filter(error -> !error.contains("status of 4") && !error.contains("status of 5"))
                            .toList());
        }
    }

    @Test
    void soAreThePagesWithWhichTheOwnerActs() throws Exception {
        try (Browser browser = open("owner")) {
            browser.go(house().entrance());
            Map<String, String> pages = house().everyKind();
            assertEquals(
                    Map.of(),
                    wrong(
                            browser,
                            house().origin(),
                            Map.of(
                                    "owner-home", "/",
                                    "owner-sources", "/sources",
                                    "owner-chain", String.valueOf(pages.get("chain")))));
        }
    }

    @Test
    void soAreThePagesOfAnEmptyArchive() throws Exception {
        try (NewsHouse empty = NewsHouse.empty(Files.createDirectory(folder.resolve("empty")));
                Browser browser = open("newcomer")) {
            assertEquals(
                    Map.of(),
                    wrong(
                            browser,
                            empty.origin(),
                            Map.of(
                                    "empty-home", "/",
                                    "empty-search", "/search",
                                    "empty-edits", "/edits",
                                    "empty-archive", "/archive",
                                    "empty-missing", "/no/such/page")));
        }
    }

    @Test
    void everyPageCanBeWorkedByKeysAlone() throws Exception {
        try (Browser browser = open("keys")) {
            browser.go(house().entrance());
            browser.screen(1280, false);
            for (Map.Entry<String, String> page : house().everyKind().entrySet()) {
                browser.go(house().origin() + page.getValue());
                assertEquals("", unreached(browser), page.getKey());
            }
        }
    }

    /** Walks the page with the tabulator; names what has no visible focus and what was never reached. */
    private static String unreached(Browser browser) throws Exception {
        browser.evaluate("""
                window.reached = new Set();
                window.folded = e => {
                  for (let d = e.parentElement.closest('details'); d; d = d.parentElement.closest('details'))
                    if (!d.open && !(e.tagName === 'SUMMARY' && e.parentElement === d)) return true;
                  return false; };
                window.workable = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary')]
                  .filter(e => e.getClientRects().length > 0 && !e.disabled && !folded(e)
                    && (e.type !== 'radio' || e.checked || !e.form));
                document.activeElement.blur();""");
        int all = Integer.parseInt(browser.evaluate("workable.length"));
        StringBuilder faults = new StringBuilder();
        for (int i = 0; i < all + 12; i++) {
            browser.tab();
            faults.append(browser.evaluate("""
                    (() => { const e = document.activeElement; reached.add(e);
                      if (e === document.body || e.tagName === 'IFRAME') return '';
                      const s = getComputedStyle(e), r = e.getBoundingClientRect();
                      if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2) return 'no focus: ' + e.outerHTML.slice(0, 120);
                      return r.right <= 0 || r.bottom <= 0 ? 'out of sight: ' + e.outerHTML.slice(0, 120) : ''; })()"""));
        }
        return faults
                + browser.evaluate(
                        "workable.filter(e => !reached.has(e)).map(e => e.outerHTML.slice(0, 120)).slice(0, 3).join(' | ')");
    }

    @Test
    void theFirstKeyLeadsPastTheMasthead() throws Exception {
        try (Browser browser = open("skip")) {
            browser.go(house().origin() + "/archive");
            browser.tab();
            assertEquals("Skip to the content", browser.evaluate("document.activeElement.textContent"));
            browser.evaluate("document.activeElement.click()");
            assertEquals("#main", browser.evaluate("location.hash"));
        }
    }
}
