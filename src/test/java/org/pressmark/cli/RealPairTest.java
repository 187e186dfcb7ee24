package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;

/** The main job on the real pair, from the server to the report, as a user runs it. */
final class RealPairTest {
    @TempDir
    private static Path folder;

    private static Console.Run first;
    private static Console.Run second;

    @BeforeAll
    static void captureTwice() {
        first = demo();
        second = demo();
    }

    private static Console.Run demo() {
        return run("demo", "--html", folder.resolve("report.html").toString());
    }

    @Test
    void theDemoWalksTheWholeWay() {
        assertEquals(0, first.code(), first.toString());
        for (String step : List.of("1. capture", "2. compare", "3. trace", "4. replay", "5. verify", "Sound")) {
            assertTrue(first.out().contains(step), step + " is missing in\n" + first);
        }
        assertTrue(first.out().contains("new page"), first.toString());
    }

    @Test
    void aSecondRunFindsThemUnchanged() {
        assertEquals(0, second.code(), second.toString());
        assertTrue(second.out().contains("unchanged"), second.toString());
        assertFalse(second.out().contains("new page"), second.toString());
    }

    @Test
    void theReportStandsAlone() throws IOException {
        String html = Files.readString(folder.resolve("report.html"));
        assertTrue(html.contains("[Is the security of NATO states threatened by Russia?]"));
        assertFalse(
                html.matches("(?s).*(src|href)=\"https?://(?!copies|www\\.republisher|www\\.themoscowtimes).*"),
                "it asks nothing of the web");
    }

    @Test
    void theBracketedSentenceStandsFirst() {
        JsonNode changes = compare();
        JsonNode top = changes.get(0);
        assertEquals("bracket-insertion", top.path("kind").asText());
        assertEquals("critical", top.path("severity").asText());
        assertEquals("Cavusoglu", top.path("speaker").asText());
        assertTrue(top.path("in_quotation").asBoolean());
        assertEquals(
                "[Is the security of NATO states threatened by Russia?]",
                top.path("after").asText());
    }

    @Test
    void exactlyTheEightChangesAreReported() {
        Map<String, Integer> kinds = new TreeMap<>();
        compare().forEach(change -> kinds.merge(change.path("kind").asText(), 1, Integer::sum));
        assertEquals(
                Map.of(
                        "bracket-insertion", 1,
                        "headline-changed", 1,
                        "credit-changed", 2,
                        "timestamp-changed", 1,
                        "caption-changed", 1,
                        "image-changed", 1,
                        "provenance-note", 1),
                kinds);
    }

    @Test
    void theOtherDirectionIsTheMirror() {
        List<String> there = new ArrayList<>();
        compare()
                .forEach(change -> there.add(change.path("before").asText() + "|"
                        + change.path("after").asText()));
        List<String> back = new ArrayList<>();
        changes(run("compare", DemoSite.REPUBLISHED, DemoSite.ORIGINAL, "--json"))
                .forEach(change -> back.add(change.path("after").asText() + "|"
                        + change.path("before").asText()));
        assertEquals(there.stream().sorted().toList(), back.stream().sorted().toList());
    }

    @Test
    void aPageAgainstItselfGivesNothing() {
        Console.Run run = run("compare", DemoSite.ORIGINAL, DemoSite.ORIGINAL + "@first", "--json");
        assertEquals(0, run.code(), run.toString());
        assertEquals(0, changes(run).size());
    }

    @Test
    void theChainNamesAgencyAndNewspaperWithTheirWords() {
        Console.Run original = run("trace", DemoSite.ORIGINAL);
        assertEquals(0, original.code(), original.toString());
        assertTrue(original.out().contains("AFP"), original.toString());
        assertTrue(original.out().contains("The Moscow Times"), original.toString());
        assertTrue(original.out().contains("Original url:"), "the exact words: " + original);
        assertTrue(original.out().contains("urn:uuid:"), "the record: " + original);
        Console.Run copy = run("trace", DemoSite.REPUBLISHED);
        assertTrue(copy.out().contains("Source: AFP"), copy.toString());
    }

    @Test
    void thePhotoCreditAndTheCommentsGiveNoLink() {
        JsonNode chain = Json.parse(run("trace", DemoSite.ORIGINAL, "--json").out());
        for (JsonNode node : chain.path("nodes")) {
            assertFalse(node.path("label").asText().contains("flickr"), node.toString());
            assertFalse(node.path("label").asText().contains("Number 10"), node.toString());
        }
    }

    @Test
    void replayGivesBackWhatTheServerSent() throws IOException {
        Console.Run body = run("replay", DemoSite.ORIGINAL, "--body");
        assertArrayEquals(resource("archived-original.html"), body.bytes());
        Console.Run picture = run("replay", "http://copies.example/images/cavusoglu.jpg", "--body");
        assertArrayEquals(resource("cavusoglu.jpg"), picture.bytes());
        String raw = run("replay", DemoSite.REPUBLISHED + "@first", "--raw", "--as-sent")
                .out();
        assertTrue(raw.startsWith("HTTP/1.1 200 OK\r\n"), raw.substring(0, 100));
        assertTrue(raw.endsWith("</body></html>\n"), "the whole body");
    }

    @Test
    void theTextReadsAsThePageDid() {
        Console.Run text = run("replay", DemoSite.ORIGINAL);
        assertTrue(text.out().contains("Turkey Urges Russia to Drop 'One-Sided' NATO Demands"), text.toString());
        assertTrue(
                text.out().lines().allMatch(line -> line.length() <= 100 || line.contains("] http")),
                "set to the width, but for the addresses below");
    }

    @Test
    void oneFileHoldsThePictureAndTheStyle() throws IOException {
        Path single = folder.resolve("single.html");
        Console.Run run = run("replay", DemoSite.ORIGINAL, "--html-single", single.toString());
        assertEquals(0, run.code(), run.toString());
        String html = Files.readString(single);
        assertTrue(html.contains("data:image/jpeg;base64,"), "the picture");
        assertTrue(html.contains("overflow-wrap: anywhere") || html.contains("data:text/css"), "the style sheet");
        assertFalse(html.matches("(?s).*<script(?! type=\"application/ld\\+json\").*"), "no script");
    }

    @Test
    void theIndexEqualsOneMadeAnew() {
        Console.Run check = run("rebuild", "--check");
        assertEquals(0, check.code(), check.toString());
    }

    @Test
    void aPlainDocumentSaysWhatItsPageSays() throws IOException {
        Path text = folder.resolve("republished-copy.txt");
        Files.write(text, resource("republished-copy.txt"));
        Path html = folder.resolve("republished-copy.html");
        Files.write(html, resource("republished-copy.html"));
        Console.Run run = run("compare", text.toString(), html.toString(), "--json");
        List<String> body = new ArrayList<>();
        changes(run).forEach(change -> {
            if (change.path("field").asText().equals("body")
                    || change.path("field").asText().equals("headline")) {
                body.add(change.toString());
            }
        });
        assertEquals(List.of(), body);
    }

    private static JsonNode compare() {
        return changes(run("compare", DemoSite.ORIGINAL, DemoSite.REPUBLISHED, "--json"));
    }

    private static JsonNode changes(Console.Run run) {
        return Json.parse(run.out()).path("changes");
    }

    private static Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RealPairTest.class.getResourceAsStream("/org/pressmark/demo/" + name))) {
            return in.readAllBytes();
        }
    }
}
