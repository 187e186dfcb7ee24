package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.web.ArchiveHall;
import org.pressmark.web.WebServer;

/** What was read from a stored page, as the terminal and the browser show it: a real archive, a real server. */
final class ExtractionPagesTest {
    private static final String URL = "http://news.example/story";
    private static final String PAGE =
            "<html lang=en><head><title>Fish is dear</title></head><body><article><h1 id=top>Fish is dear</h1>"
                    + "<p class=x>The ministers of seven countries met on Monday and talked about the price of fish.</p>"
                    + "<p>They came to no agreement, <b onclick=alert(1)>and</b> will meet again in the spring of next year.</p>"
                    + "<p>Source: AFP</p></article><script>alert(2)</script></body></html>";

    @TempDir
    private Path folder;

    @Test
    void showsBlocksByKindAndOutlinesThemInACopy() throws IOException, InterruptedException {
        store();
        Settings settings =
                Settings.defaults().with(Map.of(Setting.ARCHIVE_DIR, new Settings.Value(archive(), "test")));
        try (Pipeline house = Pipeline.open(settings, "test", finding -> {});
                WebServer server = WebServer.start(new ArchiveHall(house), "127.0.0.1", 0)) {
            HttpResponse<String> shown = get(server, "extract/20240201000000/" + URL);
            assertEquals(200, shown.statusCode(), shown.body());
            Document page = Jsoup.parse(shown.body());
            assertEquals(
                    "Source: AFP",
                    page.select(".blocklist .k-source-line .words").text());
            assertEquals(2, page.select(".blocklist .k-paragraph").size());
            assertTrue(page.select(".blocklist .k-paragraph details").text().contains("bytes "), "places on demand");
            assertEquals(1, page.select("input#show-source-line[checked]").size());
            assertTrue(page.select(".fieldlist").text().contains("AFP"));

            Document frame =
                    Jsoup.parse(get(server, "outline/20240201000000/" + URL).body());
            assertEquals("/marked/20240201000000/" + URL, frame.select("iframe").attr("src"));
            assertFalse(frame.select("iframe").attr("sandbox").contains("allow-scripts"));

            HttpResponse<String> marked = get(server, "marked/20240201000000/" + URL);
            Document copy = Jsoup.parse(marked.body());
            assertEquals("headline", copy.select("h1").attr("data-pressmark-kind"));
            assertEquals(2, copy.select("p[data-pressmark-kind=paragraph]").size());
            assertTrue(marked.headers().firstValue("Memento-Datetime").isEmpty(), "it is no memento");
            String policy =
                    marked.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.contains("sandbox") && policy.contains("script-src 'none'"), policy);
            assertFalse(
                    get(server, "web/20240201000000mp_/" + URL).body().contains("data-pressmark"),
                    "the memento itself is left alone");
            assertEquals(
                    404,
                    get(server, "extract/20240201000000/http://news.example/none")
                            .statusCode());
        }
    }

    @Test
    void explainsAStoredPageAsOfATime() throws IOException {
        store();
        Console.Run text = run("extract", URL + "@2024-02", "--explain");
        assertEquals(0, text.code(), text.toString());
        assertTrue(text.out().contains("“Source: AFP”"), text.out());
        assertTrue(text.out().contains("4 blocks"), text.out());
        var json = Json.parse(run("extract", URL, "--explain", "--json").out());
        assertEquals("Fish is dear", json.path("headline").asText());
        assertTrue(json.path("candidates").size() >= 6, json.toString());
        Console.Run html = run("extract", URL, "--html");
        assertFalse(html.out().contains("onclick"), html.out());
        Console.Run none = run("extract", "http://news.example/none");
        assertEquals(4, none.code());
        assertTrue(none.err().contains("'pressmark capture http://news.example/none' stores it"), none.err());
    }

    private void store() throws IOException {
        Path file = Files.writeString(folder.resolve("story.html"), PAGE);
        Console.Run run = run("import", "--url", URL, "--date", "2024-02-01", file.toString());
        assertEquals(0, run.code(), run.toString());
    }

    private Console.Run run(String command, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = command;
        all[1] = "--archive";
        all[2] = archive();
        System.arraycopy(words, 0, all, 3, words.length);
        return new Console().run(all);
    }

    private static HttpResponse<String> get(WebServer server, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String archive() {
        return folder.resolve("warcs").toString();
    }
}
