package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    @TempDir
    private static Path folder;

    private static @Nullable Browser browser;

    private static @Nullable NewsHouse house;

    @BeforeAll
    static void fill() throws Exception {
        assumeTrue(Browser.program().isPresent(), "no Chromium on this machine: the pages are not looked at in it");
        house = NewsHouse.filled(folder);
        browser = Browser.open(Browser.program().orElseThrow(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
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

    private static Browser browser() {
        Browser open = browser;
        if (open == null) {
            throw new IllegalStateException("expected an open browser, found none");
        }
        return open;
    }

    @Test
    void everyKindOfPageIsOpenToEverybody() throws Exception {
        browser().go(house().entrance()); // who may act sees all that others see, and the forms
        int before = browser().errors().size();
        assertEquals(Map.of(), Axe.wrong(browser(), house().origin(), house().everyKind()));
        assertEquals(
                List.of(),
                browser().errors().stream()
                        .skip(before)
                        .filter(error -> !error.contains("status of 4") && !error.contains("status of 5"))
                        .toList());
    }

    @Test
    void soAreThePagesOfAnEmptyArchive() throws Exception {
        browser().forget();
        try (NewsHouse empty = NewsHouse.empty(Files.createDirectory(folder.resolve("empty")))) {
            assertEquals(
                    Map.of(),
                    Axe.wrong(
                            browser(),
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
        browser().go(house().entrance());
        browser().screen(1280, false);
        for (Map.Entry<String, String> page : house().everyKind().entrySet()) {
            browser().go(house().origin() + page.getValue());
            assertEquals("", unreached(), page.getKey());
        }
    }

    /** Walks the page with the tabulator; names what has no visible focus and what was never reached. */
    private static String unreached() throws Exception {
        int all = Integer.parseInt(browser().evaluate("""
            window.reached = new Set();
            window.faults = [];
            window.pale = new Set();
            window.unseen = e => {
              const s = getComputedStyle(e);
              return s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2; };
            window.folded = e => {
              for (let d = e.parentElement.closest('details'); d; d = d.parentElement.closest('details'))
                if (!d.open && !(e.tagName === 'SUMMARY' && e.parentElement === d)) return true;
              return false; };
            window.workable = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary')]
              .filter(e => e.getClientRects().length > 0 && !e.disabled && !folded(e)
                && (e.type !== 'radio' || e.checked || !e.form));
            document.activeElement.blur();
            addEventListener('focusin', event => { const e = event.target; reached.add(e);
              if (e === document.body || e.tagName === 'IFRAME') return;
              const r = e.getBoundingClientRect();
              if (unseen(e)) pale.add(e);
              else if (r.right <= 0 || r.bottom <= 0) faults.push('out of sight: ' + e.outerHTML.slice(0, 120)); });
            workable.length\
            """));
        browser().tab(all + 12);
        // Focus that comes out of a frame of another process is shown a moment later: what had none is looked at again.
        return browser().evaluate("""
            (async () => {
              for (const e of pale) {
                e.focus();
                await new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)));
                if (unseen(e)) faults.push('no focus: ' + e.outerHTML.slice(0, 120)); }
              return faults.concat(workable.filter(e => !reached.has(e)).map(e => 'never reached: '
                + e.outerHTML.slice(0, 120))).slice(0, 3).join(' | '); })()\
            """);
    }

    @Test
    void theFirstKeyLeadsPastTheMasthead() throws Exception {
        browser().go(house().origin() + "/archive");
        browser().tab();
        assertEquals("Skip to the content", browser().evaluate("document.activeElement.textContent"));
        browser().evaluate("document.activeElement.click()");
        assertEquals("#main", browser().evaluate("location.hash"));
    }
}
