package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;

/** Copies, witnesses of a sentence and a person's word, as they come in and after a rebuild. */
final class CopiesTest {
    private static final String FIRST = "http://first.example/valley";
    private static final String SECOND = "http://second.example/dam";
    private static final String STORY = """
        Minister visits the flooded valley

        The minister visited the flooded valley on Monday and promised %s for the farmers who lost their \
        harvest, according to officials of the ministry.

        “We shall not leave anybody alone with the damage,” he said after a walk along the broken dam, while \
        engineers explained how the water had found its way.

        %s
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void importBoth() throws IOException {
        imported("a.txt", STORY.formatted("quick help", "Repairs will take until the spring."), FIRST, "2026-01-02");
        imported("b.txt", STORY.replace('“', '"').formatted("swift aid", "Source: AFP"), SECOND, "2026-01-03");
        imported(
                "c.txt",
                "A recipe\n\nTake four eggs and a pound of flour, and beat them.",
                "http://c.example/",
                "2026");
    }

    private void imported(String name, String text, String url, String date) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        String day = date.length() == 4 ? date + "-02-01" : date;
        Console.Run run = run("import", file.toString(), "--url", url, "--date", day);
        assertEquals(0, run.code(), run.toString());
    }

    private Console.Run run(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--archive";
        all[words.length + 1] = folder.resolve("archive").toString();
        return new Console().run(all);
    }

    @Test
    void copiesQuotesWhatBothShareAndStaysTheSameAfterARebuild() {
        JsonNode found = Json.parse(run("copies", SECOND, "--json").out());
        assertEquals(1, found.path("copies").size());
        JsonNode copy = found.path("copies").get(0);
        assertEquals(FIRST, copy.path("url").asText());
        String passage = copy.path("passages").get(0).path("exact").asText();
        assertTrue(passage.startsWith("for the farmers") && passage.endsWith("found its way"), passage);
        assertTrue(copy.path("passages").get(0).path("otherExact").asText().contains("“We shall not"));
        assertEquals(0, run("rebuild").code());
        assertEquals(found, Json.parse(run("copies", SECOND, "--json").out()));
    }

    @Test
    void findGoesByWordsAloneAndGivesTheEarliestFirst() {
        for (String asked : new String[] {
            "we shall NOT  leave anybody alone",
            "'We shall not leave anybody alone with the damage' he said after a walk along the broken dam"
        }) {
            JsonNode found = Json.parse(run("find", asked, "--json").out());
            assertEquals(2, found.size(), asked);
            assertEquals(FIRST, found.get(0).path("url").asText());
        }
        assertEquals(
                ExitCode.NOT_FOUND.code(),
                run("find", "words that nobody wrote").code());
        assertEquals(ExitCode.USAGE.code(), run("find", "…").code());
    }

    @Test
    void aPersonsWordSurvivesARebuildAndTheLastOneCounts() {
        assertEquals(
                ExitCode.USAGE.code(),
                run("link", FIRST, "http://nobody.example/").code());
        assertEquals(
                0,
                run("link", SECOND, FIRST, "--add", "--note", "told by the editor")
                        .code());
        String confirmed = run("trace", SECOND).out();
        assertTrue(confirmed.contains("confirmed by a person"), confirmed);
        Console.Run listed = run("list");
        assertFalse(listed.err().contains("not wholly, in the index"), listed.toString());
        assertEquals(0, run("rebuild", "--check").code());
        assertEquals(0, run("rebuild").code());
        assertEquals(confirmed, run("trace", SECOND).out());
        assertEquals(0, run("link", SECOND, FIRST, "--reject").code());
        assertFalse(run("trace", SECOND).out().contains("confirmed by a person"));
        assertEquals(0, run("rebuild", "--check").code());
    }

    @Test
    void allCopiesAreComparedTogether() {
        Console.Run all = run("compare", "--all-copies", SECOND);
        assertEquals(ExitCode.DIFFERS.code(), all.code(), all.toString());
        assertTrue(all.out().contains("swift aid"), all.toString());
        assertEquals(
                ExitCode.USAGE.code(),
                run("compare", "--all-copies", "http://c.example/").code());
    }

    @Test
    void aCorpusIsTracedWithoutAnArchive() throws IOException {
        Path corpus = Files.writeString(
                folder.resolve("corpus.jsonl"),
                line("a", FIRST, "2026-01-02", story("quick help"))
                        + line("b", SECOND, "2026-01-03", story("swift aid") + "\n\nOriginal url: " + FIRST)
                        + line("c", "http://c.example/", "2026-01-03", "A text about something else."));
        Path out = folder.resolve("links.json");
        Console.Run run = run("trace", "--corpus", corpus.toString(), "--out", out.toString());
        assertEquals(0, run.code(), run.toString());
        JsonNode answer = Json.parse(Files.readString(out));
        assertEquals("a", answer.path("clusters").path("b").asText());
        assertEquals("c", answer.path("clusters").path("c").asText());
        assertEquals(1, answer.path("edges").size());
        JsonNode edge = answer.path("edges").get(0);
        assertEquals(
                "b a known asserted",
                String.join(
                        " ",
                        edge.path("child").asText(),
                        edge.path("parent").asText(),
                        edge.path("direction").asText(),
                        edge.path("kind").asText()));
        assertEquals(
                ExitCode.USAGE.code(),
                run("trace", "--corpus", folder.resolve("none").toString()).code());
    }

    private static String story(String words) {
        return STORY.formatted(words, "");
    }

    private static String line(String id, String url, String date, String text) {
        return Json.compact(Json.object()
                        .put("id", id)
                        .put("url", url)
                        .put("site", url.replaceAll("http://([a-z]+).*", "$1"))
                        .put("published", date)
                        .put("fetched", "2026-02-01T00:00:00Z")
                        .put("text", text))
                + "\n";
    }
}
