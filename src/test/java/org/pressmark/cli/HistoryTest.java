package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.testing.TestWayback.archived;
import static org.pressmark.testing.TestWayback.sha1;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;
import org.pressmark.testing.TestWayback;
import org.pressmark.web.ArchiveHall;
import org.pressmark.web.WebServer;

/** The versions that another archive kept: what it lists, what it gives, and what is kept of it here. */
final class HistoryTest {
    private static final String ARCHIVE = "archive.example";
    private static final String URL = "http://paper.example/story";

    @TempDir
    private Path folder;

    private final TestPress press = TestPress.open();
    private final TestWayback wayback = new TestWayback(press, ARCHIVE, URL);

    @AfterEach
    void close() {
        press.close();
    }

    private static String story(String words) {
        return "<title>Harbour</title><h1>Harbour closed</h1><p>The harbour was closed on Tuesday after the storm had"
                + " torn "
                + words + " from their rails.</p>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }

    private Console.Run history(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "history",
                URL,
                "--from",
                "http://" + ARCHIVE,
                "--delay",
                "0",
                "--connect-to",
                press.connectTo(ARCHIVE)));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    private static List<String> states(Console.Run run) {
        List<String> out = new ArrayList<>();
        Json.parse(run.out())
                .path("mementos")
                .forEach(row -> out.add(row.path("state").asText()));
        return out;
    }

    private JsonNode stored(int number) {
        return Json.parse(run("list", URL, "--json").out()).path("captures").path(number);
    }

    @Test
    void keepsEachUnderItsOwnDateWithThatArchiveAsWitness() {
        wayback.html("20200503100000", story("two cranes")).html("20210704120000", story("three cranes"));
        Console.Run run = history();
        assertEquals(0, run.code(), run.toString());
        JsonNode first = stored(0);
        assertEquals("2020-05-03T10:00:00Z", first.path("date").asText());
        assertEquals("memento", first.path("kind").asText());
        assertEquals(ARCHIVE, first.path("witness").asText());
        assertEquals(URL, first.path("url").asText());
        Console.Run head = run("replay", URL + "@first", "--headers");
        assertTrue(head.out().contains("server: Apache/2.2"), head.toString());
        assertTrue(head.out().contains("etag: \"20200503100000\""), head.out());
        assertFalse(head.out().contains("nginx"), head.out());
        assertTrue(run("compare", URL + "@first", URL).out().contains("three"), "versions compare");
        assertTrue(run("list", URL).out().contains("via archive " + ARCHIVE));
        assertTrue(run("show", URL).out().contains("seen by"));
        assertTrue(
                run("trace", URL).out().contains("captured 3 May 2020 by " + ARCHIVE),
                run("trace", URL).out());
        assertEquals(0, run("verify").code(), run("verify").toString());
        assertEquals(0, run("rebuild", "--check").code());
    }

    @Test
    void goesOnWhereItWasAndFetchesNothingTwice() {
        wayback.html("20200503100000", story("two"))
                .html("20210704120000", story("three"))
                .html("20220101000000", story("four"));
        Console.Run some = history("--limit", "2", "--json");
        assertEquals(List.of("stored", "stored"), states(some), some.toString());
        assertEquals(1, Json.parse(some.out()).path("left").asInt());
        assertEquals(List.of("known", "known", "stored"), states(history("--json")));
        assertEquals(1, press.requests(ARCHIVE, "/web/20200503100000id_/" + URL).size());
    }

    @Test
    void choosesByTimeAndLeavesOutWhatRepeats() {
        wayback.html("20200503100000", story("two"))
                .html("20200504100000", story("two"))
                .html("20210704120000", story("three"));
        assertEquals(List.of("listed", "listed"), states(history("--list", "--json")));
        assertEquals(
                3, states(history("--list", "--json", "--collapse", "none")).size());
    }

    @Test
    void aPayloadThatIsNotTheOneListedIsKeptAndSaid() {
        wayback.with(
                "20200503100000",
                "200",
                "text/html",
                sha1(bytes("something else")),
                archived("20200503100000", "200 OK", "text/html", "", bytes(story("two"))));
        Console.Run run = history();
        assertTrue(run.out().contains("not the one that the list states"), run.toString());
    }

    @Test
    void aBodyThatIsStoredCompressedStaysSo() throws IOException {
        byte[] plain = bytes(story("two"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        wayback.with(
                        "20200503100000",
                        "200",
                        "text/html",
                        sha1(packed.toByteArray()),
                        archived(
                                "20200503100000",
                                "200 OK",
                                "text/html",
                                "x-archive-orig-content-encoding: gzip\r\n",
                                packed.toByteArray()))
                .with(
                        "20200504100000",
                        "200",
                        "text/html",
                        sha1(plain),
                        archived(
                                "20200504100000",
                                "200 OK",
                                "text/html",
                                "x-archive-orig-content-encoding: gzip\r\n",
                                plain));
        Console.Run run = history();
        assertFalse(run.out().contains("states the digest"), run.out());
        assertEquals(packed.size(), stored(0).path("payloadLength").asInt(), "still compressed");
        for (String capture : List.of("@first", "@latest")) {
            assertTrue(run("replay", URL + capture).out().contains("two from their rails"), capture);
        }
        assertTrue(press.requests(ARCHIVE, "/web/20200503100000id_/" + URL)
                .get(0)
                .header("Accept-Encoding")
                .filter("identity"::equals)
                .isPresent());
    }

    @Test
    void archivedErrorsAndRedirectsAreCapturesThoseOfTheArchiveAreNot() {
        wayback.with(
                        "20190101000000",
                        "404",
                        "text/html",
                        "-",
                        archived("20190101000000", "404 Not Found", "text/html", "", bytes("gone")))
                .with(
                        "20190201000000",
                        "301",
                        "text/html",
                        "-",
                        archived(
                                "20190201000000",
                                "301 Moved",
                                "text/html",
                                "Location: http://" + ARCHIVE + "/web/20190201000000id_/http://paper.example/new\r\n",
                                new byte[0]))
                .with("20190301000000", "200", "text/html", "-", Reply.status(404))
                .with("20190401000000", "200", "text/html", "-", Reply.redirect("/web/20190402000000id_/" + URL));
        press.page(
                ARCHIVE,
                "/web/20190402000000id_/" + URL,
                archived("20190402000000", "200 OK", "text/html", "", bytes(story("two"))));
        Console.Run run = history("--json");
        assertEquals(List.of("stored", "stored", "failed", "stored"), states(run), run.toString());
        assertEquals(ExitCode.PARTIAL.code(), run.code());
        assertEquals(404, stored(0).path("status").asInt());
        assertEquals("http://paper.example/new", stored(1).path("redirect").asText());
        assertEquals("2019-04-02T00:00:00Z", stored(2).path("date").asText());
    }

    @Test
    void aCaptureThatIsListedUnderTwoAddressesIsKeptOnce() {
        String secure = URL.replace("http:", "https:");
        String stamp = "20200503100000";
        byte[] body = bytes(story("two"));
        wayback.under(URL, stamp, "200", "text/html", sha1(body), archived(stamp, "200 OK", "text/html", "", body))
                .under(secure, stamp, "200", "text/html", sha1(body), archived(stamp, "200 OK", "text/html", "", body));
        assertEquals(List.of("stored", "known"), states(history("--json", "--collapse", "none")));
        assertEquals(List.of("known", "known"), states(history("--json", "--collapse", "none")));
        assertEquals(1, captures());
    }

    @Test
    void aCaptureThatAnArchiveGivesForTwoOfItsRowsIsKeptOnce() {
        String slash = URL + "/";
        String stamp = "20200503100000";
        String link = "Link: <" + slash + ">; rel=\"original\"\r\n";
        Reply one = archived(stamp, "200 OK", "text/html", link, bytes(story("two")));
        wayback.under(URL, stamp, "200", "text/html", "-", one)
                .under(slash, "20200503100001", "200", "text/html", "-", one);
        assertEquals(List.of("stored", "known"), states(history("--json")));
        assertEquals(List.of("known", "known"), states(history("--json")));
        assertEquals(1, captures());
    }

    @Test
    void aRedirectAndWhatItLedToInTheSameSecondAreTwo() {
        String secure = URL.replace("http:", "https:");
        String stamp = "20200503100000";
        String to = "Location: http://" + ARCHIVE + "/web/" + stamp + "id_/" + secure + "\r\n";
        wayback.under(
                        URL,
                        stamp,
                        "301",
                        "text/html",
                        "-",
                        archived(
                                stamp,
                                "301 Moved",
                                "text/html",
                                "x-archive-orig-location: " + secure + "\r\n" + to,
                                new byte[0]))
                .under(
                        secure,
                        stamp,
                        "200",
                        "text/html",
                        "-",
                        archived(stamp, "200 OK", "text/html", "", bytes(story("two"))));
        history("--limit", "1");
        history();
        assertEquals(2, captures());
    }

    private int captures() {
        return Json.parse(run("list", URL, "--json").out()).path("captures").size();
    }

    /** As pywb leads from {@code http://iana.org} to {@code http://iana.org/}, and gives {@code http://www.iana.org/} there. */
    @Test
    void aRedirectToTheSameAddressIsTheArchivesAndWhatItNamesIsTheOriginal() {
        String bare = "http://paper.example";
        TestWayback front = new TestWayback(press, ARCHIVE, bare + "/");
        press.page(
                ARCHIVE, "/web/20190501000000id_/" + bare, Reply.redirect(307, "/web/20190501000000id_/" + bare + "/"));
        String www = "http://www.paper.example/";
        front.with(
                "20190501000000",
                "302",
                "text/html",
                "-",
                archived(
                        "20190501000000",
                        "200 OK",
                        "text/html",
                        "Link: <" + www + ">; rel=\"original\", <http://x.example/>; rel=\"timegate\"\r\n",
                        bytes(story("two"))));
        press.page(
                ARCHIVE,
                "/cdx/search/cdx?url=http%3A%2F%2Fpaper.example%2F&output=json&gzip=false&limit=5000",
                Reply.content(
                        "application/json",
                        bytes("[[\"timestamp\",\"original\",\"statuscode\"],[\"20190501000000\",\"" + bare
                                + "\",\"302\"]]")));
        Console.Run run = run(
                "history",
                bare,
                "--from",
                "http://" + ARCHIVE,
                "--delay",
                "0",
                "--connect-to",
                press.connectTo(ARCHIVE),
                "--json");
        assertEquals(List.of("stored"), states(run), run.toString());
        JsonNode capture =
                Json.parse(run("list", bare, "--json").out()).path("captures").path(0);
        assertEquals(200, capture.path("status").asInt(), "no 307 was ever archived");
        assertEquals(www, capture.path("url").asText());
    }

    @Test
    void whatSaysItselfThatItIsNotThePageIsNoVersion() {
        wayback.html("20200502100000", story("two"));
        wayback.html("20200503100000", "<title>Page not found</title><h1>404 - Page not found</h1><p>It is gone.</p>");
        assertEquals(List.of("stored", "stored"), states(history("--json")));
        assertEquals("wall", stored(1).path("role").asText());
        assertEquals(
                1, Json.parse(run("list", URL, "--json").out()).path("versions").size());
    }

    @Test
    void anArchiveThatHasEnoughIsWaitedFor() {
        wayback.with(
                "20200503100000",
                "200",
                "text/html",
                "-",
                Reply.answer("429 Too Many", "Retry-After: 1\r\n", bytes("later")),
                archived("20200503100000", "200 OK", "text/html", "", bytes(story("two"))));
        Console.Run run = history("--json");
        assertEquals(List.of("stored"), states(run), run.toString());
        assertEquals(200, stored(0).path("status").asInt(), "not the 429");
    }

    @Test
    void anArchiveThatHasNothingOrNoListIsToldApart() {
        wayback.html("20200503100000", story("two"));
        Console.Run none = run(
                "history",
                "http://paper.example/other",
                "--from",
                "http://" + ARCHIVE + "/timemap/link",
                "--connect-to",
                press.connectTo(ARCHIVE));
        assertEquals(ExitCode.USAGE.code(), none.code(), none.toString());
        press.page(ARCHIVE, "/robots.txt", Reply.text("User-agent: *\nDisallow: /web/\n"));
        Console.Run refused = history("--json");
        assertEquals(List.of("failed"), states(refused), refused.toString());
        assertTrue(refused.out().contains("Disallow: /web/"), refused.out());
    }

    @Test
    void ourOwnServerIsReadAsAnyOther() throws IOException {
        press.page("paper.example", "/story", Reply.html(story("two cranes")), Reply.html(story("three cranes")));
        Path other = folder.resolve("other");
        for (int i = 0; i < 2; i++) {
            new Console()
                    .run(
                            "capture",
                            URL,
                            "--delay",
                            "0",
                            "--archive",
                            other.toString(),
                            "--connect-to",
                            press.connectTo("paper.example"));
        }
        Settings settings =
                Settings.defaults().with(Map.of(Setting.ARCHIVE_DIR, new Settings.Value(other.toString(), "test")));
        try (Pipeline house = Pipeline.open(settings, "test", finding -> {});
                WebServer server = WebServer.start(new ArchiveHall(house), "127.0.0.1", 0)) {
            Console.Run run = run(
                    "history", URL, "--from", server.url(), "--delay", "0", "--allow-address", "127.0.0.1", "--json");
            assertFalse(states(run).isEmpty(), run.toString());
            assertEquals(0, run.code(), run.toString());
            assertTrue(run("history", URL, "--from", server.url()).err().contains("127.0.0.1"), "the guard holds");
        }
        assertTrue(
                stored(0).path("witness").asText().startsWith("127.0.0.1:"),
                stored(0).toString());
        assertTrue(run("replay", URL + "@first").out().contains("two cranes"));
    }
}
