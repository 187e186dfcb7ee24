package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Browser;

/** The report as a browser shows it: keys, filters, contrast, silence on the wire. Needs a Chromium on this machine. */
final class ReportInBrowserTest {
    /** WCAG 2.2, 1.4.3: contrast of text at level AA. */
    private static final String CONTRAST = """
        (function () {
          function channels(colour) { return colour.match(/[\\d.]+/g).map(Number); }
          function light(c) {
            var l = c.slice(0, 3).map(function (v) { v /= 255; return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
            return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
          }
          function ground(element) {
            for (var e = element; e; e = e.parentElement) {
              var c = channels(getComputedStyle(e).backgroundColor);
              if (c.length < 4 || c[3] === 1) return c;
            }
            return [255, 255, 255];
          }
          var poor = [];
          document.querySelectorAll('ins, del, .sev, .note b, .quiet, .label, .speaker, dt, dd, .changes .s, h1, p').forEach(function (e) {
            if (!e.offsetParent || !e.textContent.trim()) return;
            var a = light(channels(getComputedStyle(e).color)), b = light(ground(e));
            var ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) poor.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
          });
          return poor.join(', ');
        })()\
        """;

    @TempDir
    private static Path folder;

    private static @Nullable Browser opened;

    @BeforeAll
    static void openTheReport() throws Exception {
        assumeTrue(
                Browser.program().isPresent(), "no Chromium on this machine: the report is not looked at in a browser");
        Path file = folder.resolve("report.html");
        Files.writeString(file, ComparisonHtml.render(SeedPair.comparison()), StandardCharsets.UTF_8);
        opened = Browser.open(Browser.program().orElseThrow(), Files.createDirectory(folder.resolve("profile")));
        opened.go(file.toUri().toString());
    }

    @AfterAll
    static void closeIt() {
        if (opened != null) {
            opened.close();
        }
    }

    private static Browser browser() {
        Browser browser = opened;
        if (browser == null) {
            throw new IllegalStateException("expected an open browser, found none");
        }
        return browser;
    }

    @Test
    void theKeysWalkTheChangesInTheOrderOfTheReport() throws Exception {
        browser().go(folder.resolve("report.html").toUri().toString());
        browser().press("j");
        assertEquals("change-1", focused());
        browser().press("j");
        browser().press("j");
        assertEquals("change-3", focused());
        browser().press("k");
        assertEquals("change-2", focused());
        assertEquals("1", browser().evaluate("document.querySelectorAll('.rail a[aria-current]').length"));
    }

    private static String focused() throws Exception {
        return browser().evaluate("document.activeElement.parentElement.querySelector('.told').id");
    }

    @Test
    void filtersBySeverityAndKindHideNotesAndLines() throws Exception {
        String visible = "document.querySelectorAll('details.note:not([hidden])').length";
        String all = browser().evaluate(visible);
        browser().evaluate("document.querySelector('[data-filter=notice]').click()");
        assertEquals("2", browser().evaluate(visible), "one critical, one high");
        browser().evaluate("document.querySelector('[data-kindfilter=headline-changed]').click()");
        assertEquals("1", browser().evaluate(visible));
        assertEquals("1", browser().evaluate("document.querySelectorAll('.changes li:not([hidden])').length"));
        browser()
                .evaluate("document.querySelectorAll('[data-filter=notice],[data-kindfilter=headline-changed]')"
                        + ".forEach(function (box) { box.click(); })");
        assertEquals(all, browser().evaluate(visible));
    }

    @Test
    void everyTextHasContrastEnough() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            browser().screen(1280, dark);
            assertEquals("", browser().evaluate(CONTRAST), dark ? "dark" : "light");
        }
    }

    @Test
    void aPhoneShowsOneColumnAndNothingBesideIt() throws Exception {
        browser().screen(390, false);
        assertEquals("390", browser().evaluate("document.documentElement.scrollWidth"));
        assertEquals(
                "1",
                browser()
                        .evaluate("getComputedStyle(document.querySelector('.row')).gridTemplateColumns.split('"
                                + " ').length"));
        browser().screen(1280, false);
        assertEquals(
                "2",
                browser()
                        .evaluate("getComputedStyle(document.querySelector('.row')).gridTemplateColumns.split('"
                                + " ').length"));
    }

    @Test
    void onPaperEveryChangeIsTold() throws Exception {
        String told = "document.querySelectorAll('details.note[open]').length";
        String all = browser().evaluate("document.querySelectorAll('details.note').length");
        String before = browser().evaluate(told);
        browser().evaluate("dispatchEvent(new Event('beforeprint'))");
        assertEquals(all, browser().evaluate(told));
        browser().evaluate("dispatchEvent(new Event('afterprint'))");
        assertEquals(before, browser().evaluate(told));
    }

    @Test
    void asksNobodyAndHasNoErrors() {
        assertEquals(List.of(), browser().requests());
        assertEquals(List.of(), browser().errors());
        assertTrue(Browser.program().isPresent());
    }
}
