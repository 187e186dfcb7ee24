package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.web.ReplayServer.Got;

/** Part F of the conformance list, correctness and safety of replay: each test bears the number of its check. */
final class ReplayConformanceTest {
    private static final String MARCH = "20200301000000";

    @TempDir
    private static Path folder;

    private static ReplayServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ReplayServer.over(folder.resolve("archive"), Probe.write(folder));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static Got memento(String modifier, String path, String... headers) throws IOException {
        return server.get("/web/" + MARCH + modifier + "/https://news.example/" + path, headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8642",
                "127.0.0.1.evil.example",
                "replay.localhost",
                "",
                "localhost.evil.example"
            })
    void f54AForeignNameIsAnsweredByNothing(String host) throws IOException {
        for (String path :
                List.of("/", "/web/2020/" + Probe.STORY, "/view/2020/" + Probe.STORY, "/assets/pressmark.css")) {
            int status = server.send("GET", path, host).status();
            assertTrue(status == 421 || status == 400, host + " " + status);
        }
        assertEquals(
                400,
                server.raw("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    @Test
    void f54OurOwnPagesGiveNoLeaveToOtherSites() throws IOException {
        for (String path : List.of(
                "/", "/page?url=" + Probe.STORY, "/view/2020/" + Probe.STORY, "/web/timemap/link/" + Probe.STORY)) {
            Got got = server.get(path, "Origin: https://evil.example", "Sec-Fetch-Mode: cors");
            assertEquals(List.of(), got.headers("Access-Control-Allow-Origin"), path);
            assertEquals("same-origin", got.header("Cross-Origin-Resource-Policy"), path);
        }
        assertTrue(server.get("/").header("Content-Security-Policy").contains("frame-ancestors 'none'"));
    }

    @Test
    void f54ListensOnTheLoopbackAlone() {
        assertTrue(server.origin().startsWith("http://127.0.0.1:"));
    }

    @Test
    void f55ArchivedContentHasAnOriginOfItsOwnWhoseFontsLoad() throws IOException {
        String policy = memento("mp_", "page").header("Content-Security-Policy");
        assertTrue(policy.contains("; sandbox") && !policy.contains("allow-same-origin"), policy);
        Got font = memento("oe_", "film.mp4", "Origin: null", "Sec-Fetch-Dest: font", "Sec-Fetch-Mode: cors");
        assertEquals("null", font.header("Access-Control-Allow-Origin"));
        Got fetched = memento("oe_", "film.mp4", "Origin: null", "Sec-Fetch-Dest: empty", "Sec-Fetch-Mode: cors");
        assertEquals(List.of(), fetched.headers("Access-Control-Allow-Origin"), "another site's script reads nothing");
    }

    @Test
    void f55ScriptsRunUnderAnotherNameWhereNothingElseLies() throws IOException {
        try (ReplayServer loud = ReplayServer.over(
                folder.resolve("loud"), ServeOptions.STANDARD.withScripts(true), folder.resolve("probe.warc.gz"))) {
            String host = "replay.localhost:" + loud.port();
            String path = "/web/" + MARCH + "fr_/" + Probe.PAGE;
            Got got = loud.send("GET", path, host, "Sec-Fetch-Dest: iframe");
            String policy = got.header("Content-Security-Policy");
            assertTrue(policy.contains("script-src http://" + host + " data: blob: 'unsafe-inline'"), policy);
            assertTrue(policy.contains("frame-ancestors http://" + host + " " + loud.origin()), policy);
            assertTrue(policy.contains("sandbox allow-scripts") && !policy.contains("allow-popups"), policy);
            assertFalse(policy.contains("ws:") || policy.contains("wss:") || policy.contains("*"), policy);
            assertTrue(got.text().contains("<script src=\"/assets/replay.js\"></script>"));
            assertTrue(got.text().contains("import \"/web/" + MARCH + "js_/https://news.example/m.js\""), got.text());
            assertTrue(loud.send("GET", "/assets/replay.js", host).text().contains("WebSocket"));
            assertEquals(404, loud.send("GET", "/", host).status());
            assertEquals(
                    404, loud.send("GET", "/view/2020/" + Probe.STORY, host).status());
            assertEquals(
                    loud.origin() + "/view/" + MARCH + "/" + Probe.PAGE,
                    loud.send("GET", path, host, "Sec-Fetch-Dest: document").header("Location"),
                    "without a frame around it a script could lead away");
            assertTrue(loud.get(path).header("Content-Security-Policy").contains("script-src 'none'"));
            Document frame =
                    Jsoup.parse(loud.get("/view/" + MARCH + "/" + Probe.PAGE).text());
            assertEquals("http://" + host + path, frame.select("iframe").attr("src"));
            assertTrue(loud.get("/view/" + MARCH + "/" + Probe.PAGE)
                    .header("Content-Security-Policy")
                    .contains("frame-src 'self' http://" + host + ";"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mp_/https://news.example/page",
                "id_/https://news.example/page",
                "fr_/https://news.example/page",
                "id_/https://news.example/gz",
                "mp_/https://news.example/gone",
                "mp_/https://news.example/sick",
                "mp_/https://news.example/redir",
                "im_/https://news.example/s.svg",
                "id_/https://news.example/s.svg",
                "mp_/https://news.example/feed.xml",
                "id_/https://news.example/feed.xml",
                "mp_/https://news.example/doc.pdf",
                "id_/https://news.example/doc.pdf",
                "oe_/https://news.example/film.mp4",
                "cs_/https://news.example/style.css",
                "mp_/https://news.example/broken-gz"
            })
    void f56EveryArchivedAnswerIsConfined(String path) throws IOException {
        for (String range : List.of("", "bytes=0-3", "bytes=0-1,4-5", "bytes=99999999-")) {
            Got got = server.get("/web/" + MARCH + path, "Range: " + range);
            String policy = got.header("Content-Security-Policy");
            assertTrue(policy.startsWith("default-src " + server.origin() + " data: blob:;"), policy);
            for (String part : List.of(
                    "script-src 'none'",
                    "form-action 'none'",
                    "connect-src 'none'",
                    "frame-ancestors " + server.origin())) {
                assertTrue(policy.contains(part), path + " " + policy);
            }
            assertFalse(policy.contains("ws:") || policy.contains("wss:") || policy.contains("https:"), policy);
            assertEquals(1, got.headers("Content-Security-Policy").size());
            assertEquals("no-referrer", got.header("Referrer-Policy"));
            assertEquals("nosniff", got.header("X-Content-Type-Options"));
            assertTrue(got.header("Permissions-Policy").contains("camera=()"));
        }
    }

    @Test
    void f56StoredMarkupIsShownAsTextInABrowserAndGivenAsItIsToOthers() throws IOException {
        Got shown = memento("id_", "page", "Accept: text/html,*/*;q=0.8", "Sec-Fetch-Dest: document");
        assertEquals("text/plain; charset=utf-8", shown.header("Content-Type"));
        assertEquals("text/html; charset=utf-8", shown.header("X-Archive-Orig-Content-Type"));
        assertArrayEquals(Probe.bytes(Probe.PAGE_HTML), shown.bytes());
        assertEquals(
                "text/plain", memento("id_", "s.svg", "Sec-Fetch-Dest: iframe").header("Content-Type"));
        assertEquals(
                "text/html; charset=utf-8",
                memento("id_", "page", "Accept: */*").header("Content-Type"));
    }

    @Test
    void f57OnlyHeadersThatAreKnownToBeHarmlessPass() throws IOException {
        for (String modifier : List.of("mp_", "id_", "fr_")) {
            Got got = memento(modifier, "page");
            for (String line : Probe.PAGE_HEAD.split("\n", -1)) {
                String name = line.substring(0, Math.max(0, line.indexOf(':')));
                if (!name.isEmpty() && !name.equals("Content-Type")) {
                    String value = line.substring(name.length() + 1).strip();
                    assertEquals(value, got.header("X-Archive-Orig-" + name), modifier);
                    assertFalse(got.headers(name).contains(value), name);
                }
            }
            assertEquals(List.of("text/html; charset=utf-8"), got.headers("Content-Type"));
        }
    }

    @Test
    void f58EveryAddressOfAPageLeadsIntoTheArchive() throws IOException {
        String page = memento("mp_", "page").text();
        Matcher outside = Pattern.compile("(?<!/web/\\d{14}[a-z]{2}_/https?:)//[a-z.]+example")
                .matcher(page);
        List<String> left = new ArrayList<>();
        while (outside.find()) {
            left.add(outside.group());
        }
        assertEquals(List.of("//live.example"), left, "what stands in a script's text is left alone");
        Document tree = Jsoup.parse(page);
        String at = "/web/" + MARCH;
        assertEquals(
                at + "im_/https://news.example/p1.jpg 1x, " + at + "im_/https://news.example/p2.jpg 2x",
                tree.select("[imagesrcset]").attr("imagesrcset"));
        assertEquals(at + "oe_/https://track.example/p", tree.select("[ping]").attr("ping"));
        assertEquals(
                at + "im_/https://cdn.example/d.jpg",
                Jsoup.parse(tree.select("[srcdoc]").attr("srcdoc"))
                        .select("img")
                        .attr("src"));
        assertTrue(page.contains("{\"imports\":{\"x\":\"" + at + "js_/https://cdn.example/x.js\"}}"));
        assertEquals(
                "5; url=" + at + "mp_/https://news.example/next",
                tree.select("meta[http-equiv=refresh]").attr("content"));
        assertEquals(
                1,
                tree.select("meta[http-equiv=X-Archive-Orig-Content-Security-Policy]")
                        .size());
        assertEquals(
                1,
                tree.select("meta[http-equiv=X-Archive-Orig-x-dns-prefetch-control]")
                        .size());
        assertEquals(
                1, tree.select("script[type=X-Archive-Orig-speculationrules]").size());
        assertEquals(0, tree.select("[integrity], [crossorigin], [nonce]").size());
        assertEquals(
                at + "im_/https://news.example/s.svg", tree.select("svg image").attr("xlink:href"));
        assertTrue(page.contains("@import \"" + at + "cs_/https://news.example/i.css\""));
        assertTrue(page.contains("image-set(\"" + at + "im_/https://news.example/1.png\" 1x, url(" + at
                + "im_/https://news.example/2.png) 2x)"));
        assertEquals(
                at + "im_/https://news.example/lazy.jpg",
                tree.select("[data-src]").attr("data-src"));
        assertEquals(at + "mp_/https://news.example/sub/", tree.select("base").attr("href"));
        assertEquals(
                at + "oe_/https://news.example/app.webmanifest",
                tree.select("[rel=manifest]").attr("href"));
        assertTrue(page.contains("{\"note\":\"left alone\"}"));
    }

    @Test
    void f58InAFrameLinksLeadToFramesAndPicturesThatWaitAreShown() throws IOException {
        Document page = Jsoup.parse(memento("fr_", "page").text());
        assertEquals(
                "/view/" + MARCH + "/https://other.example/x", page.select("a").attr("href"));
        assertEquals("_top", page.select("base").get(0).attr("target"));
        assertEquals(
                "/web/" + MARCH + "im_/https://news.example/lazy.jpg",
                page.select("[data-src]").attr("src"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "im_/https://news.example/s.svg|<image href='/web/" + MARCH + "im_/https://news.example/p.png'/>",
                "mp_/https://news.example/feed.xml|<link>/web/" + MARCH
                        + "oe_/https://news.example/story</link><guid>https://news.example/story</guid>",
                "mp_/https://news.example/feed.xml|url='/web/" + MARCH + "oe_/https://cdn.example/a.mp3?x=1&amp;y=2'",
                "cs_/https://news.example/style.css|@import url(/web/" + MARCH
                        + "cs_/https://news.example/x.css); a{background:url( \"/web/" + MARCH
                        + "im_/https://cdn.example/y.png\" )}",
                "cs_/https://news.example/style.css|sourceMappingURL=/web/" + MARCH
                        + "oe_/https://cdn.example/y.map */",
                "oe_/https://news.example/list.m3u8|URI=\"/web/" + MARCH + "oe_/https://cdn.example/k\"",
                "oe_/https://news.example/list.m3u8|low/1.ts",
                "oe_/https://news.example/list.m3u8|/web/" + MARCH + "oe_/https://news.example/2.ts",
            })
    void f58OtherDocumentsToo(String path, String words) throws IOException {
        String text = server.get("/web/" + MARCH + path).text();
        assertTrue(text.contains(words), text);
    }

    @Test
    void f59WhatIsNoAddressStaysByteForByte() throws IOException {
        Got got = memento("mp_", "latin1");
        assertEquals("text/html; charset=iso-8859-1", got.header("Content-Type"));
        assertEquals(
                "<html><body>caf\u00e9 <a href=/web/" + MARCH + "mp_/https://news.example/%C3%A9>l</a></body></html>",
                new String(got.bytes(), StandardCharsets.ISO_8859_1));
        assertArrayEquals(Probe.bytes(Probe.PAGE_HTML), memento("id_", "page").bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 99",
        "bytes=-50, 10190, 10239",
        "bytes=100-, 100, 10239",
        "'bytes=10200-99999', 10200, 10239",
        "BYTES = 5-5, 5, 5"
    })
    void f61ARangeIsGiven(String range, int from, int to) throws IOException {
        for (String modifier : List.of("oe_", "id_", "mp_")) {
            Got got = memento(modifier, "film.mp4", "Range: " + range);
            assertEquals(206, got.status());
            assertEquals("bytes " + from + "-" + to + "/10240", got.header("Content-Range"));
            assertArrayEquals(Arrays.copyOfRange(Probe.film(), from, to + 1), got.bytes());
            assertEquals(String.valueOf(to - from + 1), got.header("Content-Length"));
        }
    }

    @Test
    void f61SeveralRangesComeAsParts() throws IOException {
        Got got = memento("oe_", "film.mp4", "Range: bytes=0-3, 10-13,-2");
        assertEquals(206, got.status());
        Matcher type = Pattern.compile("multipart/byteranges; boundary=(\\S+)").matcher(got.header("Content-Type"));
        assertTrue(type.matches());
        String body = new String(got.bytes(), StandardCharsets.ISO_8859_1);
        assertEquals(got.header("Content-Length"), String.valueOf(got.bytes().length));
        String film = new String(Probe.film(), StandardCharsets.ISO_8859_1);
        StringBuilder expected = new StringBuilder();
        for (int[] part : new int[][] {{0, 3}, {10, 13}, {10238, 10239}}) {
            expected.append("\r\n--" + type.group(1) + "\r\nContent-Type: video/mp4\r\nContent-Range: bytes " + part[0]
                            + "-" + part[1] + "/10240\r\n\r\n")
                    .append(film, part[0], part[1] + 1);
        }
        assertEquals(expected + "\r\n--" + type.group(1) + "--\r\n", body);
    }

    @Test
    void f61BeyondTheEndThereIsNothingAndTheLengthIsTold() throws IOException {
        Got got = memento("oe_", "film.mp4", "Range: bytes=10240-");
        assertEquals(416, got.status());
        assertEquals("bytes */10240", got.header("Content-Range"));
        assertEquals(0, got.bytes().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-2", "bytes=a-b", "lines=1-2", "bytes=", "bytes=-", "0-5"})
    void f61AnUnreadableRangeIsIgnored(String range) throws IOException {
        Got got = memento("oe_", "film.mp4", "Range: " + range);
        assertEquals(200, got.status());
        assertEquals(10_240, got.bytes().length);
    }

    @Test
    void f61IfRangeGuardsAgainstAnotherRecord() throws IOException {
        String tag = memento("oe_", "film.mp4").header("ETag");
        assertEquals(
                206,
                memento("oe_", "film.mp4", "Range: bytes=0-1", "If-Range: " + tag)
                        .status());
        assertEquals(
                200,
                memento("oe_", "film.mp4", "Range: bytes=0-1", "If-Range: \"other\"")
                        .status());
        assertEquals(
                200,
                memento("oe_", "film.mp4", "Range: bytes=0-1", "If-Range: Sun, 01 Mar 2020 00:00:00 GMT")
                        .status());
        assertEquals(304, memento("oe_", "film.mp4", "If-None-Match: " + tag).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oe_/https://news.example/film.mp4",
                "mp_/https://news.example/page",
                "mp_/https://news.example/gone",
                "mp_/https://news.example/redir",
                "id_/https://news.example/gz"
            })
    void f61HeadHasTheHeadersOfGet(String path) throws IOException {
        Got get = server.get("/web/" + MARCH + path);
        Got head = server.head("/web/" + MARCH + path);
        assertEquals(0, head.bytes().length);
        assertEquals(withoutDate(get.head()), withoutDate(head.head()));
    }

    private static String withoutDate(String head) {
        return head.replaceFirst("(?m)^Date:.*\\R?", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "deflate", "br", "zstd"})
    void f62CodingsAreUndoneToRewriteAndKeptInTheRawBody(String coding) throws IOException {
        Got got = memento("mp_", coding);
        assertEquals(200, got.status());
        assertEquals("<html><a href=/web/" + MARCH + "mp_/https://news.example/l>link</a></html>", got.text());
        assertEquals(List.of(), got.headers("Content-Encoding"));
        Got raw = memento("id_", coding);
        assertEquals(coding.replace("gz", "gzip"), raw.header("Content-Encoding"));
        assertFalse(raw.text().contains("/web/"));
    }

    @Test
    void f62ABrokenCodingIsGivenAsStoredWithAWarning() throws IOException {
        Got got = memento("mp_", "broken-gz");
        assertEquals(200, got.status());
        assertArrayEquals(Probe.broken(Probe.bytes("<html><a href=/l>link</a></html>")), got.bytes());
        assertTrue(got.header("X-Archive-Warning").contains("given as stored"), got.head());
        Got never = memento("mp_", "no-gz");
        assertEquals(200, never.status());
        assertTrue(never.text().contains("/web/"), never.text());
        assertFalse(never.header("X-Archive-Warning").isEmpty());
    }

    @Test
    void f65AnswersThatAreNotExactSaySo() throws IOException {
        assertEquals("exact; drift=0", memento("oe_", "film.mp4").header("X-Archive-Match"));
        assertEquals(
                "nearest; drift=-60",
                server.get("/web/20200301000100oe_/https://news.example/film.mp4")
                        .header("X-Archive-Match"));
        assertEquals(
                "canonical; drift=0",
                server.get("/web/" + MARCH + "oe_/http://www.news.example/FILM.mp4")
                        .header("X-Archive-Match"));
        assertEquals(
                "fuzzy; drift=0",
                server.get("/web/" + MARCH + "oe_/https://news.example/a+b/%C3%A9?x=%2F&y=1")
                        .header("X-Archive-Match"));
    }

    @Test
    void f66TheBannerStandsOutsideTheArchivedDocument() throws IOException {
        Got got = server.get("/view/20200401000000/" + Probe.PAGE);
        Document frame = Jsoup.parse(got.text());
        String banner = frame.select(".banner").text();
        assertTrue(banner.contains("captured 2020-03-01 00:00 UTC"), banner);
        assertTrue(banner.contains("Asked for 2020-04-01 00:00 UTC; the nearest capture is 31 days earlier."), banner);
        assertTrue(banner.contains("of them not stored"), banner);
        assertTrue(banner.contains("The only capture."), banner);
        assertEquals(
                "/web/" + MARCH + "fr_/" + Probe.PAGE, frame.select("iframe").attr("src"));
        assertEquals(0, frame.select("script").size(), "it works without scripts");
        assertFalse(memento("id_", "page").text().contains("banner"));
        assertFalse(memento("mp_", "page").text().toLowerCase(Locale.ROOT).contains("pressmark"));
    }

    @Test
    void anOddStatusIsGivenAsOneThatBrowsersKnow() throws IOException {
        Got got = memento("mp_", "odd");
        assertEquals(200, got.status());
        assertEquals("the archived status is 999", got.header("X-Archive-Warning"));
    }

    @Test
    void aStarLeadsToAllCaptures() throws IOException {
        assertEquals(
                "/page?url=https%3A%2F%2Fnews.example%2Fstory",
                server.get("/web/*/" + Probe.STORY).header("Location"));
    }
}
