package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** How a crawl ends, and what the list shows then. */
final class CrawlEndsTest {
    private static final String HOST = "news.example";

    @TempDir
    private Path folder;

    private final TestPress press = TestPress.open();

    @AfterEach
    void close() {
        press.close();
    }

    private Console.Run crawl(String feed, String... more) throws IOException {
        Path list = folder.resolve("sources.yaml");
        Files.writeString(
                list,
                "sources:\n  - name: Paper\n    feeds: [http://" + HOST + feed + "]\n" + String.join("\n", more) + "\n",
                StandardCharsets.UTF_8);
        return new Console()
                .run(
                        "crawl",
                        "--json",
                        "--sources",
                        list.toString(),
                        "--archive",
                        archive(),
                        "--delay",
                        "0",
                        "--connect-to",
                        press.connectTo(HOST));
    }

    private String archive() {
        return folder.resolve("warcs").toString();
    }

    private void putUp(String... items) {
        StringBuilder feed = new StringBuilder("<rss><channel>");
        for (String item : items) {
            feed.append("<item><link>http://" + HOST + item + "</link></item>");
        }
        press.page(HOST, "/feed", Reply.content("text/xml", feed.toString().getBytes(StandardCharsets.UTF_8)));
        press.page(HOST, "/a", Reply.html("<title>Story</title><h1>Story</h1><p>Some words that make a text.</p>"));
    }

    @Test
    void aMissingPageIsCountedAndDoesNotMakeTheCrawlFail() throws IOException {
        putUp("/a", "/gone");
        Console.Run run = crawl("/feed");
        assertEquals(0, run.code(), run.toString());
        JsonNode summary = Json.parse(run.out());
        assertEquals(1, summary.path("failures").path("HTTP 404").asInt(), run.out());
        assertFalse(summary.path("early").asBoolean());
    }

    @Test
    void aSourceOfWhichNothingCanBeReadMakesItFail() throws IOException {
        putUp("/a");
        Console.Run run = crawl("/nowhere");
        assertEquals(6, run.code(), run.toString());
        assertEquals("Paper", Json.parse(run.out()).path("unread").path(0).asText(), run.out());
    }

    @Test
    void aLimitMakesItEndEarlyAndSaySo() throws IOException {
        putUp("/a", "/b", "/c");
        Console.Run run = crawl("/feed", "    limits: {pages: 1}");
        assertEquals(6, run.code(), run.toString());
        assertTrue(Json.parse(run.out()).path("early").asBoolean(), run.out());
    }

    @Test
    void theListShowsWhatPeopleReadAndSaysWhatItLeavesOut() throws IOException {
        putUp("/a", "/gone");
        crawl("/feed");
        Console.Run list = new Console().run("list", "--archive", archive());
        assertTrue(list.out().contains("/a"), list.out());
        assertFalse(list.out().contains("/gone") || list.out().contains("/feed"), list.out());
        assertTrue(list.out().contains("2 addresses left out"), list.out());
        Console.Run all = new Console().run("list", "--all", "--archive", archive());
        assertTrue(all.out().contains("/gone") && all.out().contains("/feed"), all.out());
    }
}
