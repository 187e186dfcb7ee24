package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;
import org.pressmark.testing.WarcMaker;

/** What came in a page's place is told by its bytes where others captured it: then no record of ours says it. */
final class ImportedWallsTest {
    private static final String URL = "http://paper.example/2026/story";
    private static final String ARTICLE = "<title>Story</title><h1>The story of the day</h1>"
            + "<p>The council said on Tuesday that it would go ahead with the plan as agreed before.</p>".repeat(6);
    private static final String CHECK =
            "<title>One moment</title><meta http-equiv=refresh content=5><script>check()</script><div>One moment.</div>";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeAsOthersDo() throws IOException {
        WarcMaker warc = new WarcMaker();
        warc.page(URL, "2026-03-01T10:00:00Z", ARTICLE);
        warc.page(URL, "2026-03-02T10:00:00Z", CHECK);
        warc.response(
                URL,
                "2026-03-03T10:00:00Z",
                "HTTP/1.1 403 Forbidden\nContent-Type: text/html\nCF-Mitigated: challenge",
                "<h1>Sorry</h1>".getBytes(StandardCharsets.UTF_8));
        warc.page(
                URL, "2026-03-04T10:00:00Z", "<title>Page not found</title><h1>404 - Page not found</h1><p>Gone.</p>");
        warc.revisit(
                URL,
                "2026-03-05T10:00:00Z",
                "text/html",
                WarcMaker.sha1(CHECK.getBytes(StandardCharsets.UTF_8)),
                "WARC-Refers-To-Target-URI: " + URL + "\r\nWARC-Refers-To-Date: 2026-03-02T10:00:00Z\r\n");
        warc.response(
                URL,
                "2026-03-06T10:00:00Z",
                "HTTP/1.1 404 Not Found\nContent-Type: text/html",
                "<h1>Gone</h1>".getBytes(StandardCharsets.UTF_8));
        String labelled = warc.page(URL + "-2", "2026-03-07T10:00:00Z", CHECK);
        warc.record(
                "metadata",
                URL + "-2",
                "2026-03-07T10:00:00Z",
                "Content-Type: application/warc-fields\r\nWARC-Concurrent-To: <" + labelled + ">\r\n",
                "role: page\r\n".getBytes(StandardCharsets.UTF_8));
        file = warc.write(folder.resolve("others.warc.gz"));
    }

    @Test
    void importTellsWallsFromThePage() {
        Console.Run taken = run("import", file.toString());
        assertEquals(0, taken.code(), taken.toString());
        assertWalls();
    }

    @Test
    void theyAreToldWhereArticlesAreReadLater() {
        Console.Run taken = run("import", file.toString(), "--no-extract");
        assertEquals(0, taken.code(), taken.toString());
        assertEquals(0, run("reextract").code());
        assertWalls();
    }

    @Test
    void aFileLaidIntoTheFolderIsReadSoToo() throws IOException {
        Files.createDirectories(folder.resolve("warcs"));
        Files.copy(file, folder.resolve("warcs").resolve("others.warc.gz"));
        run("verify");
        assertWalls();
    }

    private void assertWalls() {
        assertEquals(
                Map.of(
                        "2026-03-01", "page",
                        "2026-03-02", "wall",
                        "2026-03-03", "wall",
                        "2026-03-04", "wall",
                        "2026-03-05", "wall",
                        "2026-03-06", "page"),
                roles(URL));
        assertEquals(Map.of("2026-03-07", "page"), roles(URL + "-2"), "who labelled it knew more than its bytes");
        JsonNode versions =
                Json.parse(run("compare", "--versions", URL, "--json").out());
        assertEquals(1, versions.path("distinctTexts").asInt(), versions.toString());
        Console.Run shown = run("replay", URL, "--main");
        assertTrue(shown.out().contains("go ahead with the plan"), shown.toString());
        Console.Run check = run("rebuild", "--check");
        assertEquals(0, check.code(), check.toString());
        assertEquals(0, run("rebuild").code());
        assertEquals("wall", roles(URL).get("2026-03-05"));
    }

    private Map<String, String> roles(String url) {
        Map<String, String> roles = new TreeMap<>();
        Json.parse(run("list", url, "--json").out())
                .path("captures")
                .forEach(capture -> roles.put(
                        capture.path("date").asText().substring(0, 10),
                        capture.path("role").asText()));
        return roles;
    }

    private Console.Run run(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--archive";
        all[words.length + 1] = folder.resolve("warcs").toString();
        return new Console().run(all);
    }
}
