package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.web.ArchiveHall;
import org.pressmark.web.WebServer;

/** One address through time: five captures of a real archive, three texts, one of which comes back. */
final class CompareVersionsTest {
    private static final String URL = "http://paper.example/harbour";
    private static final String FIRST = """
            # Harbour closes

            The ministry said on Tuesday that the harbour would be closed for repairs.

            "We have counted twelve ships outside," Anna Berg said.
            """;
    private static final String SECOND = FIRST.replace("twelve", "twenty");
    private static final String THIRD = SECOND.replace("# Harbour closes", "# Ships wait before closed harbour")
            + "\nCorrection: An earlier version gave a wrong number of ships.\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void importCaptures() throws IOException {
        capture(FIRST, "2024-03-01T10:00:00Z");
        capture(FIRST, "2024-03-02T10:00:00Z");
        capture(SECOND, "2024-03-03T10:00:00Z");
        capture(THIRD, "2024-03-05T10:00:00Z");
        capture(FIRST, "2024-03-09T10:00:00Z");
    }

    @Test
    void stepsFromTextToText() {
        Console.Run run = run("compare", "--versions", URL);
        assertEquals(1, run.code(), run.toString());
        assertTrue(run.out().contains("5 captures, 3 distinct texts"), run.out());
        assertTrue(run.out().contains("Silent edit"), run.out());
        assertTrue(run.out().contains("text 1 again"), run.out());
        assertTrue(run.out().contains("twelve → twenty"), run.out());
    }

    @Test
    void aChangeWithACorrectionNoteIsNotSilent() {
        JsonNode json = Json.parse(run("compare", "--versions", URL, "--json").out());
        assertEquals(5, json.path("captures").asInt());
        assertEquals(3, json.path("distinctTexts").asInt());
        assertEquals(3, json.path("steps").size());
        assertTrue(json.path("steps").get(0).path("silent").asBoolean());
        assertFalse(json.path("steps").get(1).path("silent").asBoolean());
        assertEquals(
                "2024-03-02T10:00:00Z",
                json.path("steps").get(0).path("lastSeen").asText());
        assertEquals(
                "2024-03-03T10:00:00Z",
                json.path("steps").get(0).path("firstSeen").asText());
    }

    @Test
    void headlinesAlone() {
        Console.Run run = run("compare", "--versions", URL, "--headlines");
        assertEquals(1, run.code(), run.toString());
        assertTrue(run.out().contains("Ships wait before closed harbour"), run.out());
        assertFalse(run.out().contains("twenty"), run.out());
        assertEquals(
                3,
                Json.parse(run("compare", "--versions", URL, "--json").out())
                        .path("headlines")
                        .size());
    }

    @Test
    void someOfTheTextsKeepTheirNumbers() {
        Console.Run run = run("compare", "--versions", URL, "--limit", "2");
        assertTrue(run.out().contains("5 captures, 3 distinct texts"), run.out());
        assertTrue(run.out().contains("texts 3 to 4 of 4"), run.out());
        assertTrue(run.out().contains("text 1 again"), run.out());
        assertFalse(run.out().contains("twelve → twenty"), run.out());
        assertTrue(run.err().contains("--until 2 shows those before"), run.err());
        Console.Run before = run("compare", "--versions", URL, "--limit", "2", "--until", "2", "--json");
        assertFalse(before.err().contains("shows those before"), before.err());
        JsonNode json = Json.parse(before.out());
        assertEquals(4, json.path("texts").asInt());
        assertEquals(5, json.path("captures").asInt());
        assertEquals(2, json.path("versions").size());
        assertEquals(1, json.path("steps").size());
        assertEquals(2, json.path("steps").get(0).path("to").asInt());
    }

    @Test
    void someOfTheTimeLineHasAllCapturesOfItsTexts() {
        Console.Run run = run("replay", URL, "--timeline", "--limit", "1", "--until", "1");
        assertTrue(run.out().contains("texts 1 to 1 of 4"), run.out());
        assertTrue(run.out().contains("2 captures"), run.out());
        JsonNode json = Json.parse(
                run("replay", URL, "--timeline", "--limit", "3", "--json").out());
        assertEquals(4, json.path("texts").asInt());
        assertEquals(3, json.path("runs").size());
        assertEquals(2, json.path("runs").get(0).path("text").asInt());
        assertEquals("critical", json.path("runs").get(0).path("severity").asText());
    }

    @Test
    void boundsThatNameNoTextAreTrouble() {
        for (List<String> wrong : List.of(
                List.of("compare", "--versions", URL, "--until", "0"),
                List.of("compare", "--versions", URL, "--limit", "0"),
                List.of("compare", URL, URL, "--limit", "3"),
                List.of("replay", URL, "--until", "3"))) {
            assertEquals(2, run(wrong.toArray(String[]::new)).code(), wrong.toString());
        }
    }

    @Test
    void oneFileHasTheTimeLine() throws IOException {
        Path file = folder.resolve("time.html");
        run("compare", "--versions", URL, "--html", file.toString());
        String html = Files.readString(file);
        assertTrue(html.contains("class=\"ring critical\"") && html.contains("class=\"dot none\""), "rings and dots");
        assertFalse(html.contains("href=\"/"), "nothing leads into a server");
    }

    @Test
    void theServerHasTheSame() throws Exception {
        Settings settings = Settings.defaults()
                .with(Map.of(
                        Setting.ARCHIVE_DIR,
                        new Settings.Value(folder.resolve("warcs").toString(), "test")));
        try (Pipeline house = Pipeline.open(settings, "test", finding -> {});
                WebServer server = WebServer.start(new ArchiveHall(house), "127.0.0.1", 0)) {
            String origin = server.url().replaceFirst("/$", "");
            String page = get(origin + "/versions/" + URL, 200);
            assertTrue(page.contains("5 captures, 3 distinct texts"), page);
            assertTrue(page.contains("Silent edit"), page);
            String compare =
                    page.replaceAll("(?s).*?href=\"(/compare[^\"]*)\".*", "$1").replace("&amp;", "&");
            assertTrue(get(origin + compare, 200).contains("Two copies compared"), compare);
            String all = page.replaceAll("(?s).*?href=\"(/apparatus[^\"]*)\".*", "$1")
                    .replace("&amp;", "&");
            assertTrue(get(origin + all, 200).contains("3 copies compared"), all);
            assertTrue(get(origin + "/page?url=" + URL, 200).contains("/versions/" + URL));
            assertTrue(get(origin + "/versions/http://gone.example/", 404).contains("Not in this archive"));
            assertTrue(get(origin + "/apparatus?of=x", 400).contains("missing"));
        }
    }

    @Test
    void anAddressThatIsNotStoredIsTrouble() {
        Console.Run run = run("compare", "--versions", "http://gone.example/");
        assertEquals(2, run.code(), run.toString());
        assertTrue(run.err().contains("not in the archive"), run.err());
    }

    private static String get(String url, int status) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(status, answer.statusCode(), answer.body());
        return answer.body();
    }

    private void capture(String text, String date) throws IOException {
        Path file = Files.writeString(folder.resolve("copy.md"), text);
        Console.Run run = run("import", file.toString(), "--url", URL, "--date", date);
        assertEquals(0, run.code(), run.toString());
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }
}
