package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Browser;
import org.pressmark.testing.Trap;
import org.pressmark.testing.WarcMaker;

/** Pages of kinds that are seldom met, replayed in a real browser. Needs a Chromium on this machine. */
final class OddPagesInBrowserTest {
    private static final String MARCH = "2020-03-01T00:00:00Z";

    @TempDir
    private static Path folder;

    private static Path warc;

    @BeforeAll
    static void write() throws Exception {
        assumeTrue(Browser.program().isPresent(), "no Chromium on this machine: replay is not tried in a browser");
        WarcMaker maker = new WarcMaker();
        maker.page(
                "https://odd.example/objects",
                MARCH,
                "<title>objects</title><object data=/inner type=text/html>not shown</object><embed src=/inner2>");
        maker.page("https://odd.example/inner", MARCH, "<p>inner<img src=/seen1.png>");
        maker.page("https://odd.example/inner2", MARCH, "<p>inner<img src=/seen2.png>");
        maker.page(
                "https://odd.example/markup",
                MARCH,
                "<title>markup</title><div id=d></div><script>document.write('<img src=/w1.png>');"
                        + "var d = document.getElementById('d'); d.innerHTML = '<p><img alt=\"a > b\" src=\"/w2.png\"></p>';"
                        + "d.insertAdjacentHTML('beforeend', '<img src=\"/w6.png?a=1&amp;b=2\"><img srcset=\"/w3.png 1x, /w4.png 9x\">');"
                        + "d.attachShadow({mode: 'open'}).innerHTML = \"<img src='w5.png'>\";</script>");
        warc = maker.write(folder.resolve("odd.warc.gz"));
    }

    private static Browser open(Trap trap, String profile) throws Exception {
        return Browser.open(
                Browser.program().orElseThrow(), Files.createDirectory(folder.resolve(profile)), trap.browserWords());
    }

    @Test
    void pagesInObjectsAreShown() throws Exception {
        try (ReplayServer server = ReplayServer.over(folder.resolve("objects"), warc);
                Trap trap = Trap.set();
                Browser browser = open(trap, "p1")) {
            browser.go(server.origin() + "/web/20200301000000mp_/https://odd.example/objects");
            browser.quiet(600);
            assertEquals("objects", browser.evaluate("document.title"));
            String asked = browser.requests().toString();
            assertTrue(asked.contains("https://odd.example/seen1.png"), asked);
            assertTrue(asked.contains("https://odd.example/seen2.png"), asked);
            assertFalse(
                    browser.errors().toString().contains("frame-ancestors"),
                    browser.errors().toString());
        }
    }

    @Test
    void picturesInMarkupThatScriptsWriteAreAskedOfTheArchive() throws Exception {
        try (ReplayServer server =
                        ReplayServer.over(folder.resolve("markup"), ServeOptions.STANDARD.withScripts(true), warc);
                Trap trap = Trap.set();
                Browser browser = open(trap, "p2")) {
            browser.go(server.origin() + "/view/20200301000000/https://odd.example/markup");
            browser.quiet(1000);
            String asked = browser.asked().toString();
            for (String name : new String[] {"w1.png", "w2.png", "w3.png", "w5.png", "w6.png?a=1&b=2"}) {
                assertTrue(asked.contains("/web/20200301000000im_/https://odd.example/" + name), name + ": " + asked);
            }
        }
    }
}
