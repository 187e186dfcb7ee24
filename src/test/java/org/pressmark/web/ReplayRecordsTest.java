package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.WarcMaker;
import org.pressmark.web.ReplayServer.Got;

/** Part F of the conformance list where several records make one answer: redirects, revisits, requests with bodies. */
final class ReplayRecordsTest {
    private static final byte[] PICTURE = "\u0089PNG one picture".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] LATER = "\u0089PNG another".getBytes(StandardCharsets.ISO_8859_1);
    private static final String PNG = "HTTP/1.1 200 OK\nContent-Type: image/png";
    private static final String MOVED = "HTTP/1.1 301 Moved\nContent-Type: text/html\nLocation: ";

    @TempDir
    private static Path folder;

    private static ReplayServer server;
    private static String missing = "";

    @BeforeAll
    static void start() throws Exception {
        WarcMaker one = new WarcMaker();
        one.response("https://a.example/p.png", "2020-02-01T00:00:00Z", PNG, PICTURE);
        WarcMaker two = new WarcMaker();
        revisits(two);
        redirects(two);
        sessions(two);
        capitals(two);
        unlabelled(two);
        String posted = two.response(
                "https://a.example/api",
                "2020-03-01T00:00:00Z",
                "HTTP/1.1 200 OK\nContent-Type: application/json",
                Probe.bytes("{\"ok\":7}"));
        two.request(
                "https://a.example/api",
                "2020-03-01T00:00:00Z",
                posted,
                "POST /api HTTP/1.1\nHost: a.example\nContent-Type: application/json",
                Probe.bytes("{\"id\":7}"));
        Path first = one.write(folder.resolve("one.warc.gz"));
        Path second = two.write(folder.resolve("two.warc.gz"));
        server = ReplayServer.over(folder.resolve("archive"), first, second);
    }

    private static void revisits(WarcMaker warc) throws Exception {
        String sha1 = WarcMaker.sha1(PICTURE);
        String named =
                "WARC-Refers-To-Target-URI: https://a.example/p.png\r\nWARC-Refers-To-Date: 2020-02-01T00:00:00Z\r\n";
        warc.revisit("https://a.example/p.png", "2020-08-01T00:00:00Z", "image/png", sha1, named);
        warc.revisit("https://mirror.example/p.png", "2020-09-01T00:00:00Z", "image/png", sha1, named);
        String sha256 = "sha256:"
                + HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(PICTURE));
        warc.revisit("https://a.example/p.png", "2020-10-01T00:00:00Z", "image/png", sha256, named);
        // the original is younger than what repeats it, and named with another second
        warc.revisit(
                "https://a.example/late.png",
                "2020-01-01T00:00:00Z",
                "image/png",
                WarcMaker.sha1(LATER),
                "WARC-Refers-To-Target-URI: https://a.example/late.png\r\nWARC-Refers-To-Date: 2020-05-01T00:00:01Z\r\n");
        warc.response("https://a.example/late.png", "2020-05-01T00:00:00Z", PNG, LATER);
        // an old writer's, that names nothing
        warc.revisit("https://a.example/late.png", "2020-06-01T00:00:00Z", "image/png", WarcMaker.sha1(LATER), "");
        missing = warc.revisit(
                "https://a.example/lost.png",
                "2020-03-01T00:00:00Z",
                "image/png",
                WarcMaker.sha1(Probe.bytes("nowhere")),
                """
                WARC-Refers-To: <urn:uuid:00000000-0000-4000-8000-00000000abcd>\r
                WARC-Refers-To-Target-URI: https://gone.example/\r
                WARC-Refers-To-Date: 2019-01-01T00:00:00Z\r
                """);
    }

    private static void redirects(WarcMaker warc) {
        // http to https: one key, one second
        warc.response("http://r.example/", "2020-01-01T00:00:00Z", MOVED + "https://r.example/", new byte[0]);
        warc.page("https://r.example/", "2020-01-01T00:00:00Z", "<p>here");
        // the page was a second later than the redirect to it
        warc.response("http://s.example/", "2020-01-01T00:00:00Z", MOVED + "https://s.example/", new byte[0]);
        warc.page("https://s.example/", "2020-01-01T00:00:01Z", "<p>there");
        // to itself, and another time not
        warc.response("https://t.example/", "2020-01-01T00:00:00Z", MOVED + "https://t.example/", new byte[0]);
        warc.page("https://t.example/", "2020-03-01T00:00:00Z", "<p>next-closest");
        // to each other, for ever
        warc.response("https://u.example/a", "2020-01-01T00:00:00Z", MOVED + "https://u.example/b", new byte[0]);
        warc.response("https://u.example/b", "2020-01-01T00:00:00Z", MOVED + "https://u.example/a", new byte[0]);
        // to each other, but one of them was once a page
        warc.response("https://v.example/a", "2020-01-01T00:00:00Z", MOVED + "https://v.example/b", new byte[0]);
        warc.response("https://v.example/b", "2020-01-01T00:00:00Z", MOVED + "https://v.example/a", new byte[0]);
        warc.page("https://v.example/a", "2020-06-01T00:00:00Z", "<p>once a page");
    }

    /** A page whose picture came fifteen seconds after it; another page's course brought another one second before it. */
    private static void sessions(WarcMaker warc) {
        String page = warc.page(
                "https://p.example/", "2020-05-01T12:00:00Z", "<img src=/i.png><link rel=stylesheet href=/s.css>");
        String other = warc.page("https://p.example/other", "2020-05-01T11:59:30Z", "<img src=/i.png>");
        part(warc, other, "2020-05-01T11:59:59Z", "image/png", "other's");
        part(warc, page, "2020-05-01T12:00:15Z", "image/png", "its own");
        warc.response(
                "https://p.example/s.css",
                "2020-05-03T00:00:00Z",
                "HTTP/1.1 200 OK\nContent-Type: text/css",
                Probe.bytes("a{b:url(/i.png)}"));
    }

    /** Two pages and two pictures whose addresses differ in capitals alone, so that they share their keys. */
    private static void capitals(WarcMaker warc) {
        String page = warc.page("https://case.example/v/AbC", "2020-05-01T12:00:00Z", "<p>one<img src=/Up.png>");
        warc.page("https://case.example/v/aBc", "2020-05-01T12:00:00Z", "<p>the other");
        warc.page("https://case.example/v/aBc", "2020-07-01T12:00:00Z", "<p>the other, later");
        warc.response("https://case.example/Up.png", "2020-06-01T00:00:00Z", PNG, PICTURE);
        String lower = warc.response("https://case.example/uP.png", "2020-05-01T12:00:01Z", PNG, LATER);
        warc.record(
                "metadata",
                "https://case.example/uP.png",
                "2020-05-01T12:00:01Z",
                "WARC-Concurrent-To: <" + lower + ">\r\nContent-Type: application/warc-fields\r\n",
                Probe.bytes("role: requisite\r\npage: <" + page + ">\r\n"));
    }

    /** Answers without Content-Type, as many old ones are. */
    private static void unlabelled(WarcMaker warc) {
        String old = "HTTP/1.0 200 OK\nServer: CERN/3.0";
        String date = "2020-05-01T12:00:00Z";
        warc.response("http://old.example/", date, old, Probe.bytes("<html><title>old</title><img src=a.gif>"));
        warc.response(
                "http://old.example/unknown",
                date,
                old + "\nContent-Type: unknown/unknown",
                Probe.bytes("<html><title>old</title>"));
        warc.response("http://old.example/s.css", date, old, Probe.bytes("p{background:url(a.gif)}"));
        warc.response(
                "http://old.example/two",
                date,
                old + "\nContent-Type: application/pdf;x, text/html",
                Probe.bytes("<title>two</title><meta http-equiv=refresh content='0;url=http://live.example/'>"));
        warc.response(
                "http://old.example/xsl",
                date,
                old + "\nContent-Type: text/xsl",
                Probe.bytes("<html xmlns='http://www.w3.org/1999/xhtml'><img src='http://live.example/'/></html>"));
        warc.response(
                "http://old.example/shifted",
                date,
                old + "\nContent-Type: text/html; charset=windows-1252",
                Probe.bytes("<p>\u001B$B<link/rel=preconnect/href=//live.example>\u001B(B"));
        warc.response("http://old.example/text", date, old, Probe.bytes("plain words"));
    }

    private static void part(WarcMaker warc, String page, String date, String type, String body) {
        String id = warc.response(
                "https://p.example/i.png", date, "HTTP/1.1 200 OK\nContent-Type: " + type, Probe.bytes(body));
        warc.record(
                "metadata",
                "https://p.example/i.png",
                date,
                "WARC-Concurrent-To: <" + id + ">\r\nContent-Type: application/warc-fields\r\n",
                Probe.bytes("role: requisite\r\npage: <" + page + ">\r\n"));
    }

    @Test
    void ofAddressesThatDifferInCapitalsTheOneAskedForIsGiven() throws IOException {
        String upper = "/web/20200501120000mp_/https://case.example/v/AbC";
        String lower = "/web/20200501120000mp_/https://case.example/v/aBc";
        assertTrue(server.get(upper).text().contains("<p>one"), upper);
        assertEquals("<p>the other", server.get(lower).text(), lower);
        assertTrue(followed("/web/https://case.example/v/AbC").text().contains("<p>one"), "the latest of it");
        assertTrue(followed("/web/2021mp_/https://case.example/v/AbC").text().contains("<p>one"), "the nearest of it");
        assertEquals(200, followed("/web/2020mp_/https://case.example/V/ABC").status(), "neither of them");
        Got picture = server.get("/web/20200501120000im_/https://case.example/Up.png");
        assertArrayEquals(PICTURE, picture.bytes());
    }

    /** Browsers show a page that stands in no frame as a server that "refused to connect". */
    @Test
    void aFrameThatIsNotStoredSaysSo() throws IOException {
        String path = "/web/20200501120000if_/https://ads.example/frame";
        Got framed = server.get(path, "Sec-Fetch-Dest: iframe");
        assertEquals(404, framed.status());
        assertEquals("https://ads.example/frame is not stored in this archive.\n", framed.text());
        assertFalse(framed.head().contains("frame-ancestors"), framed.head());
        assertTrue(server.get(path).head().contains("frame-ancestors 'none'"), "but no page of ours stands in a frame");
    }

    @Test
    void whatHasNoLabelIsGivenTheOneThatABrowserWouldFind() throws IOException {
        String at = "/web/20200501120000";
        assertEquals(
                "text/html; charset=utf-8",
                server.get(at + "mp_/http://old.example/").header("Content-Type"));
        assertTrue(server.get(at + "mp_/http://old.example/").text().contains(at + "im_/http://old.example/a.gif"));
        assertEquals(
                List.of("text/html; charset=utf-8"),
                server.get(at + "mp_/http://old.example/unknown").headers("Content-Type"));
        assertEquals("text/css", server.get(at + "cs_/http://old.example/s.css").header("Content-Type"));
        assertEquals("", server.get(at + "mp_/http://old.example/text").header("Content-Type"));
        assertEquals("", server.get(at + "id_/http://old.example/").header("Content-Type"), "as stored");
    }

    /** In Latin script to a browser, in Japanese to us: else what seems a character hides a tag. */
    @Test
    void theEncodingInWhichADocumentWasReadIsTold() throws IOException {
        Got page = server.get("/web/20200501120000mp_/http://old.example/shifted");
        assertEquals(List.of("text/html; charset=iso-2022-jp"), lower(page.headers("Content-Type")));
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** A browser takes the last of two types for the document's; so it is rewritten as that, and confined. */
    @Test
    void aDocumentOfTwoTypesIsWhatABrowserTakesItFor() throws IOException {
        Got two = server.get("/web/20200501120000mp_/http://old.example/two");
        assertEquals(List.of("text/html; charset=utf-8"), two.headers("Content-Type"));
        assertTrue(two.text().contains("url=/web/20200501120000mp_/http://live.example/"), two.text());
        assertTrue(two.header("Content-Security-Policy").contains("; sandbox"), two.head());
        Got stored = server.get("/web/20200501120000id_/http://old.example/two", "Sec-Fetch-Dest: document");
        assertEquals(List.of("text/plain"), stored.headers("Content-Type"));
        String xsl = "/http://old.example/xsl";
        assertTrue(server.get("/web/20200501120000mp_" + xsl).text().contains("im_/http://live.example/"), "as XML");
        assertEquals(
                List.of("text/plain"),
                server.get("/web/20200501120000id_" + xsl, "Sec-Fetch-Dest: document")
                        .headers("Content-Type"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /** Follows redirects as a browser does; fails where they do not end. */
    private static Got followed(String path) throws IOException {
        Got got = server.get(path);
        for (int hops = 0; got.status() / 100 == 3; hops++) {
            assertTrue(hops < 10, path + " leads in a circle");
            got = server.get(got.header("Location").replace(server.origin(), ""));
        }
        return got;
    }

    @Test
    void f63RedirectsEndWhereThePageIs() throws IOException {
        for (String gate : List.of("", "20200101000000mp_/", "2020mp_/", "20250101000000mp_/", "20200101000000fr_/")) {
            assertEquals("<p>here", body(followed("/web/" + gate + "http://r.example/")), gate);
            assertEquals("<p>there", body(followed("/web/" + gate + "http://s.example/")), gate);
            assertEquals("<p>there", body(followed("/web/" + gate + "https://s.example/")), gate);
            assertEquals("<p>next-closest", body(followed("/web/" + gate + "https://t.example/")), gate);
            assertEquals("<p>once a page", body(followed("/web/" + gate + "https://v.example/a")), gate);
            assertEquals("<p>once a page", body(followed("/web/" + gate + "https://v.example/b")), gate);
        }
    }

    private static String body(Got got) {
        return got.text().replace("<base target=\"_top\">", "");
    }

    @Test
    void f63WhatIsOnlyACircleIsSaidToBeOne() throws IOException {
        Got got = followed("/web/20200101000000mp_/https://u.example/a");
        assertEquals(508, got.status());
        assertTrue(got.text().contains("https://u.example/b"), got.text());
        assertEquals(508, server.get("/view/20200101000000/https://u.example/a").status());
    }

    @Test
    void f64ARevisitGivesItsOriginalsBytesUnderItsOwnDate() throws IOException {
        for (String at : List.of("20200801000000", "20201001000000")) {
            Got got = server.get("/web/" + at + "im_/https://a.example/p.png");
            assertEquals(
                    new String(PICTURE, StandardCharsets.ISO_8859_1),
                    new String(got.bytes(), StandardCharsets.ISO_8859_1));
            assertEquals("exact; drift=0", got.header("X-Archive-Match"));
        }
        Got mirror = server.get("/web/20200901000000im_/https://mirror.example/p.png");
        assertEquals("image/png", mirror.header("Content-Type"));
        assertEquals("Tue, 01 Sep 2020 00:00:00 GMT", mirror.header("Memento-Datetime"));
        assertEquals(PICTURE.length, mirror.bytes().length, "another address, another file");
    }

    @Test
    void f64AnOriginalIsFoundByItsDigestWhereItsDateIsWrong() throws IOException {
        for (String at : List.of("20200101000000", "20200601000000")) {
            Got got = server.get("/web/" + at + "im_/https://a.example/late.png");
            assertEquals(200, got.status(), at + got);
            assertEquals(LATER.length, got.bytes().length);
        }
    }

    @Test
    void f64AMissingOriginalIsNamed() throws IOException {
        Got got = server.get("/web/20200301000000im_/https://a.example/lost.png");
        assertEquals(502, got.status());
        assertTrue(got.text().contains("urn:uuid:00000000-0000-4000-8000-00000000abcd"), got.text());
        assertTrue(got.text().contains(missing), got.text());
        assertEquals("", got.header("Memento-Datetime"));
        assertEquals(
                200,
                server.get("/view/20200301000000/https://a.example/lost.png").status());
    }

    @Test
    void f65ARequestWithABodyIsNeverAnsweredWithAnothersAnswer() throws IOException {
        Got got = server.raw(
                ("POST /web/20200301000000mp_/https://a.example/api HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                                + "\r\nContent-Type: application/json\r\nContent-Length: 8\r\nConnection: close\r\n\r\n{\"id\":8}")
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(404, got.status());
        assertFalse(got.text().contains("\"ok\""));
        assertTrue(got.text().contains("No answer to a POST request with this body is stored"), got.text());
        assertEquals(404, posted("text/html", "{\"id\":7}", "127.0.0.1").status());
        assertEquals(
                404, server.get("/web/20200301000000mp_/https://a.example/api").status());
    }

    @Test
    void f65ARequestWithTheBodyThatWasCapturedIsAnswered() throws IOException {
        Got got = posted("application/json", "{\"id\":7}", "127.0.0.1");
        assertEquals(200, got.status(), got.toString());
        assertEquals("{\"ok\":7}", got.text());
        assertEquals("Sun, 01 Mar 2020 00:00:00 GMT", got.header("Memento-Datetime"));
        assertEquals("canonical; drift=0", got.header("X-Archive-Match"));
        assertTrue(got.header("Content-Security-Policy").contains("script-src 'none'"), got.head());
        assertEquals(
                421, posted("application/json", "{\"id\":7}", "evil.example").status());
        assertEquals(
                413,
                posted("application/json", "x".repeat((1 << 20) + 1), "127.0.0.1")
                        .status());
    }

    private static Got posted(String type, String body, String host) throws IOException {
        return server.raw(("POST /web/20200301000000mp_/https://a.example/api HTTP/1.1\r\nHost: " + host + ":"
                        + server.port() + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPartOfThePagesOwnCourseIsPreferredToANearerOne() throws IOException {
        Got got = server.get("/web/20200501120000im_/https://p.example/i.png");
        assertEquals("its own", got.text());
        assertEquals("nearest; drift=15", got.header("X-Archive-Match"));
        assertEquals(
                "other's",
                server.get("/web/20200501115930im_/https://p.example/i.png").text());
    }

    @Test
    void whatAStyleSheetNamesIsNearestToThePageAndNotToTheSheet() throws IOException {
        Got got = server.get("/web/20200501120000cs_/https://p.example/s.css");
        assertEquals("a{b:url(/web/20200501120000im_/https://p.example/i.png)}", got.text());
        assertEquals("nearest; drift=129600", got.header("X-Archive-Match"));
    }

    @Test
    void f66TheBannerTellsHowFarApartThePartsAre() throws IOException {
        String frame = server.get("/view/20200501120000/https://p.example/").text();
        assertTrue(frame.contains("2 pictures, styles and scripts needed, all stored."), frame);
        assertTrue(frame.contains("Some parts are up to 36 hours younger."), frame);
    }

    @Test
    void f67ADamagedRecordIsNamedAndNothingFails() throws IOException {
        WarcMaker warc = new WarcMaker();
        String id = warc.page("https://d.example/", "2020-01-01T00:00:00Z", "<p>" + "sound ".repeat(500));
        Path file = warc.write(Files.createDirectories(folder.resolve("in")).resolve("damaged.warc.gz"));
        Path archive = folder.resolve("damaged");
        try (ReplayServer damaged = ReplayServer.over(archive, file)) {
            Path stored = archive.resolve("damaged.warc.gz");
            byte[] bytes = Files.readAllBytes(stored);
            for (int i = bytes.length / 2; i < bytes.length / 2 + 20; i++) {
                bytes[i] ^= 0x55;
            }
            Files.write(stored, bytes);
            Got got = damaged.get("/web/20200101000000mp_/https://d.example/");
            assertEquals(502, got.status());
            assertTrue(got.text().contains(id), got.text());
            Got text = damaged.get("/extract/20200101000000/https://d.example/");
            assertEquals(502, text.status());
            assertTrue(text.text().contains("damaged.warc.gz, offset "), text.text());
            assertTrue(text.text().contains("restore the file from a backup"), text.text());
            for (String readable : List.of("/view/20200101000000/", "/page?url=")) {
                assertEquals(200, damaged.get(readable + "https://d.example/").status(), readable);
            }
        }
    }
}
