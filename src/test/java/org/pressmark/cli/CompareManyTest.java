package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;

/** Three copies and more, from files, in every form. */
final class CompareManyTest {
    private static final String STORY = """
            # Harbour closes

            By AFP

            The ministry said on Tuesday that the harbour would be closed for repairs.

            "We have counted twelve ships outside," Anna Berg said.

            Fishermen in the villages along the coast had asked for help in spring.
            """;

    @TempDir
    private Path folder;

    private String a = "";
    private String b = "";
    private String c = "";

    @BeforeEach
    void writeCopies() throws IOException {
        a = write("a.md", STORY);
        b = write("b.md", STORY.replace("twelve", "twenty"));
        c = write("c.md", STORY.replace("By AFP", "By Reuters"));
    }

    @Test
    void namesEveryPlaceWithEveryCopysReading() {
        Console.Run run = new Console().run("compare", a, b, c);
        assertEquals(1, run.code(), run.toString());
        assertTrue(run.out().contains("3 copies differ at 2 places"), run.out());
        assertTrue(run.out().contains("twelve") && run.out().contains("twenty  (alone)"), run.out());
        assertTrue(run.out().contains("inside") || run.out().contains("quotation, Anna Berg"), run.out());
    }

    @Test
    void jsonHoldsPlacesAndReadings() {
        JsonNode json =
                Json.parse(new Console().run("compare", a, b, c, "--json").out());
        assertEquals("A", json.path("base").asText());
        assertEquals(3, json.path("witnesses").size());
        JsonNode place = json.path("places").get(1);
        assertEquals("quote-substitution", place.path("kind").asText());
        assertEquals("critical", place.path("severity").asText());
        JsonNode variant = place.path("readings").get(1);
        assertEquals("B", variant.path("witnesses").get(0).asText());
        assertEquals("variant", variant.path("standing").asText());
        assertTrue(variant.path("singular").asBoolean());
    }

    @Test
    void anotherCopyMayBeTheBase() {
        JsonNode json = Json.parse(
                new Console().run("compare", a, b, c, "--base", "2", "--json").out());
        assertEquals("B", json.path("base").asText());
        assertEquals(
                "twenty",
                json.path("places").get(1).path("readings").get(0).path("text").asText());
    }

    @Test
    void filtersByKindAndSeverityAndTheExitCodeFollows() {
        JsonNode only = Json.parse(new Console()
                .run("compare", a, b, c, "--only", "credit-changed,byline-changed", "--json")
                .out());
        assertEquals(1, only.path("places").size(), only::toString);
        assertEquals(
                0,
                new Console().run("compare", a, b, c, "--only", "passage-moved").code());
        assertEquals(
                1,
                Json.parse(new Console()
                                .run("compare", a, b, c, "--min-severity", "high", "--json")
                                .out())
                        .path("places")
                        .size());
    }

    @Test
    void writesTeiHtmlAndMarkdown() throws IOException {
        Path tei = folder.resolve("out.xml");
        Path html = folder.resolve("out.html");
        Console.Run run =
                new Console().run("compare", a, b, c, "--tei", tei.toString(), "--html", html.toString(), "--markdown");
        assertEquals(1, run.code(), run.toString());
        assertTrue(Files.readString(tei).contains("<rdg wit=\"#witB\""), "TEI");
        String page = Files.readString(html);
        assertTrue(page.contains("class=\"heat") && page.contains("default-src"), "HTML");
        assertFalse(page.contains("src=\"http"), "the file asks nobody");
        assertTrue(run.out().contains("| B | twenty | alone |"), run.out());
    }

    @Test
    void alikeCopiesDifferNowhere() throws IOException {
        String same = write("same.md", STORY.replace("\"We have", "“We have").replace("outside,\"", "outside,”"));
        Console.Run run = new Console().run("compare", a, same, a);
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("read the same"), run.out());
    }

    @Test
    void everyTroubleIsTwo() {
        assertEquals(2, new Console().run("compare", a).code());
        assertEquals(2, new Console().run("compare").code());
        assertEquals(2, new Console().run("compare", a, b, c, "--base", "4").code());
        assertEquals(
                2,
                new Console()
                        .run("compare", a, folder.resolve("gone.html").toString())
                        .code());
        assertEquals(
                2, new Console().run("compare", a, b, "--json", "--markdown").code());
        assertEquals(2, new Console().run("compare", a, b, "--headlines").code());
        Console.Run unknown = new Console()
                .run(
                        "compare",
                        a,
                        "http://nowhere.example/",
                        "--archive",
                        folder.resolve("none").toString());
        assertEquals(2, unknown.code(), unknown.toString());
    }

    @Test
    void hostileWordsReachNeitherTerminalNorMarkdownNorPage() throws IOException {
        String evil =
                write("evil.md", STORY.replace("twelve", "<script>alert(1)</script> \u001b[31m | [x](javascript:y)"));
        Path html = folder.resolve("evil.html");
        Console.Run run = new Console().run("compare", a, evil, c, "--markdown", "--html", html.toString());
        assertFalse(run.out().contains("\u001b"), run.out());
        assertFalse(run.out().contains("[x](javascript"), run.out());
        assertFalse(Files.readString(html).contains("<script>alert"), "escaped in the page");
    }

    @Test
    void markdownOfAPairNamesEachChange() {
        Console.Run run = new Console().run("compare", a, b, "--markdown");
        assertEquals(1, run.code());
        assertTrue(run.out().startsWith("# Harbour closes\n"), run.out());
        assertTrue(run.out().contains("- A: “twelve”\n- B: “twenty”"), run.out());
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }
}
