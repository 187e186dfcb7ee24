package org.pressmark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.json.Json;
import org.pressmark.testing.GrownWarc;
import org.pressmark.testing.TestWarc;

/** The command line of replay, on an archive of a few captures that another program wrote. */
class ReplayTest {
    private static final String STORY = "http://paper.example/story";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
    private static final String[] DATES = {"2024-03-01T10:00:00Z", "2024-03-05T10:00:00Z", "2024-06-01T10:00:00Z"};

    @TempDir
    private Path folder;

    @BeforeEach
    void importCaptures() throws IOException {
        GrownWarc warc = GrownWarc.gzip();
        String[] numbers = {"twelve", "twenty", "twenty"};
        for (int i = 0; i < DATES.length; i++) {
            warc.answer(
                    STORY,
                    DATES[i],
                    HEAD + "X-Try: " + i + "\r\n",
                    story(numbers[i]).getBytes(UTF_8));
        }
        warc.answer(
                STORY,
                "2024-04-01T10:00:00Z",
                "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\n",
                "<p>later</p>".getBytes(UTF_8));
        warc.answer(
                "http://paper.example/ship.png",
                "2024-03-04T10:00:00Z",
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n",
                new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        warc.answer(
                "http://paper.example/packed",
                DATES[0],
                HEAD + "Content-Encoding: gzip\r\n",
                gzip("<p>unpacked words</p>".getBytes(UTF_8)));
        warc.page("http://paper.example/@anna", DATES[0], "<p>Anna's page</p>");
        warc.page("http://paper.example/x@2024", DATES[0], "<p>an odd address</p>");
        Path file = warc.write(folder.resolve("crawl.warc.gz"));
        assertEquals(0, run("import", file.toString()).code());
    }

    @Test
    void aSingleFileHoldsTheIconsOfOtherFiles() throws Exception {
        String page = "http://icons.example/page";
        Path file = new TestWarc()
                .page(page, "2024-03-01T12:00:00Z", "<body><svg><use xlink:href=/icons.svg#ship /></svg></body>")
                .answer(
                        "http://icons.example/icons.svg",
                        "2024-03-01T12:00:01Z",
                        "200 OK",
                        "image/svg+xml",
                        "<svg><g id='ship' onload='x()'><path d='M1 2'/></g><g id='other'/></svg>")
                .write(folder.resolve("icons.warc.gz"));
        assertEquals(0, run("import", file.toString()).code());
        Path single = folder.resolve("icons.html");
        Path shown = folder.resolve("shown.html");
        assertEquals(0, run("export", "--html", page, single.toString()).code());
        assertEquals(0, run("replay", page, "--html-single", shown.toString()).code());
        for (Path made : List.of(single, shown)) {
            String html = Files.readString(made);
            assertTrue(html.contains("<use xlink:href=#pressmark-sprite-0-0 />"), html);
            assertTrue(html.contains("<defs><g id=\"pressmark-sprite-0-0\"><path d=\"M1 2\"></path></g></defs>"), html);
        }
    }

    private static String story(String number) {
        return "<html><head><title>Harbour closes</title></head><body><article><h1>Harbour closes</h1>"
                + "<p>The ministry said on Tuesday that the harbour would be closed for repairs until the autumn.</p>"
                + "<p>\"We have counted " + number + " ships outside,\" Anna Berg said, and the port stayed shut.</p>"
                + "<p><a href=\"/packed\">More</a> <a href=\"http://gone.example/\">Elsewhere</a>"
                + "<img src=\"/ship.png\" alt=\"A ship\"></p></article></body></html>";
    }

    @ParameterizedTest
    @CsvSource({
        "'',0,2024-06-01",
        "@latest,0,2024-06-01",
        "@first,0,2024-03-01",
        "@2024-03,0,2024-03-01",
        "@2024-03-05,0,2024-03-05",
        "@2024-03-05T10:00,0,2024-03-05",
        "@2024-03-04,3,2024-03-05",
        "@2024-05-31,3,2024-06-01",
        "@20240302,3,2024-03-01",
        "@2023,3,2024-03-01",
        "@2024-04-01T10:00:00Z,0,2024-04-01",
    })
    void timesChooseCaptures(String when, int code, String date) {
        Console.Run run = run("replay", STORY + when, "--json");
        assertEquals(code, run.code(), run.toString());
        assertTrue(Json.parse(run.out()).path("date").asText().startsWith(date), run.out());
        assertTrue(run.err().contains("capture of " + date) && run.err().contains("address exact"), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--before 2024-03-05,0,2024-03-01",
        "--before 2024-03-06,0,2024-03-05",
        "--after 2024-03-01,0,2024-03-05",
        "--after 2024-03 --before 2024-07,0,2024-06-01",
        "--before 2024,4,no capture between",
        "--before nonsense,2,no time that can be read",
    })
    void boundsLeaveSome(String options, int code, String said) {
        Console.Run run = run(Stream.concat(Stream.of("replay", STORY), Stream.of(options.split(" ", -1)))
                .toArray(String[]::new));
        assertEquals(code, run.code(), run.toString());
        assertTrue(run.err().contains(said), run.err());
    }

    @Test
    void onlyWhatIsAskedForOrNear() {
        assertEquals(4, run("replay", STORY + "@2024-03-04", "--exact").code());
        assertEquals(0, run("replay", STORY + "@2024-03-05", "--exact").code());
        assertEquals(3, run("replay", STORY + "@2024-03-04", "--within", "2d").code());
        Console.Run far = run("replay", STORY + "@2024-05", "--within", "6h");
        assertEquals(4, far.code());
        assertTrue(far.err().contains("the nearest is of 2024-06-01"), far.err());
    }

    @Test
    void anAddressMayHoldAnAt() {
        assertTrue(run("replay", "http://paper.example/@anna").out().contains("Anna's page"));
        assertTrue(run("replay", "http://paper.example/@anna@2024").out().contains("Anna's page"));
        assertTrue(run("replay", "http://paper.example/x@2024").out().contains("an odd address"));
        assertTrue(run("replay", "http://paper.example/x@2024@first").out().contains("an odd address"));
    }

    @Test
    void saysHowTheAddressAnswers() {
        Console.Run canonical = run("replay", "https://www.paper.example/story/");
        assertEquals(0, canonical.code());
        assertTrue(canonical.err().contains("address canonical (" + STORY + ")"), canonical.err());
        Console.Run fuzzy = run("replay", STORY + "?utm_source=mail", "--json");
        assertEquals(3, fuzzy.code());
        assertEquals(
                "fuzzy", Json.parse(fuzzy.out()).path("choice").path("match").asText());
        assertEquals(4, run("replay", STORY + "?utm_source=mail", "--exact").code());
    }

    @Test
    void whatIsNotStoredHasNeighbours() {
        Console.Run run = run("replay", "http://paper.example/stary");
        assertEquals(4, run.code());
        assertTrue(run.err().contains("near to it are:") && run.err().contains(STORY), run.err());
        Console.Run elsewhere = run("replay", "http://other.example/");
        assertEquals(4, elsewhere.code());
        assertTrue(elsewhere.err().contains("pressmark list"), elsewhere.err());
    }

    @Test
    void showsTextArticleMarkdownAndLinks() {
        String text = run("replay", STORY).out();
        assertTrue(text.startsWith("Harbour closes\n====="), text);
        assertTrue(text.contains("More[1] Elsewhere[2]") && text.contains("[image: A ship]"), text);
        assertTrue(run("replay", STORY, "--main").out().contains("twenty ships"));
        assertTrue(run("replay", STORY, "--markdown").out().contains("# Harbour closes"));
        String links = run("replay", STORY, "--links").out();
        assertTrue(links.contains("● More") && links.contains("○ Elsewhere"), links);
        JsonNode json =
                Json.parse(run("replay", STORY, "--links", "--json").out()).path("links");
        assertEquals("http://paper.example/packed", json.get(0).path("url").asText());
        assertTrue(json.get(0).path("stored").asBoolean());
        assertFalse(json.get(1).path("stored").asBoolean());
    }

    @Test
    void givesBytes() throws IOException {
        assertArrayEquals(
                story("twenty").getBytes(UTF_8), run("replay", STORY, "--body").bytes());
        String raw = run("replay", STORY + "@first", "--raw").out();
        assertTrue(raw.startsWith(HEAD + "X-Try: 0\r\n"), raw);
        assertTrue(raw.endsWith(story("twelve")), raw);
        byte[] body = run("replay", "http://paper.example/packed", "--body").bytes();
        assertEquals(0x1f, body[0] & 0xff);
        assertEquals(
                "<p>unpacked words</p>",
                run("replay", "http://paper.example/packed", "--decoded").out());
        byte[] record = run("replay", STORY, "--record").bytes();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(record))) {
            String text = new String(in.readAllBytes(), UTF_8);
            assertTrue(text.startsWith("WARC/1.1\r\nWARC-Type: response"), text);
            assertTrue(text.endsWith(story("twenty") + "\r\n\r\n"), text);
        }
        String headers = run("replay", STORY, "--headers").out();
        assertTrue(headers.contains("WARC-Type: response\n") && headers.contains("X-Try: 2\n"), headers);
    }

    @Test
    void oneFileHoldsItsPicturesAndSaysWhatItIs() throws IOException {
        Path file = folder.resolve("one.html");
        assertEquals(0, run("replay", STORY, "--html-single", file.toString()).code());
        String html = Files.readString(file);
        assertTrue(html.contains("data:image/png;base64,") && html.contains("url: " + STORY), html);
        assertArrayEquals(
                Files.readAllBytes(file),
                run("replay", STORY, "--html-single", "-").bytes());
    }

    @Test
    void theTimeLineRunsEqualTextsTogether() {
        String text = run("replay", STORY, "--timeline").out();
        assertTrue(text.contains("4 captures, 2 distinct texts"), text);
        assertTrue(text.contains("1 error") && text.contains("error (HTTP 503)"), text);
        JsonNode json = Json.parse(run("replay", STORY, "--timeline", "--json").out());
        assertEquals(4, json.path("captures").asInt());
        assertEquals(List.of("text", "text", "error", "text"), texts(json.path("runs"), "what"));
        assertEquals("high", json.path("runs").get(1).path("severity").asText().replace("critical", "high"));
    }

    @Test
    void tellsHowFarThePartsAre() {
        String text = run("replay", STORY + "@2024-03-05", "--coherence").out();
        assertTrue(text.contains("1 part") && text.contains("−1 d") && text.contains("ship.png"), text);
        JsonNode parts = Json.parse(run("replay", STORY + "@2024-06", "--coherence", "--json")
                        .out())
                .path("parts");
        assertFalse(parts.get(0).path("near").asBoolean());
        assertEquals(-89L * 86400, parts.get(0).path("driftSeconds").asLong());
    }

    @Test
    void hashesTheRecordAnew() throws IOException {
        Console.Run sound = run("replay", STORY, "--verify");
        assertEquals(0, sound.code(), sound.toString());
        assertTrue(sound.out().contains("Sound") && sound.out().contains("agrees"), sound.out());
        JsonNode json = Json.parse(run("replay", STORY, "--verify", "--json").out());
        assertTrue(json.path("proof").path("block").path("agrees").asBoolean(), json.toString());
        Path warc = folder.resolve("warcs").resolve(json.path("file").asText());
        byte[] bytes = Files.readAllBytes(warc);
        bytes[json.path("offset").asInt() + json.path("length").asInt() / 2] ^= 0x55;
        Files.write(warc, bytes);
        Console.Run damaged = run("replay", STORY, "--verify");
        assertEquals(5, damaged.code(), damaged.toString());
        assertTrue(damaged.out().contains("Damaged"), damaged.out());
        assertEquals(5, run("replay", STORY).code());
    }

    @Test
    void setsTwoCapturesAgainstEachOther() {
        Console.Run run = run("replay", STORY + "@first", "--diff", "latest");
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("twelve") && run.out().contains("x-try"), run.out());
        JsonNode json = Json.parse(run("replay", STORY + "@first", "--diff", "2024-03-05", "--json")
                .out());
        assertEquals(1, json.path("comparison").path("changes").size(), json.toString());
        assertEquals("x-try", json.path("headers").get(0).path("name").asText());
    }

    @Test
    void aListIsAnsweredInItsOrder() {
        InputStream before = System.in;
        try {
            String list = STORY + "@first\nhttp://gone.example/\n{\"url\":\"" + STORY + "\",\"when\":\"2024-03-04\"}\n";
            System.setIn(new ByteArrayInputStream(list.getBytes(UTF_8)));
            Console.Run run = run("replay", "-", "--json");
            assertEquals(6, run.code(), run.toString());
            List<JsonNode> lines = run.out().lines().map(Json::parse).toList();
            assertEquals(3, lines.size());
            assertEquals("2024-03-01T10:00:00Z", lines.get(0).path("date").asText());
            assertTrue(
                    lines.get(1).path("error").asText().contains("not in"),
                    lines.get(1).toString());
            assertFalse(lines.get(2).path("choice").path("exact").asBoolean());
            System.setIn(new ByteArrayInputStream((STORY + "@first\n" + STORY + "\n").getBytes(UTF_8)));
            byte[] nul = run("replay", "-", "-0", "--body").bytes();
            assertEquals(story("twelve") + "\0" + story("twenty") + "\0", new String(nul, UTF_8));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void nothingArchivedReachesTheTerminalRaw() throws IOException {
        String evil = "\u001b]0;owned\u0007\u001b[31m\u009b2J\u202Eabc\u2066\r\b";
        GrownWarc warc = GrownWarc.gzip()
                .answer(
                        "http://evil.example/" + "%1b]0;x%07\u202E",
                        DATES[0],
                        HEAD + "X-Evil: \u001b[31m\u009b2J\r\nLink: <\u001b>\r\n",
                        ("<title>" + evil + "</title><h1>" + evil + "</h1><p>Words enough to make this an article, "
                                        + "so that there is something to be shown. " + evil + "</p><a href=\"/"
                                        + evil + "\" title=\"" + evil + "\">" + evil + "</a><img alt=\"" + evil
                                        + "\" src=x><pre>" + evil + "</pre>")
                                .getBytes(UTF_8));
        Path file = warc.write(folder.resolve("evil.warc.gz"));
        String url = "http://evil.example/%1b]0;x%07\u202E";
        for (String form : List.of(
                "--text", "--main", "--markdown", "--links", "--headers", "--timeline", "--coherence", "--verify")) {
            Console.Run run = run("replay", "--from", file.toString(), url, form);
            assertEquals(0, run.code(), form + run);
            assertSafe(form, run.out());
            assertSafe(form, run.err());
        }
        assertSafe("list", run("replay", "--from", file.toString()).out());
        assertSafe("missing", run("replay", url + "/\u001b[2J").err());
    }

    private static void assertSafe(String what, String text) {
        text.chars()
                .filter(c -> c < 0x20 && c != '\n' && c != '\t'
                        || c >= 0x7F && c < 0xA0
                        || c >= 0x202A && c <= 0x202E
                        || c >= 0x2066 && c <= 0x2069)
                .findFirst()
                .ifPresent(c -> {
                    throw new AssertionError(what + ": U+" + Integer.toHexString(c) + " in " + text);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"crawl.warc.gz", "together.warc.gz", "crawl.wacz", "crawl.warc", "crawl.warc.zst"})
    void looksIntoAFileOfItsOwn(String name) throws IOException {
        GrownWarc one = name.startsWith("together") ? GrownWarc.oneMember() : GrownWarc.gzip();
        one.page(STORY, DATES[0], story("seven")).page(STORY, DATES[1], story("eight"));
        Path file = folder.resolve("given-" + name);
        if (name.endsWith(".wacz")) {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("archive/data.warc.gz"));
                zip.write(one.bytes());
                zip.putNextEntry(new ZipEntry("datapackage.json"));
                zip.write('{');
            }
        } else if (name.endsWith(".gz")) {
            one.write(file);
        } else {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(one.bytes()))) {
                byte[] plain = in.readAllBytes();
                Files.write(file, name.endsWith(".zst") ? Zstd.compress(plain) : plain);
            }
        }
        Path none = folder.resolve("no-archive");
        Console.Run run = new Console()
                .run("replay", "--from", file.toString(), STORY + "@2024-03-02", "--archive", none.toString());
        assertEquals(3, run.code(), run.toString());
        assertTrue(run.out().contains("seven ships"), run.out());
        assertFalse(Files.exists(none), "no archive is made");
        Console.Run list = run("replay", "--from", file.toString(), "--json");
        assertEquals(2, list.out().lines().count(), list.toString());
        String timeline =
                run("replay", "--from", file.toString(), STORY, "--timeline").out();
        assertTrue(timeline.contains("2 captures, 2 distinct texts"), timeline);
        assertTrue(run("replay", "--from", file.toString(), STORY + "@first", "--diff", "latest")
                .out()
                .contains("eight"));
    }

    @Test
    void whatIsNoArchiveFileIsSaidToBeNone() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        Console.Run run = run("replay", "--from", text.toString(), STORY);
        assertEquals(4, run.code(), run.toString());
        assertEquals(
                2,
                run("replay", "--from", folder.resolve("missing.warc").toString(), STORY)
                        .code());
        assertEquals(2, run("replay").code());
    }

    @Test
    void aShortCommandDoesNotNeedTheDatabase() throws IOException {
        Path index = folder.resolve("warcs/.pressmark/index.mv.db");
        Files.move(index, folder.resolve("index.away"));
        Console.Run run = run("replay", STORY + "@first", "--html-single", "-");
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("twelve ships") && run.out().contains("data:image/png"), run.out());
        assertFalse(Files.exists(index), "it was not opened");
        Files.move(folder.resolve("index.away"), index);
        // A file that the list does not know: the index is asked.
        Path more = GrownWarc.gzip()
                .page(STORY, "2024-07-01T10:00:00Z", story("ninety"))
                .write(folder.resolve("m.warc.gz"));
        assertEquals(0, run("import", more.toString()).code());
        assertTrue(run("replay", STORY).out().contains("ninety ships"));
        try (Stream<Path> lists = Files.list(folder.resolve("warcs/.pressmark/shelf"))) {
            assertEquals(
                    1, lists.filter(file -> file.toString().endsWith(".shelf")).count(), "small lists are merged");
        }
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> out = new ArrayList<>();
        array.forEach(node -> out.add(node.path(field).asText()));
        return out;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void anImportLeavesTheArticlesToReextract() {
        String other = folder.resolve("other").toString();
        String file = folder.resolve("crawl.warc.gz").toString();
        Console console = new Console();
        assertEquals(
                0,
                console.run("import", file, "--no-extract", "--archive", other).code());
        String before = console.run("list", STORY, "--json", "--archive", other).out();
        assertEquals(0, console.run("reextract", "--archive", other).code());
        String after = console.run("list", STORY, "--json", "--archive", other).out();
        assertEquals(run("list", STORY, "--json").out(), after);
        assertFalse(before.equals(after), before);
        assertEquals(0, console.run("rebuild", "--check", "--archive", other).code());
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }
}
