package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** Another archive that is broken or means harm: bounded, said, and nothing kept under a wrong date or address. */
final class HostileArchiveTest {
    private static final String ARCHIVE = "archive.example";
    private static final String URL = "http://paper.example/story";
    private static final String LIST = "/timemap/link/" + URL;
    private static final String PAGE =
            "<title>Harbour</title><h1>Harbour closed</h1><p>The harbour was closed on Tuesday.</p>";

    @TempDir
    private Path folder;

    private final TestPress press = TestPress.open();

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void aTimeMapInALoopEnds() {
        press.page(ARCHIVE, LIST, list(memento("20200101000000"), more("/timemap/2"), more(LIST)))
                .page(ARCHIVE, "/timemap/2", list(more("/timemap/2#again"), more(LIST), memento("20200102000000")));
        give("20200101000000", "Wed, 01 Jan 2020 00:00:00 GMT");
        give("20200102000000", "Thu, 02 Jan 2020 00:00:00 GMT");
        Console.Run run = history();
        assertEquals(List.of("stored", "stored"), states(run), run.toString());
        assertEquals(1, press.requests(ARCHIVE, "/timemap/2").size());
    }

    @Test
    void anEndlessTimeMapIsCutAndSaid() {
        press.page("*", "/never", Reply.status(404));
        press.page(ARCHIVE, LIST, list(memento("20200101000000"), more("/endless/0")));
        for (int i = 0; i < 600; i++) {
            press.page(ARCHIVE, "/endless/" + i, list(more("/endless/" + (i + 1))));
        }
        give("20200101000000", "Wed, 01 Jan 2020 00:00:00 GMT");
        Console.Run run = history();
        assertEquals(List.of("stored"), states(run), run.toString());
        assertTrue(run.out().contains("has no end"), run.out());
    }

    @Test
    void whatIsDatedBeforeTheWebOrTomorrowIsNotKept() {
        press.page(
                ARCHIVE, LIST, list(memento("20200101000000"), memento("20200102000000"), memento("20200103000000")));
        give("20200101000000", "Thu, 01 Jan 2099 00:00:00 GMT");
        give("20200102000000", "Thu, 01 Jan 1970 00:00:00 GMT");
        give("20200103000000", "Wed, 01 Jan 2020 10:00:00 GMT");
        Console.Run run = history();
        assertEquals(List.of("failed", "failed", "stored"), states(run), run.toString());
        assertTrue(run.out().contains("which cannot be"), run.out());
        assertTrue(
                run.out().contains("gave its capture of 2020-01-01T10:00:00Z"),
                "the contradiction is said: " + run.out());
        assertEquals(List.of("2020-01-01T10:00:00Z"), dates(URL));
    }

    @Test
    void nothingIsKeptUnderAnotherPagesAddress() {
        String victim = "http://victim.example/front";
        press.page(
                ARCHIVE,
                LIST,
                list(
                        "<" + victim + ">; rel=\"original\"",
                        memento("20200101000000"),
                        "<http://" + ARCHIVE
                                + "/web/20200102000000/" + victim
                                + ">; rel=\"memento\"; datetime=\"Thu, 02 Jan 2020 00:00:00 GMT\""));
        Console.Run run = history();
        assertEquals(ExitCode.NOT_FOUND.code(), run.code(), run.toString());
        assertEquals(List.of(), dates(victim));
        press.page(ARCHIVE, "/cdx", Reply.text("x"));
        press.page(
                ARCHIVE,
                "/cdx?url=http%3A%2F%2Fpaper.example%2Fstory&output=json&gzip=false&limit=5000",
                Reply.text(
                        "[[\"timestamp\",\"original\"],[\"20200101000000\",\"" + victim + "\"],[\"99999999999999\",\""
                                + URL
                                + "\"],[\"nonsense\",null],7,[],[\"20200103000000\",\"https://www.paper.example:443/story/\"]]"));
        press.page(
                ARCHIVE,
                "/web/20200103000000id_/https://www.paper.example:443/story/",
                mementoReply("Fri, 03 Jan 2020 00:00:00 GMT"));
        Console.Run rows = history("http://" + ARCHIVE + "/cdx");
        assertEquals(List.of("stored"), states(rows), rows.toString());
        assertTrue(rows.out().contains("1 entries of the list are of other pages"), rows.out());
    }

    @Test
    void oneThatMayNotBeAskedDoesNotHoldUpTheOthers() {
        press.page(
                ARCHIVE,
                LIST,
                list(
                        "<http://127.0.0.1:1/web/20200101000000/" + URL
                                + ">; rel=memento; datetime=\"Wed, 01 Jan 2020 00:00:00 GMT\"",
                        memento("20200102000000"),
                        memento("20200103000000")));
        press.page(ARCHIVE, "/web/20200102000000id_/" + URL, Reply.status(502));
        give("20200103000000", "Fri, 03 Jan 2020 00:00:00 GMT");
        Console.Run run = history();
        assertEquals(List.of("failed", "failed", "stored"), states(run), run.toString());
        assertTrue(run.out().contains("127.0.0.1"), run.out());
    }

    @Test
    void aMementoThatLeadsToAPrivateAddressIsNotFollowed() {
        press.page(ARCHIVE, LIST, list(memento("20200101000000")));
        press.page(
                ARCHIVE,
                "/web/20200101000000id_/" + URL,
                Reply.redirect("http://127.0.0.1:" + press.port() + "/web/20200101000000id_/" + URL));
        Console.Run run = history();
        assertEquals(List.of("failed"), states(run), run.toString());
        assertTrue(press.requests().stream().noneMatch(request -> request.host().startsWith("127.")));
    }

    @Test
    void anErrorPageUnder200IsNoList() {
        press.page(
                ARCHIVE,
                LIST,
                Reply.html(
                        "<!doctype html><title>Sorry</title><a href=x rel=memento>one</a><link rel=\"memento\" href=y>"));
        Console.Run run = history();
        assertEquals(ExitCode.USAGE.code(), run.code(), run.toString());
        assertTrue(run.err().contains("no list of captures was found"), run.err());
    }

    @Test
    void aListThatSwellsIsCutAndSaid() throws IOException {
        String first = String.join(",\n", "<" + URL + ">; rel=\"original\"", memento("20200101000000")) + ",\n";
        press.page(
                ARCHIVE,
                LIST,
                Reply.answer(
                        "200 OK",
                        "Content-Type: application/link-format\r\nContent-Encoding: gzip\r\n",
                        bomb(first, 200 << 20)));
        give("20200101000000", "Wed, 01 Jan 2020 00:00:00 GMT");
        Console.Run run = history();
        assertEquals(List.of("stored"), states(run), run.toString());
        assertTrue(run.out().contains("the list was cut"), run.out());
    }

    @Test
    void aHundredThousandCapturesAreTakenAFewAtATime() {
        StringBuilder rows = new StringBuilder("<" + URL + ">; rel=\"original\"");
        for (int i = 0; i < 100_000; i++) {
            rows.append(",\n<http://")
                    .append(ARCHIVE)
                    .append("/web/")
                    .append(20000101000000L
                            + i % 60
                            + i / 60 % 60 * 100L
                            + i / 3600 * 10000L % 240000L
                            + i / 86400 * 1000000L)
                    .append('/')
                    .append(URL)
                    .append(">; rel=memento; datetime=\"Sat, 01 Jan 2000 00:00:00 GMT\"");
        }
        press.page(
                ARCHIVE,
                LIST,
                Reply.content("application/link-format", rows.toString().getBytes(StandardCharsets.UTF_8)));
        press.page("*", "/robots.txt", Reply.status(404));
        Console.Run run = history("http://" + ARCHIVE + "/timemap/link", "--limit", "3");
        JsonNode said = Json.parse(run.out());
        assertEquals(100_000, said.path("listed").asInt(), run.err());
        assertEquals(99_997, said.path("left").asInt());
        assertFalse(run.err().contains("fault of Pressmark"), run.err());
    }

    private static String memento(String stamp) {
        String date = stamp.substring(0, 4) + "-" + stamp.substring(4, 6) + "-" + stamp.substring(6, 8);
        return "<http://" + ARCHIVE + "/web/" + stamp + "/" + URL + ">; rel=\"memento\"; datetime=\"" + date
                + "T00:00:00Z\"";
    }

    private static String more(String path) {
        return "<http://" + ARCHIVE + path + ">; rel=\"timemap\"; type=\"application/link-format\"";
    }

    private static Reply list(String... links) {
        String text = "<" + URL + ">; rel=\"original\",\n" + String.join(",\n", links);
        return Reply.content("application/link-format", text.getBytes(StandardCharsets.UTF_8));
    }

    private void give(String stamp, String date) {
        press.page(ARCHIVE, "/web/" + stamp + "id_/" + URL, mementoReply(date));
    }

    private static Reply mementoReply(String date) {
        return Reply.answer(
                "200 OK",
                "Content-Type: text/html\r\nMemento-Datetime: " + date + "\r\n",
                PAGE.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bomb(String first, int spaces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(first.getBytes(StandardCharsets.UTF_8));
            byte[] blank = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < spaces; i += blank.length) {
                gzip.write(blank);
            }
        }
        return out.toByteArray();
    }

    private Console.Run history() {
        return history("http://" + ARCHIVE + "/timemap/link");
    }

    private Console.Run history(String from, String... more) {
        List<String> words = new ArrayList<>(List.of("history", URL, "--from", from, "--json", "--delay", "0"));
        words.addAll(List.of("--connect-to", press.connectTo(ARCHIVE), "--archive", archive()));
        words.addAll(List.of(more));
        return new Console().run(words.toArray(String[]::new));
    }

    private List<String> dates(String url) {
        List<String> out = new ArrayList<>();
        Console.Run list = new Console().run("list", url, "--json", "--archive", archive());
        if (list.code() == 0) {
            Json.parse(list.out())
                    .path("captures")
                    .forEach(capture -> out.add(capture.path("date").asText()));
        }
        return out;
    }

    private String archive() {
        return folder.resolve("warcs").toString();
    }

    private static List<String> states(Console.Run run) {
        List<String> out = new ArrayList<>();
        Json.parse(run.out())
                .path("mementos")
                .forEach(row -> out.add(row.path("state").asText()));
        return out;
    }
}
