package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Browser;
import org.pressmark.testing.Trap;
import org.pressmark.testing.WarcMaker;

/** Replayed pages in a real browser with every outside address trapped. Needs a Chromium on this machine. */
final class ReplayInBrowserTest {
    private static final String MARCH = "2020-03-01T00:00:00Z";

    /** Everything by which a page could reach out, its scripts included; none of it lies in the archive. */
    private static final String LEAKY = """
        <!doctype html><meta http-equiv=x-dns-prefetch-control content=on>
        <link rel=preconnect href=https://leak2.example><link rel=dns-prefetch href=//leak3.example><link rel=prefetch href=https://leak4.example/>
        <link rel=prerender href=https://leak5.example/><link rel=icon href=https://leak6.example/i.ico><link rel=stylesheet href=https://leak7.example/s.css>
        <link rel=preload as=font crossorigin href=https://leak8.example/f><link rel=modulepreload href=https://leak9.example/m.js>
        <style>@import "https://leak10.example/i.css"; @font-face{font-family:x;src:url(https://leak11.example/f)} p{font-family:x;background:url(https://leak12.example/b)}</style>
        <script type=speculationrules>{"prefetch":[{"source":"list","urls":["https://leak13.example/"]}]}</script><script src=https://leak14.example/s.js></script>
        <img src=https://leak15.example/p srcset="https://leak16.example/p 2x"><video src=https://leak17.example/v poster=https://leak18.example/p autoplay></video>
        <iframe src=https://leak19.example/></iframe><iframe srcdoc="<img src=https://leak20.example/>"></iframe><object data=https://leak21.example/></object>
        <embed src=https://leak22.example/><svg><image href=https://leak23.example/ /><use href="https://leak24.example/u#x"/><a><animate attributeName=href values=https://leak25.example/ /></a></svg>
        <form id=f action=https://leak26.example/><button>b</button></form><a id=a href=https://leak27.example/ ping=https://leak28.example/>a</a><p style="mask:url(https://leak29.example/m)">p
        <script>
        var u = 'https://', e = '.example/';
        function all(list) { list.forEach(function (f) { try { f(); } catch (x) { } }); }
        all([function () { fetch(u + 'leak30' + e, {mode: 'no-cors'}); }, function () { new WebSocket('wss://leak31' + e); },
          function () { navigator.sendBeacon(u + 'leak32' + e, 'x'); }, function () { new Image().src = u + 'leak33' + e; },
          function () { var x = new XMLHttpRequest(); x.open('GET', u + 'leak34' + e); x.send(); }, function () { new EventSource(u + 'leak35' + e); },
          function () { document.getElementById('f').submit(); }, function () { open(u + 'leak36' + e); }, function () { top.location = u + 'leak37' + e; },
          function () { var l = document.createElement('link'); l.rel = 'preconnect'; l.href = u + 'leak38' + e; document.head.appendChild(l); },
          function () { document.head.insertAdjacentHTML('beforeend', '<link rel=preconnect href=' + u + 'leak39' + e + '><img src=' + u + 'leak40' + e + '>'); },
          function () { import(u + 'leak41' + e); }, function () { new Worker(u + 'leak42' + e); }, function () { document.getElementById('a').click(); },
          function () { navigator.serviceWorker.register('/sw.js'); }, function () { new RTCPeerConnection({iceServers: [{urls: 'stun:leak43.example'}]}).createDataChannel('x'); },
          function () { setTimeout(function () { location = u + 'leak44' + e; }, 300); }]);
        document.documentElement.setAttribute('data-ran', 'yes');
        </script>
        """;

    private static final String LEADING_AWAY =
            "<!doctype html><meta http-equiv=refresh content='0; url=https://leak1.example/'><p>Gone elsewhere";

    @TempDir
    private static Path folder;

    private static Path warc;

    /** Nothing may be caught by this one. */
    private static @Nullable Trap trap;

    private static @Nullable Browser browser;

    /** Over all that is written here and the probe, archived scripts off. */
    private static @Nullable ReplayServer server;

    @BeforeAll
    static void write() throws Exception {
        assumeTrue(Browser.program().isPresent(), "no Chromium on this machine: replay is not tried in a browser");
        WarcMaker maker = new WarcMaker();
        maker.page("https://leaky.example/", MARCH, LEAKY);
        maker.page("https://leaky.example/away", MARCH, LEADING_AWAY);
        maker.page(
                "https://whole.example/",
                MARCH,
                "<title>whole</title><style>@font-face{font-family:f;src:url(/f.woff)} p{font-family:f}</style><img"
                        + " id=i src=/p.png><iframe id=n src=/inner></iframe><a id=l href=/next>next</a><p>words"
                        + " <script>document.title='ran'</script>");
        maker.response("https://whole.example/p.png", MARCH, "HTTP/1.1 200 OK\nContent-Type: image/png", png());
        maker.page("https://whole.example/inner", MARCH, "<p>inner <img src=/p.png>");
        maker.page("https://whole.example/next", "2020-03-02T00:00:00Z", "<title>next</title><p>the next page");
        warc = maker.write(folder.resolve("leaky.warc.gz"));
        server = ReplayServer.over(folder.resolve("quiet"), warc, Probe.write(folder));
        Trap set = Trap.set();
        trap = set;
        browser = open(set, "profile");
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (trap != null) {
            trap.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static ReplayServer server() {
        ReplayServer open = server;
        if (open == null) {
            throw new IllegalStateException("expected a server, found none");
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

    private static List<String> caught() {
        Trap set = trap;
        if (set == null) {
            throw new IllegalStateException("expected a trap, found none");
        }
        return set.caught();
    }

    private static Browser open(Trap trap, String profile) throws Exception {
        return Browser.open(
                Browser.program().orElseThrow(), Files.createDirectory(folder.resolve(profile)), trap.browserWords());
    }

    /** What a page does later, it does within the 300 ms after which the leaky one leads away. */
    private static void visit(Browser browser, String url) throws Exception {
        browser.go(url);
        browser.quiet(600);
    }

    @Test
    void f60NoRequestLeavesWhereScriptsAreOff() throws Exception {
        ReplayServer server = server();
        for (String page : List.of(
                "20200301000000mp_/https://leaky.example/",
                "20200301000000mp_/https://leaky.example/away",
                "20200301000000id_/https://leaky.example/",
                "20200301000000mp_/" + Probe.PAGE)) {
            visit(browser(), server.origin() + "/web/" + page);
            assertEquals("null", browser().evaluate("'' + document.documentElement.getAttribute('data-ran')"), page);
        }
        visit(browser(), server.origin() + "/view/20200301000000/https://leaky.example/");
        visit(browser(), server.origin() + "/view/20200301000000/" + Probe.PAGE);
        assertEquals(List.of(), caught());
        assertEquals(List.of(), outside());
    }

    @Test
    void f60NoRequestLeavesWhereScriptsRun() throws Exception {
        try (ReplayServer server =
                ReplayServer.over(folder.resolve("loud"), ServeOptions.STANDARD.withScripts(true), warc)) {
            visit(browser(), server.origin() + "/view/20200301000000/https://leaky.example/away");
            visit(browser(), server.origin() + "/view/20200301000000/https://leaky.example/");
            assertEquals(
                    server.origin() + "/view/20200301000000/https://leaky.example/",
                    browser().evaluate("location.href"));
            visit(
                    browser(),
                    "http://replay.localhost:" + server.port() + "/web/20200301000000mp_/https://leaky.example/");
            assertEquals(List.of(), caught());
            assertEquals(List.of(), outside());
        }
    }

    @Test
    void theTrapCatchesWhatLeaks() throws Exception {
        Path leaky = Files.writeString(folder.resolve("open.html"), LEAKY);
        Path away = Files.writeString(folder.resolve("away.html"), LEADING_AWAY);
        try (Trap trap = Trap.set();
                Browser browser = open(trap, "p3")) {
            visit(browser, leaky.toUri().toString());
            assertTrue(trap.caught().size() > 10, trap.caught().toString());
            visit(browser, away.toUri().toString());
            assertTrue(
                    trap.caught().toString().contains("leak1.example"),
                    trap.caught().toString());
        }
    }

    /** What any page asked of another host than ours and was let through. */
    private static List<String> outside() {
        return browser().asked().stream()
                .filter(url -> !url.startsWith("http://127.0.0.1:") && !url.startsWith("http://replay.localhost:"))
                .toList();
    }

    @Test
    void aFramedPageIsWholeAndItsLinksLeadToFramedPages() throws Exception {
        Browser browser = browser();
        ReplayServer server = server();
        browser.go(server.origin() + "/web/20200301000000mp_/https://whole.example/");
        assertEquals("whole", browser.evaluate("document.title"));
        assertEquals("1", browser.evaluate("document.getElementById('i').naturalWidth"));
        assertTrue(
                browser.requests().contains(server.origin() + "/web/20200301000000oe_/https://whole.example/f.woff"),
                browser.requests().toString());
        assertTrue(
                browser.requests().contains(server.origin() + "/web/20200301000000if_/https://whole.example/inner")
                        || browser.requests().stream()
                                        .filter(url -> url.endsWith("p.png"))
                                        .count()
                                > 1,
                "the frame within the page");
        assertFalse(
                browser.errors().stream().anyMatch(error -> error.contains("frame-ancestors")),
                browser.errors().toString());
        assertEquals(List.of(), outside());
    }

    @Test
    void theBannerFitsAPhoneAndADesk() throws Exception {
        Path pictures = Files.createDirectories(Path.of("target", "web"));
        Browser browser = browser();
        ReplayServer server = server();
        for (boolean desk : new boolean[] {false, true}) {
            int width = desk ? 1280 : 390;
            browser.screen(width, desk);
            browser.go(server.origin() + "/view/20200401000000/" + Probe.PAGE);
            assertEquals(String.valueOf(width), browser.evaluate("document.documentElement.scrollWidth"));
            assertEquals(
                    "true", browser.evaluate("document.querySelector('iframe').getBoundingClientRect().height > 450"));
            Files.write(pictures.resolve("banner-" + width + (desk ? "-dark" : "") + ".png"), browser.picture());
        }
    }

    /** A picture of one grey point. */
    private static byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(out, "IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0});
        chunk(out, "IDAT", new byte[] {0x78, 0x01, 0x01, 2, 0, (byte) 0xFD, (byte) 0xFF, 0, 0x77, 0, 0x79, 0, 0x78});
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] body = (name + new String(data, java.nio.charset.StandardCharsets.ISO_8859_1))
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(body);
        number(out, data.length);
        out.writeBytes(body);
        number(out, (int) sum.getValue());
    }

    private static void number(ByteArrayOutputStream out, int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }
}
