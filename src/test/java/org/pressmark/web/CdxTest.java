package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.pipeline.ImportFiles;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.testing.TestWarc;

/** The checks of the CDX server API, each test named by its number in the project's list of conformance checks. */
class CdxTest {
    private static final String STORY = "http://copies.example/story";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path dir;

    private static Pipeline house;
    private static WebServer server;

    @BeforeAll
    static void start() throws IOException {
        Path file = new TestWarc()
                .page(STORY, "2020-01-01T00:00:00Z", "<p>one")
                .page(STORY, "2020-06-01T00:00:00Z", "<p>two")
                .revisit(STORY, "2020-06-15T12:00:00Z", STORY, "2020-06-01T00:00:00Z", "<p>two")
                .answer(STORY, "2020-12-01T12:30:15Z", "404 Not Found", "text/html", "<p>gone")
                .answer("http://copies.example/story/picture.png", "2020-06-01T00:00:01Z", "200 OK", "image/png", "png")
                .page("http://news.copies.example/other", "2021-01-01T00:00:00Z", "<p>other")
                .page("http://copiesx.example/", "2021-01-01T00:00:00Z", "<p>x")
                .page("http://steady.test/", "2020-01-01T00:00:00Z", "<p>steady")
                .notModified("http://steady.test/", "2020-03-01T00:00:00Z", "2020-01-01T00:00:00Z", "<p>steady")
                .page("http://steady.test/", "2021-01-01T00:00:00Z", "<p>changed")
                .posted(
                        "http://copies.example/x",
                        "2021-02-01T00:00:00Z",
                        "application/x-www-form-urlencoded",
                        "b=2&a=1",
                        "{}")
                .write(dir.resolve("test.warc.gz"));
        Map<Setting, Settings.Value> values = new EnumMap<>(Setting.class);
        values.put(
                Setting.ARCHIVE_DIR, new Settings.Value(dir.resolve("archive").toString(), "test"));
        house = Pipeline.open(Settings.defaults().with(values), "test", notice -> {});
        new ImportFiles(house).archiveFile(file, (name, doing, done, total, captures) -> {});
        server = WebServer.start(new ArchiveHall(house), "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        server.close();
        house.close();
    }

    private static HttpResponse<String> ask(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.url() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines(String query) {
        HttpResponse<String> reply = ask("cdx?" + query);
        assertEquals(200, reply.statusCode(), reply.body());
        return reply.body().lines().toList();
    }

    private static List<String> keysAndTimes(String query) {
        return lines(query).stream()
                .map(line -> line.substring(0, line.indexOf(" {")))
                .toList();
    }

    private static List<String> times(String query) {
        return keysAndTimes(query).stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void c26MatchesExactPrefixHostDomainAndRange() {
        assertEquals(4, lines("url=" + STORY).size());
        assertEquals(4, lines("url=https://WWW.copies.example:443/story%23part").size(), "by its key");
        assertEquals(5, lines("url=" + STORY + "*").size());
        assertEquals(1, lines("url=" + STORY + "/&matchType=prefix").size());
        assertEquals(6, lines("url=copies.example&matchType=host").size());
        assertEquals(7, lines("url=copies.example&matchType=domain").size());
        assertEquals(7, lines("url=*.copies.example").size());
        assertEquals(
                List.of("example,copies)/story/picture.png 20200601000001"),
                keysAndTimes("url=" + STORY + "/&end=" + STORY + "0&matchType=range").stream()
                        .filter(line -> line.contains("/story/"))
                        .toList());
        List<String> all = lines("url=*.example");
        assertEquals(8, all.size());
        assertEquals(all.stream().sorted().toList(), all);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2020, 4",
        "from=2020&to=2020, 4",
        "to=2020, 4",
        "from=202006, 3",
        "from=202006&to=202006, 2",
        "from=20200601&to=20200601, 1",
        "to=20200601000000, 2",
        "from=20201201123015&to=20201201123015, 1",
        "from=2021, 0",
    })
    void c27PadsDatesAndCountsBothEnds(String dates, int count) {
        assertEquals(count, lines("url=" + STORY + "&" + dates).size());
    }

    @Test
    void c28SortsAndLimits() {
        List<String> forward = List.of("20200101000000", "20200601000000", "20200615120000", "20201201123015");
        List<String> backward = new ArrayList<>(forward);
        java.util.Collections.reverse(backward);
        assertEquals(forward, times("url=" + STORY));
        assertEquals(backward, times("url=" + STORY + "&sort=reverse"));
        assertEquals(forward.subList(0, 2), times("url=" + STORY + "&limit=2"));
        assertEquals(backward.subList(0, 1), times("url=" + STORY + "&limit=-1"));
        assertEquals(
                List.of("20200601000000", "20200615120000", "20200101000000", "20201201123015"),
                times("url=" + STORY + "&sort=closest&closest=20200604"));
        assertEquals(List.of("20200101000000"), times("url=" + STORY + "&closest=19990101000000&limit=1"));
        List<String> prefix = keysAndTimes("url=copies.example*");
        List<String> reversed = new ArrayList<>(keysAndTimes("url=copies.example*&sort=reverse"));
        java.util.Collections.reverse(reversed);
        assertEquals(prefix, reversed);
    }

    /** Who asks for the closest shows it, as pywb does; of an answer of 304 that is an empty page. */
    @Test
    void c34AnAnswerOf304IsNeverTheClosest() {
        String url = "url=http://steady.test/";
        assertEquals(List.of("20200101000000", "20200301000000", "20210101000000"), times(url));
        assertEquals(List.of("20200101000000", "20210101000000"), times(url + "&sort=closest&closest=20200301"));
    }

    @ParameterizedTest
    @CsvSource({
        "=status:200, 3",
        "!=status:200, 1",
        "!status:404, 3",
        "~status:2.., 3",
        "!~status:[23].., 1",
        "status:40, 1",
        "mime:html, 3",
        "=mime:warc/revisit, 1",
        "=mimetype:text/html, 3",
        "~digest:sha1:[A-Z2-7]{32}, 4",
        "=nosuch:-, 4",
    })
    void c29Filters(String filter, int count) {
        assertEquals(count, lines("url=" + STORY + "&filter=" + encoded(filter)).size());
    }

    @Test
    void c29FiltersAreAllPassedAndCostNoMoreThanTheirLength() {
        assertEquals(
                2,
                lines("url=" + STORY + "&filter==status:200&filter=!=mime:warc/revisit")
                        .size());
        String evil = encoded("~url:" + "(a+)+".repeat(20) + "$");
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> lines("url=" + STORY + "&filter=" + evil));
        assertEquals(
                400, ask("cdx?url=" + STORY + "&filter=" + encoded("~url:(")).statusCode());
        assertEquals(400, ask("cdx?url=" + STORY + "&filter=status").statusCode());
    }

    @Test
    void c30WritesEveryForm() throws IOException {
        String one = "url=" + STORY + "&limit=1";
        String cdxj = lines(one).get(0);
        assertTrue(cdxj.startsWith("example,copies)/story 20200101000000 {"), cdxj);
        JsonNode json = JSON.readTree(lines(one + "&output=json").get(0));
        assertEquals("example,copies)/story", json.get("urlkey").textValue());
        assertEquals(STORY, json.get("url").textValue());
        assertEquals(TestWarc.sha1("<p>one"), json.get("digest").textValue());
        assertEquals(
                List.of("example,copies)/story 20200101000000 " + STORY + " text/html 200 " + TestWarc.sha1("<p>one")
                        + " - - " + json.get("length").textValue() + " 0 test.warc.gz"),
                lines(one + "&output=text"));
        assertEquals(List.of("20200101000000 200"), lines(one + "&output=text&fl=timestamp,status"));
        assertEquals(
                "{\"status\":\"200\",\"url\":\"" + STORY + "\"}",
                lines(one + "&output=json&fields=status,url").get(0));
        assertEquals(
                List.of("<" + server.url() + "web/20200101000000mp_/" + STORY
                        + ">; rel=\"memento\"; datetime=\"Wed, 01 Jan 2020 00:00:00 GMT\","),
                lines(one + "&output=link"));
    }

    @Test
    void c30WritesTheFormsOfTheWaybackMachine() throws IOException {
        JsonNode table = JSON.readTree(
                ask("cdx/search/cdx?output=json&limit=2&url=" + STORY).body());
        assertEquals(3, table.size());
        assertEquals("urlkey", table.get(0).get(0).textValue());
        assertEquals("20200601000000", table.get(2).get(1).textValue());
        assertEquals(
                table,
                JSON.readTree(ask("cdx?flavour=wayback&output=json&limit=2&url=" + STORY)
                        .body()));
        assertEquals(
                "[]\n",
                ask("cdx/search/cdx?output=json&url=http://none.example/").body());
        assertEquals(
                3,
                ask("cdx/search/cdx?filter=statuscode:2..&url=" + STORY)
                        .body()
                        .lines()
                        .count());
        assertEquals("1\n", ask("cdx/search/cdx?showNumPages=true&url=" + STORY).body());
    }

    @Test
    void c31CollapsesAndResolvesRevisits() throws IOException {
        assertEquals(List.of("20200101000000"), times("url=" + STORY + "&collapseTime=4"));
        assertEquals(3, lines("url=" + STORY + "&collapse=timestamp:6").size());
        assertEquals(3, lines("url=" + STORY + "&collapse=digest").size());
        String plain = lines("url=" + STORY + "&filter==mime:warc/revisit&resolveRevisits=true")
                .get(0);
        JsonNode revisit = JSON.readTree(plain.substring(plain.indexOf('{')));
        String second = lines("url=" + STORY + "&from=202006&limit=1").get(0);
        JsonNode original = JSON.readTree(second.substring(second.indexOf('{')));
        assertEquals("test.warc.gz", revisit.get("orig.filename").textValue());
        assertEquals(original.get("offset"), revisit.get("orig.offset"));
        assertEquals(original.get("length"), revisit.get("orig.length"));
    }

    @Test
    void c32GivesPages() throws IOException {
        JsonNode pages = JSON.readTree(
                ask("cdx?showNumPages=true&pageSize=3&url=" + STORY).body());
        assertEquals(2, pages.get("pages").intValue());
        List<String> both = new ArrayList<>(times("pageSize=3&page=0&url=" + STORY));
        assertEquals(3, both.size());
        both.addAll(times("pageSize=3&page=1&url=" + STORY));
        assertEquals(times("url=" + STORY), both);
        assertEquals(400, ask("cdx?pageSize=3&page=2&url=" + STORY).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "url=http://a.example/&output=xml",
        "url=http://a.example/&matchType=fuzzy",
        "url=http://a.example/&sort=closest",
        "url=http://a.example/&limit=many",
        "url=http://a.example/&from=1",
        "output=json"
    })
    void c33SaysWhatItDoesNotUnderstand(String query) throws IOException {
        HttpResponse<String> reply = ask("cdx?" + query);
        assertEquals(400, reply.statusCode());
        assertEquals(
                "application/json", reply.headers().firstValue("Content-Type").orElse(""));
        assertTrue(JSON.readTree(reply.body()).has("message"), reply.body());
    }

    @Test
    void c33HasNothingToSayOfUnknownAddresses() {
        assertEquals(List.of(), lines("url=http://none.example/"));
        assertEquals(List.of(), lines("url=http://none.example/&output=json"));
    }

    @Test
    void c22ListsAnswersToOtherMethodsUnderTheRequestThatTheyAnswer() {
        assertEquals(List.of(), lines("url=http://copies.example/x"), "a GET would be answered wrongly");
        String line = lines("url=" + encoded("http://copies.example/x?__wb_method=POST&b=2&a=1"))
                .get(0);
        assertTrue(line.startsWith("example,copies)/x?__wb_method=post&a=1&b=2 20210201000000 {"), line);
        assertTrue(line.contains("\"method\":\"POST\""), line);
    }
}
