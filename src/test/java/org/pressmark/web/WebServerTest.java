package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.report.SeedPair;

class WebServerTest {
    private static WebServer server;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        server = WebServer.start(new SeedHall(), "127.0.0.1", 0);
        port = URI.create(server.url()).getPort();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** An answer as it stood on the wire. */
    record Reply(int status, String head, String body) {
        String header(String name) {
            for (String line : head.split("\r\n", -1)) {
                if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return "";
        }
    }

    private static Reply get(String path, String... headers) throws IOException {
        return send("GET", path, "127.0.0.1:" + port, headers);
    }

    private static Reply send(String method, String path, String host, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            StringBuilder request =
                    new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            OutputStream out = socket.getOutputStream();
            out.write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return new Reply(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
        }
    }

    @Test
    void listsWhatIsStoredWithoutLettingTitlesBecomeMarkup() throws IOException {
        Reply reply = get("/?sort=site");
        assertEquals(200, reply.status());
        Document page = Jsoup.parse(reply.body());
        assertEquals(3, page.select("tbody tr").size());
        assertEquals(
                "3 pages, 5 captures, 123 kB in 1 file", page.select(".lead").text());
        assertEquals(
                "ascending",
                page.select("th").first() == null
                        ? ""
                        : page.select("th").get(0).attr("aria-sort"));
        assertEquals(1, page.select("script").size());
        assertTrue(reply.header("Content-Security-Policy").startsWith("default-src 'none'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/page?url=http://copies.example/story?a=1%26b=2",
                "/compare?a=" + SeedPair.RECORD_A + "&b=" + SeedPair.RECORD_B,
                "/apparatus?of=" + SeedPair.RECORD_A + "&of=" + SeedPair.RECORD_B,
                "/versions/" + SeedHall.STORY,
                "/chain?of=" + SeedPair.RECORD_B,
                "/view/20200101000000/" + SeedHall.STORY,
                "/extract/20200101000000/" + SeedHall.STORY,
                "/outline/20200101000000/" + SeedHall.STORY,
                "/search?q=railway",
                "/edits",
                "/sources",
                "/archive",
                "/nowhere"
            })
    void everyPageIsSmallSoundAndAsksNobodyElse(String path) throws IOException {
        Reply reply = get(path);
        assertTrue(reply.body().length() < 100_000, path);
        Document page = Jsoup.parse(reply.body());
        assertEquals("en", page.select("html").attr("lang"));
        assertEquals(1, page.select("h1").size(), path);
        assertEquals(1, page.select("main").size(), path);
        page.select("[src], link[href]").forEach(element -> {
            String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
            assertTrue(address.startsWith("/") || address.startsWith("data:"), address);
        });
        assertTrue(page.select("[style], [onclick]").isEmpty(), path);
        Files.writeString(
                Path.of("target/web" + path.replaceAll("[^a-z]+", "-").substring(0, Math.min(8, path.length()))
                        + ".html"),
                reply.body());
    }

    @Test
    void showsAPageThroughTime() throws IOException {
        Document page =
                Jsoup.parse(get("/page?url=" + "copies.example/story?a=1%26b=2").body());
        assertEquals(3, page.select(".list tbody tr").size());
        assertEquals(2, page.select(".timeline .ring").size());
        assertEquals(1, page.select(".timeline .cross").size());
        assertTrue(page.select("a[href^=/compare?a=]").attr("href").contains("story-0&b=urn%3Auuid%3Astory-2"));
    }

    @Test
    void answersOnlyToItsOwnNames() throws IOException {
        assertEquals(421, send("GET", "/", "evil.example").status());
        assertEquals(
                421,
                send("GET", "/web/2020/" + SeedHall.STORY, "evil.example:" + port)
                        .status());
        assertEquals(200, send("GET", "/", "localhost:" + port).status());
        assertEquals(200, send("GET", "/", "[::1]:" + port).status());
    }

    @Test
    void onlyReads() throws IOException {
        Reply reply = send("POST", "/", "127.0.0.1:" + port, "Content-Length: 0");
        assertEquals(405, reply.status());
        assertEquals("GET, HEAD", reply.header("Allow"));
    }

    @Test
    void headSendsTheHeadersOfGetAndNoBody() throws IOException {
        Reply get = get("/");
        Reply head = send("HEAD", "/", "127.0.0.1:" + port);
        assertEquals("", head.body());
        assertEquals(get.header("Content-Length"), head.header("Content-Length"));
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 20200101000000",
        "20200315, 20200101000000",
        "20200317, 20200101000000",
        "20200318, 20200601000000",
        "20200830, 20200601000000",
        "20300101, 20201201123015"
    })
    void leadsToTheNearestMemento(String asked, String nearest) throws IOException {
        Reply reply = get("/web/" + asked + "mp_/" + SeedHall.STORY);
        assertEquals(302, reply.status());
        assertEquals(
                "http://127.0.0.1:" + port + "/web/" + nearest + "mp_/" + SeedHall.STORY, reply.header("Location"));
        assertEquals("", reply.header("Memento-Datetime"));
    }

    @Test
    void givesTheMementoBackWithItsPlaceInTime() throws IOException {
        Reply reply = get("/web/20200601000000mp_/" + SeedHall.STORY);
        assertEquals(404, reply.status(), "an archived error keeps its status");
        assertEquals("Mon, 01 Jun 2020 00:00:00 GMT", reply.header("Memento-Datetime"));
        assertEquals("stored urn:uuid:story-1 mp_", reply.body());
        String links = reply.header("Link");
        assertTrue(links.contains("<" + SeedHall.STORY + ">; rel=\"original\""), links);
        assertTrue(links.contains("rel=\"first prev memento\"; datetime=\"Wed, 01 Jan 2020 00:00:00 GMT\""), links);
        assertTrue(links.contains("rel=\"next last memento\"; datetime=\"Tue, 01 Dec 2020 12:30:15 GMT\""), links);
        assertEquals("sandbox", reply.header("Content-Security-Policy"), "the hall's own words, not our pages'");
    }

    @Test
    void partsOfAPageAreTheNearestAtOnceAndSaySo() throws IOException {
        Reply reply = get("/web/20200101000010im_/" + SeedHall.STORY);
        assertEquals(200, reply.status());
        assertEquals("nearest; drift=-10", reply.header("X-Archive-Match"));
    }

    @Test
    void theTimeGateTakesADate() throws IOException {
        Reply reply = get("/web/" + SeedHall.STORY, "Accept-Datetime: Sat, 01 Feb 2020 00:00:00 GMT");
        assertEquals(302, reply.status());
        assertTrue(reply.header("Location").contains("/web/20200101000000mp_/"), reply.head());
        assertEquals("accept-datetime", reply.header("Vary"));
        assertTrue(get("/web/" + SeedHall.STORY).header("Location").contains("/web/20201201123015mp_/"));
        assertEquals(
                400, get("/web/" + SeedHall.STORY, "Accept-Datetime: yesterday").status());
        Reply unknown = get("/web/http://unknown.example/");
        assertEquals(404, unknown.status());
        assertEquals("<http://unknown.example/>; rel=\"original\"", unknown.header("Link"));
    }

    @Test
    void theTimeMapNamesEveryMemento() throws IOException {
        Reply reply = get("/web/timemap/link/" + SeedHall.STORY);
        assertEquals("application/link-format; charset=utf-8", reply.header("Content-Type"));
        assertEquals(6, reply.body().strip().split(",\n").length);
        assertTrue(
                reply.body().contains("rel=\"self\"; type=\"application/link-format\"; from=\"Wed, 01 Jan 2020"),
                reply.body());
        assertEquals(404, get("/web/timemap/link/http://unknown.example/").status());
    }

    @Test
    void theFrameSaysHowFarItIsFromWhatWasAsked() throws IOException {
        Document page =
                Jsoup.parse(get("/view/20200102000000/" + SeedHall.STORY).body());
        assertTrue(page.select(".facts b").text().contains("the nearest capture is 24 hours earlier"), page.text());
        assertEquals(
                "/web/20200101000000fr_/" + SeedHall.STORY,
                page.select("iframe").attr("src"));
        assertEquals(
                "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
                page.select("iframe").attr("sandbox"));
    }

    @Test
    void aFailureBecomesAPageAndNoStackTrace() throws IOException {
        Reply reply = get("/web/20201201123015im_/" + SeedHall.STORY);
        assertEquals(500, reply.status());
        assertFalse(reply.body().contains("java.io"), reply.body());
        assertEquals(200, get("/").status(), "the server goes on");
    }

    @Test
    void theNumberInThePictureLeadsToItsComparison() throws IOException {
        Document page = Jsoup.parse(get("/chain?of=" + SeedPair.RECORD_B).body());
        assertEquals(
                "/compare?a=urn%3Auuid%3A11111111-1111-4111-8111-111111111111&b=urn%3Auuid%3A22222222-2222-4222-8222-222222222222",
                page.select("svg a").attr("href"));
    }

    @Test
    void pictureAndProvStandAlone() throws IOException {
        assertTrue(get("/chain.svg?of=" + SeedPair.RECORD_B).body().startsWith("<?xml"));
        assertTrue(get("/chain.prov.json?of=" + SeedPair.RECORD_B).body().contains("\"prov:PrimarySource\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/",
                "/web/20201399000000/http://x.example/",
                "/compare?a=1",
                "/apparatus",
                "/apparatus?of=1&of=2",
                "/versions/",
                "/versions/http://nowhere.example/",
                "/page",
                "/page?url=%zz",
                "/chain"
            })
    void brokenAddressesGetAnAnswerForPeople(String path) throws IOException {
        Reply reply = get(path);
        assertTrue(reply.status() == 400 || reply.status() == 404, path + " " + reply.status());
        assertFalse(Jsoup.parse(reply.body()).select("h1").text().isEmpty());
    }

    @Test
    void aTakenPortIsNamedWithTheRemedy() {
        IOException taken = assertThrows(
                IOException.class,
                () -> WebServer.start(new SeedHall(), "127.0.0.1", port).close());
        assertTrue(String.valueOf(taken.getMessage()).contains("port " + port), taken.getMessage());
        assertTrue(String.valueOf(taken.getMessage()).contains("--port"), taken.getMessage());
    }

    @Test
    void editsAreToldAsAtomToFeedReaders() throws IOException {
        for (String path : List.of("/feed/edits?severity=critical", "/feed/page/" + SeedHall.STORY)) {
            Reply reply = get(path);
            assertEquals(200, reply.status(), path);
            assertTrue(reply.header("Content-Type").startsWith("application/atom+xml"), reply.head());
            Document feed = Jsoup.parse(reply.body(), Parser.xmlParser());
            assertEquals(1, feed.select("entry").size(), path);
            assertEquals("critical", feed.select("entry > category").attr("term"));
            assertTrue(feed.select("entry > link[rel=alternate]").attr("href").contains("/compare?a="), reply.body());
            assertTrue(feed.select("entry > content").text().contains("Is the security of NATO"), reply.body());
            assertFalse(feed.select("feed > id, feed > title, feed > updated")
                    .eachText()
                    .contains(""));
        }
        assertEquals(400, get("/feed/edits?severity=loud").status());
        assertEquals(404, get("/feed/page/http://nowhere.example/").status());
    }
}
