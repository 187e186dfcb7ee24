package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.json.Json;
import org.pressmark.testing.WarcMaker;
import org.pressmark.web.ReplayServer.Got;

/** Part D of the conformance list, Memento (RFC 7089): each test bears the number of its check. */
final class MementoConformanceTest {
    private static final String STORY = Probe.STORY;

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

    private static String urim(String stamp, String url) {
        return server.origin() + "/web/" + stamp + "mp_/" + url;
    }

    @Test
    void d35MementoNamesItselfItsPlaceInTimeAndItsNeighbours() throws IOException {
        Got got = server.head("/web/20200601000000mp_/" + STORY);
        assertEquals(200, got.status());
        assertEquals("Mon, 01 Jun 2020 00:00:00 GMT", got.header("Memento-Datetime"));
        assertEquals(1, got.headers("Link").size());
        List<String> links = List.of(got.header("Link").split(", <", -1));
        assertEquals("<" + STORY + ">; rel=\"original\"", links.get(0));
        assertTrue(links.contains(server.origin() + "/web/" + STORY + ">; rel=\"timegate\""), links.toString());
        assertTrue(
                links.contains(server.origin() + "/web/timemap/link/" + STORY
                        + ">; rel=\"timemap\"; type=\"application/link-format\""),
                links.toString());
        assertTrue(links.contains(
                urim("20200601000000", STORY) + ">; rel=\"memento\"; datetime=\"Mon, 01 Jun 2020 00:00:00 GMT\""));
        assertTrue(links.contains(urim("20200101000000", STORY)
                + ">; rel=\"first prev memento\"; datetime=\"Wed, 01 Jan 2020 00:00:00 GMT\""));
        assertTrue(links.contains(urim("20210101000000", STORY)
                + ">; rel=\"next last memento\"; datetime=\"Fri, 01 Jan 2021 00:00:00 GMT\""));
    }

    @Test
    void d35TheFirstAndTheLastAreSaidToBe() throws IOException {
        assertTrue(server.get("/web/20200101000000mp_/" + STORY)
                .header("Link")
                .contains("rel=\"first memento\"; datetime=\"Wed, 01 Jan 2020"));
        assertTrue(server.get("/web/20210101000000mp_/" + STORY)
                .header("Link")
                .contains("rel=\"last memento\"; datetime=\"Fri, 01 Jan 2021"));
    }

    @Test
    void d36TimeGateLeadsToTheNearestByARedirectThatIsNoMemento() throws IOException {
        Got got = server.get("/web/" + STORY, "Accept-Datetime: Mon, 01 Jun 2020 12:00:00 GMT");
        assertEquals(302, got.status());
        assertEquals(urim("20200601000000", STORY), got.header("Location"));
        assertEquals("accept-datetime", got.header("Vary"));
        assertEquals("", got.header("Memento-Datetime"));
        String link = got.header("Link");
        for (String rel :
                List.of("rel=\"original\"", "rel=\"timemap\"", "rel=\"first memento\"", "rel=\"last memento\"")) {
            assertTrue(link.contains(rel), link);
        }
        assertEquals(urim("20210101000000", STORY), server.get("/web/" + STORY).header("Location"), "the latest");
    }

    @Test
    void d36TimeGateGivesTheMementoItselfWhereThatIsChosen() throws IOException {
        try (ReplayServer direct = ReplayServer.over(
                folder.resolve("direct"),
                ServeOptions.STANDARD.withRedirecting(false),
                folder.resolve("probe.warc.gz"))) {
            Got got = direct.get("/web/" + STORY, "Accept-Datetime: Mon, 01 Jun 2020 12:00:00 GMT");
            assertEquals(200, got.status());
            assertEquals(direct.origin() + "/web/20200601000000mp_/" + STORY, got.header("Content-Location"));
            assertEquals("accept-datetime", got.header("Vary"));
            assertEquals("Mon, 01 Jun 2020 00:00:00 GMT", got.header("Memento-Datetime"));
            assertTrue(got.text().contains("version 2"));
            assertTrue(got.header("Content-Security-Policy").contains("sandbox"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Mon, 01 Jan 1990 00:00:00 GMT|20200101000000", "Mon, 01 Jan 2035 00:00:00 GMT|20210101000000"})
    void d37BeforeTheFirstAndAfterTheLastThereIsAnAnswer(String date, String stamp) throws IOException {
        Got got = server.get("/web/" + STORY, "Accept-Datetime: " + date);
        assertEquals(302, got.status());
        assertEquals(urim(stamp, STORY), got.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2020-06-01",
                "Mon, 31 Jun 2020 00:00:00 GMT",
                "Thu, 99 May 2007 20:35:00 GMT",
                "20200601000000"
            })
    void d37AMalformedDateIsRefused(String date) throws IOException {
        assertEquals(
                400, server.get("/web/" + STORY, "Accept-Datetime: " + date).status());
    }

    @Test
    void d37AnUnknownPageIs404AndNamesTheOriginal() throws IOException {
        Got got = server.get("/web/http://unknown.example/");
        assertEquals(404, got.status());
        assertEquals("<http://unknown.example/>; rel=\"original\"", got.header("Link"));
        assertEquals("accept-datetime", got.header("Vary"));
    }

    @ParameterizedTest
    @CsvSource({
        "20200115000000, 20200101000000",
        "20200317000000, 20200101000000",
        "20200317000001, 20200601000000",
        "20200916000000, 20200601000000",
        "20200916000001, 20210101000000",
    })
    void d38NearestIsByAbsoluteDistance(String asked, String nearest) throws IOException {
        Got got = server.get("/web/" + asked + "mp_/" + STORY);
        assertEquals(302, got.status());
        assertEquals(urim(nearest, STORY), got.header("Location"));
    }

    @Test
    void d38OfTwoAsNearTheEarlierIsTaken() throws IOException {
        // 1 January to 1 June 2020 are 152 days: the middle is 17 March 00:00:00
        assertEquals(
                urim("20200101000000", STORY),
                server.get("/web/" + STORY, "Accept-Datetime: Tue, 17 Mar 2020 00:00:00 GMT")
                        .header("Location"));
    }

    @Test
    void d39TimeMapNamesEveryMementoInOrder() throws IOException {
        Got got = server.get("/web/timemap/link/" + STORY);
        assertEquals(200, got.status());
        assertTrue(got.header("Content-Type").startsWith("application/link-format"));
        List<String> lines = Arrays.asList(got.text().strip().split(",\n", -1));
        assertEquals("<" + STORY + ">; rel=\"original\"", lines.get(0));
        assertEquals(
                "<" + server.origin() + "/web/timemap/link/" + STORY
                        + ">; rel=\"self\"; type=\"application/link-format\""
                        + "; from=\"Wed, 01 Jan 2020 00:00:00 GMT\"; until=\"Fri, 01 Jan 2021 00:00:00 GMT\"",
                lines.get(1));
        assertEquals("<" + server.origin() + "/web/" + STORY + ">; rel=\"timegate\"", lines.get(2));
        assertEquals(
                List.of("20200101000000 first memento", "20200601000000 memento", "20210101000000 last memento"),
                lines.subList(3, 6).stream()
                        .map(line -> line.replaceFirst(".*/web/(\\d+)mp_/.*rel=\"([^\"]*)\".*", "$1 $2"))
                        .toList());
    }

    @Test
    void d39TimeMapAsJson() throws IOException {
        Got got = server.get("/web/timemap/json/" + STORY);
        assertTrue(got.header("Content-Type").startsWith("application/json"));
        JsonNode map = Json.parse(got.text());
        assertEquals(STORY, map.path("original_uri").asText());
        assertEquals(3, map.path("mementos").path("list").size());
        assertEquals(
                urim("20200101000000", STORY),
                map.path("mementos").path("first").path("uri").asText());
        assertEquals(
                "2021-01-01T00:00:00Z",
                map.path("mementos").path("last").path("datetime").asText());
        assertEquals(
                server.origin() + "/web/timemap/cdxj/" + STORY,
                map.path("timemap_uri").path("cdxj_format").asText());
    }

    @Test
    void d39TimeMapAsCdxj() throws IOException {
        List<String> lines =
                List.of(server.get("/web/timemap/cdxj/" + STORY).text().split("\n", -1));
        assertEquals("!context [\"http://tools.ietf.org/html/rfc7089\"]", lines.get(0));
        List<String> mementos =
                lines.stream().filter(line -> line.matches("\\d{14} \\{.*\\}")).toList();
        assertEquals(3, mementos.size());
        assertEquals(
                "first memento",
                Json.parse(mementos.get(0).substring(15)).path("rel").asText());
    }

    @Test
    void d39ALongTimeMapComesInPartsThatNameEachOther() throws IOException {
        try (ReplayServer small = ReplayServer.over(
                folder.resolve("small"),
                ServeOptions.STANDARD.withTimeMapEntries(2),
                folder.resolve("probe.warc.gz"))) {
            String first = small.get("/web/timemap/link/" + STORY).text();
            assertTrue(
                    first.contains("<" + small.origin() + "/web/timemap/link/2/" + STORY
                            + ">; rel=\"timemap\"; type=\"application/link-format\"; from=\"Fri, 01 Jan 2021 00:00:00 GMT\""
                            + "; until=\"Fri, 01 Jan 2021 00:00:00 GMT\""),
                    first);
            assertTrue(first.contains("rel=\"first memento\"") && !first.contains("rel=\"last memento\""), first);
            String second = small.get("/web/timemap/link/2/" + STORY).text();
            assertTrue(
                    second.contains("rel=\"last memento\"")
                            && second.contains("/web/timemap/link/2/" + STORY + ">; rel=\"self\""),
                    second);
            assertEquals(404, small.get("/web/timemap/link/3/" + STORY).status());
            assertEquals(
                    small.origin() + "/web/timemap/json/2/" + STORY,
                    Json.parse(small.get("/web/timemap/json/" + STORY).text())
                            .path("next_timemap_uri")
                            .asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "json", "cdxj"})
    void d39AnEmptyTimeMapIs404(String format) throws IOException {
        assertEquals(
                404,
                server.get("/web/timemap/" + format + "/http://unknown.example/")
                        .status());
    }

    @ParameterizedTest
    @CsvSource({"gone, 404", "sick, 503", "redir, 301"})
    void d40AnArchivedErrorKeepsItsStatus(String path, int status) throws IOException {
        Got got = server.get("/web/20200301000000mp_/https://news.example/" + path);
        assertEquals(status, got.status());
        assertEquals("Sun, 01 Mar 2020 00:00:00 GMT", got.header("Memento-Datetime"));
    }

    @Test
    void d40OurOwn404IsNoMemento() throws IOException {
        Got got = server.get("/web/20200301000000mp_/https://news.example/never");
        assertEquals(404, got.status());
        assertEquals("", got.header("Memento-Datetime"));
    }

    @Test
    void d40AnArchivedRedirectStaysInTheArchive() throws IOException {
        assertEquals(
                "/web/20200301000000mp_/https://news.example/story",
                server.get("/web/20200301000000mp_/https://news.example/redir").header("Location"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "https://news.example/story|version",
                "https:/news.example/story|version",
                "https%3A%2F%2Fnews.example%2Fstory|version",
                "news.example/story|version",
                "HTTPS://NEWS.EXAMPLE:443/story|version",
                "https://news.example/story#part|version",
                "http://www.news.example/Path/?b=2&a=1|canon",
                "http:/www.news.example:80/Path/?b=2&a=1|canon",
                "news.example/Path?a=1&b=2|canon",
                "https://news.example/a%20b/%C3%A9?x=%2F&y=1|escapes",
                "https://news.example/a%20b/%c3%a9?x=%2f&y=1|escapes",
                "https://news.example/b%C3%BCcher?q=1'2|idn path",
                "https://news.example/b%C3%BCcher?q=1%272|idn path",
            })
    void d41AddressesResolveHoweverTheyAreWritten(String url, String words) throws IOException {
        Got gate = server.get("/web/" + url);
        assertEquals(302, gate.status(), gate.toString());
        Got got = server.get(gate.header("Location").substring(server.origin().length()));
        assertEquals(200, got.status(), gate.header("Location"));
        assertTrue(got.text().contains(words), got.text());
        assertEquals(200, server.get("/web/timemap/link/" + url).status());
    }

    @Test
    void d42ArchivedHeadersNeverMixWithOurs() throws IOException {
        Got got = server.get("/web/20200301000000mp_/" + Probe.PAGE);
        assertEquals(List.of("Sun, 01 Mar 2020 00:00:00 GMT"), got.headers("Memento-Datetime"));
        assertEquals(1, got.headers("Link").size());
        assertFalse(got.header("Link").contains("preload"));
        assertEquals(List.of(), got.headers("Content-Location"));
        assertEquals(List.of(), got.headers("Vary"));
        assertEquals("</s.css>; rel=preload; as=style", got.header("X-Archive-Orig-Link"));
        assertEquals("*", got.header("X-Archive-Orig-Vary"));
        assertEquals("/elsewhere", got.header("X-Archive-Orig-Content-Location"));
        assertEquals("Thu, 01 Jan 1970 00:00:00 GMT", got.header("X-Archive-Orig-Memento-Datetime"));
    }

    /** What an aggregator reads of a TimeMap: an entry begins with an address in angle brackets, attributes follow it. */
    @Test
    void d43ATimeMapReadsAsLinkFormatByItsGrammar() throws IOException {
        String text = server.get("/web/timemap/link/" + STORY).text();
        List<String> mementos = new ArrayList<>();
        for (String entry : text.strip().split(",\\s*(?=<)", -1)) {
            assertTrue(entry.matches("<[^<>]+>(; (rel|type|datetime|from|until)=\"[^\"]+\")+"), entry);
            if (entry.matches(".*rel=\"[^\"]*\\bmemento\\b.*")) {
                mementos.add(entry.replaceFirst("<([^>]+)>.*", "$1"));
            }
        }
        assertEquals(3, mementos.size());
        for (String memento : mementos) {
            assertEquals(
                    200, server.get(memento.substring(server.origin().length())).status());
        }
    }

    @Test
    void manyCapturesOfOneSecondLeadNowhereInCircles() throws IOException {
        WarcMaker warc = new WarcMaker();
        for (int i = 0; i < 3; i++) {
            warc.page("http://twice.example/", "2020-01-01T00:00:00Z", "<p>copy " + i);
        }
        Path file =
                warc.write(Files.createDirectories(folder.resolve("twice-in")).resolve("twice.warc.gz"));
        try (ReplayServer twice = ReplayServer.over(folder.resolve("twice"), file)) {
            assertEquals(
                    200,
                    twice.get("/web/20200101000000mp_/http://twice.example/").status());
        }
    }
}
