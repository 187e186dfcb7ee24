package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;
import org.pressmark.testing.TestWarc;

/** A page that was edited 44 times, and captured 550 times: no answer holds it all, every text can be reached. */
final class LongHistoryTest {
    private static final String URL = "http://often.example/front?a=1";
    private static final int TEXTS = 45;
    private static final int SAME = 505;

    @TempDir
    private static Path folder;

    private static @Nullable ReplayServer server;

    @BeforeAll
    static void open() throws IOException {
        TestWarc warc = new TestWarc();
        Instant day = Instant.parse("2021-01-01T00:00:00Z");
        for (int text = 1; text <= TEXTS; text++) {
            warc.page(URL, day.plusSeconds(86_400L * text).toString(), story(text));
        }
        for (int same = 1; same <= SAME; same++) {
            String original = day.plusSeconds(86_400L * TEXTS).toString();
            warc.revisit(URL, day.plusSeconds(86_400L * TEXTS + 60L * same).toString(), URL, original, story(TEXTS));
        }
        warc.page("http://gone.example/", "2021-05-01T00:00:00Z", story(1));
        warc.answer("http://gone.example/", "2021-05-02T00:00:00Z", "410 Gone", "text/html", story(2));
        server = ReplayServer.over(
                folder.resolve("archive"), ServeOptions.STANDARD, warc.write(folder.resolve("often.warc.gz")));
    }

    private static String story(int text) {
        return "<!doctype html><title>Front</title><article><h1>Harbour news</h1>"
                + "<p>The ministry said on Tuesday that the harbour would be closed for repairs, it was told.</p>"
                        .repeat(4)
                + "<p>By noon " + (100 + text) + " ships had been counted by the clerks of the harbour.</p></article>";
    }

    @AfterAll
    static void close() throws IOException {
        server().close();
    }

    private static ReplayServer server() {
        ReplayServer open = server;
        if (open == null) {
            throw new IllegalStateException("expected a server, found none");
        }
        return open;
    }

    private static String get(String path) throws IOException {
        ReplayServer.Got got = server().get(path);
        assertEquals(200, got.status(), path + "\n" + got.head());
        assertTrue(got.bytes().length < 200_000, path + ": " + got.bytes().length);
        return got.text();
    }

    private static List<String> numbers(Document page) {
        return page.select(".versions > li").eachAttr("value");
    }

    private static List<String> down(int from, int to) {
        return IntStream.rangeClosed(to, from)
                .map(number -> from + to - number)
                .mapToObj(String::valueOf)
                .toList();
    }

    @Test
    void everyTextIsReachedFromTheLastOnesOn() throws IOException {
        Document last = Jsoup.parse(get("/versions/" + URL));
        assertEquals(down(45, 26), numbers(last));
        assertEquals(20, last.select(".timeline .line .ring").size());
        assertTrue(last.select(".lead").text().contains("550 captures, 45 distinct texts"), last.text());
        assertTrue(last.select("#text-26").text().contains("number"), "set against the 25th, which is not shown");
        Document before = Jsoup.parse(get(last.select(".pager a[rel=next]").attr("href")));
        assertEquals(down(25, 6), numbers(before));
        Document first = Jsoup.parse(get(before.select(".pager a[rel=next]").attr("href")));
        assertEquals(down(5, 1), numbers(first));
        assertTrue(first.select("#text-1").text().contains("The first text"), first.text());
        assertEquals(List.of("Later texts"), first.select(".pager a").eachText());
        assertEquals(
                down(25, 6), numbers(Jsoup.parse(get(first.select(".pager a").attr("href")))));
    }

    @Test
    void thePageSaysWhatChangedLatelyAndLeadsToTheRest() throws IOException {
        Document page = Jsoup.parse(get("/page?url=" + URL.replace("?", "%3F")));
        assertEquals(
                down(45, 40),
                page.select("[aria-labelledby=texts-head] .versions > li").eachAttr("value"));
        assertEquals(
                down(39, 34),
                page.select("[aria-labelledby=grave-head] .versions > li").eachAttr("value"));
        assertTrue(page.select(".versions > li").get(0).text().contains("A number differs."), page.text());
        assertTrue(page.select(".versions > li a").attr("href").startsWith("/compare?a="), page.text());
        assertEquals("/versions/" + URL, page.select(".versions + p a").attr("href"));
    }

    @Test
    void theLineAndTheCalendarSayOfEveryTextHowGraveItsChangeWas() throws IOException {
        Document page = Jsoup.parse(get("/page?url=" + URL.replace("?", "%3F")));
        assertTrue(
                page.select(".timeline .line .ring.high").size() > 20,
                page.select(".timeline").html());
        assertEquals(0, page.select(".timeline .line .ring.none").size());
        assertEquals(44, page.select(".month .day.ring.high").size());
        assertEquals(1, page.select(".month .day.ring.none").size());
        assertTrue(
                page.select(".month .day.ring.high").get(0).attr("aria-label").contains("1 new text, high change"),
                page.select(".month").html());
    }

    @Test
    void aNarrowScreenHasALineOfItsOwnWhereFingersFindEachPoint() throws IOException {
        Document page = Jsoup.parse(get("/page?url=" + URL.replace("?", "%3F")));
        List<Double> places = page.select(".timeline .strip [cx], .timeline .strip a > svg").stream()
                .map(dot -> dot.attr("cx") + dot.attr("x"))
                .map(share -> Double.valueOf(share.replace("%", "")))
                .toList();
        assertTrue(places.size() > 4, places.toString());
        for (int i = 1; i < places.size(); i++) {
            assertTrue(places.get(i) - places.get(i - 1) > 100.0 * 24 / 362, places.toString());
        }
    }

    @Test
    void aPageThatIsEditedAllDayStandsOnceAmongTheEdits() throws IOException {
        Document page = Jsoup.parse(get("/edits"));
        assertEquals(1, page.select("main > .edits > li").size());
        assertEquals(
                "43 more edits of this page, the gravest high",
                page.select(".edits summary").text());
        assertEquals(43, page.select(".edits details li").size());
        assertTrue(page.select(".edits .gravest").get(0).text().contains("144"), page.text());
    }

    @Test
    void aSiteLeadsToItsPages() throws IOException {
        assertEquals(
                "/site?of=often.example", server().get("/go?what=often.example").header("Location"));
        Document site = Jsoup.parse(get("/site?of=often.example"));
        assertEquals(List.of("Harbour news"), site.select("tbody .what > a").eachText());
        assertEquals("/search?q=&site=often.example", site.select(".lead a").attr("href"));
        assertEquals("ascending", site.select("th:contains(Page)").attr("aria-sort"));
        Document sorted = Jsoup.parse(get(site.select("th:contains(Captures) a").attr("href")));
        assertEquals("descending", sorted.select("th:contains(Captures)").attr("aria-sort"));
        assertTrue(sorted.select(".lead").text().contains("those with most captures first"), sorted.text());
        ReplayServer.Got other = server().get("/page?url=http://often.example/other");
        assertEquals(404, other.status());
        assertTrue(other.text().contains("href=\"/site?of=often.example\""), other.text());
        assertEquals(404, server().get("/site?of=nowhere.example").status());
    }

    @Test
    void twoTimesAreComparedAsTheirCapturesAre() throws IOException {
        String escaped = "/compare?url=" + URL.replace("?", "%3F");
        Document days = Jsoup.parse(get(escaped + "&a=20210102&b=20210103000000"));
        assertEquals("A number differs.", days.select("h1").text());
        assertTrue(days.text().contains("101") && days.text().contains("102"), days.text());
        assertEquals(404, server().get(escaped + "&a=yesterday&b=20210103").status());
    }

    @Test
    void anAThatWasChosenGoesAlongToEveryPart() throws IOException {
        String page = "/page?url=" + URL.replace("?", "%3F");
        Document first = Jsoup.parse(get(page));
        assertEquals(50, first.select("input[name=a]").size());
        assertEquals(
                "/page#captures-head",
                first.select("form[action=/compare] button + input + button").attr("formaction"));
        Document chosen = Jsoup.parse(get(page + "&a=20210104"));
        assertTrue(
                chosen.select(".kept").text().startsWith("A is the capture of 2021-01-04 00:00 UTC."), chosen.text());
        for (String links : List.of("#captures-head ~ .pager a", ".month a[href^=/page]")) {
            assertTrue(
                    chosen.select(links).eachAttr("href").stream().allMatch(href -> href.contains("&a=20210104000000")),
                    links);
        }
        assertTrue(!chosen.select(".kept a:last-child").attr("href").contains("&a="), "is dropped by a link");
        Document older = Jsoup.parse(get(chosen.select(".pager a").attr("href").replaceFirst("#.*", "")));
        assertEquals(50, older.select("input[name=b]").size());
        assertEquals(List.of("hidden"), older.select("input[name=a]").eachAttr("type"));
        String compared = get("/compare?a=" + older.select("input[name=a]").val() + "&b="
                + older.select("input[name=b]").get(49).val());
        assertTrue(compared.contains("2021-01-04"), compared);
        String itself = older.select("input[name=a]").val();
        assertTrue(get(page + "&day=2021-01-04&a=" + itself).contains("<td>is A</td>"));
        assertEquals(
                0, Jsoup.parse(get(page + "&a=urn:uuid:none")).select(".kept").size());
    }

    @Test
    void aMonthIsShownByItself() throws IOException {
        Document page = Jsoup.parse(get("/page?url=" + URL.replace("?", "%3F") + "&month=2021-01"));
        assertEquals("All captures › January 2021", page.select(".zoom").text());
        assertEquals("of January 2021", page.select("#captures-head .quiet").text());
        assertEquals(30, page.select("input[name=b]").size());
        assertEquals(30, page.select(".timeline .line a").size());
        assertEquals(
                List.of("January 2021"),
                page.select(".month caption [aria-current]").eachText());
    }

    @Test
    void theArchivesPageLeadsToWhatNoCheckHasRead() throws IOException {
        Document page = Jsoup.parse(get("/archive"));
        String line = page.select("dt:contains(Oldest unverified) + dd").text();
        assertTrue(line.startsWith(URL + ", captured 2021-01-02 00:00 UTC, in often.warc.gz; "), line);
        assertTrue(line.endsWith("in 1 file never verified"), line);
        assertEquals(
                "/view/20210102000000/" + URL,
                page.select("dt:contains(Oldest unverified) + dd a").attr("href"));
    }

    @Test
    void aComparisonSaysWhichCopyIsAnErrorPage() throws IOException {
        Document page = Jsoup.parse(get("/compare?url=http://gone.example/&a=20210501000000&b=20210502000000"));
        assertEquals(
                List.of("2021-05-01 00:00 UTC", "2021-05-02 00:00 UTC, an error page (status 410)"),
                page.select(".copy dt:contains(captured) + dd").eachText());
    }

    @Test
    void longAnswersArePackedForWhoTakesThem() throws IOException {
        String path = "/versions/" + URL;
        ReplayServer.Got plain = server().get(path);
        ReplayServer.Got packed = server().get(path, "Accept-Encoding: br, gzip;q=0.5");
        assertEquals("", plain.header("Content-Encoding"));
        assertEquals("gzip", packed.header("Content-Encoding"));
        assertEquals("Accept-Encoding", packed.header("Vary"));
        assertTrue(packed.bytes().length < plain.bytes().length / 3, packed.head());
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            assertEquals(plain.text(), new String(gzip.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals("", server().get(path, "Accept-Encoding: gzip;q=0, br").header("Content-Encoding"));
        String memento = "/web/20210102000000mp_/" + URL;
        assertEquals("", server().get(memento, "Accept-Encoding: gzip").header("Content-Encoding"));
    }

    @Test
    void theFeedHasTheLastEdits() throws IOException {
        assertEquals(20, Jsoup.parse(get("/feed/page/" + URL)).select("entry").size());
    }

    @Test
    void programsGetItInParts() throws IOException {
        String asked = "?url=http%3A%2F%2Foften.example%2Ffront%3Fa%3D1";
        JsonNode captures = Json.parse(get("/api/v1/captures" + asked + "&from=44&limit=3"));
        assertEquals(550, captures.path("total").asInt());
        assertEquals(3, captures.path("captures").size());
        assertEquals(1, captures.path("versions").size(), "the one text that they have");
        assertEquals(45, captures.path("versions").get(0).path("number").asInt());
        JsonNode texts = Json.parse(get("/api/v1/versions" + asked + "&until=3&limit=2"));
        assertEquals(45, texts.path("texts").asInt());
        assertEquals(550, texts.path("captures").asInt());
        assertEquals(2, texts.path("versions").size());
        assertEquals(2, texts.path("steps").size());
        assertEquals(3, texts.path("steps").get(1).path("to").asInt());
    }
}
