package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;

/** Many pairs in one run: what is written where, what a broken line costs, how a stopped run goes on. */
final class CompareBatchTest {
    @TempDir
    private Path folder;

    private Path lists = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeCopies() throws IOException {
        lists = Files.createDirectories(folder.resolve("lists"));
        out = folder.resolve("deep").resolve("out");
        Files.writeString(lists.resolve("a.txt"), "Twelve ships waited outside the harbour on Tuesday.\n");
        Files.writeString(lists.resolve("b.txt"), "Twenty ships waited outside the harbour on Tuesday.\n");
    }

    @Test
    void writesOneAnswerAPairUnderItsId() throws IOException {
        Console.Run run = run(
                "{\"id\":\"one\",\"a\":\"a.txt\",\"b\":\"b.txt\"}",
                "",
                "{\"id\":2,\"a\":\"a.txt\",\"b\":\"" + lists.resolve("a.txt").toAbsolutePath() + "\"}");
        assertEquals(1, run.code(), run.toString());
        assertTrue(run.err().contains("2 compared, 0 skipped"), run.err());
        assertEquals(List.of("2.json", "one.json"), answers());
        assertEquals(
                "number-changed",
                Json.parse(Files.readString(out.resolve("one.json")))
                        .path("changes")
                        .get(0)
                        .path("kind")
                        .asText());
        assertEquals(
                0,
                Json.parse(Files.readString(out.resolve("2.json")))
                        .path("changes")
                        .size());
    }

    @Test
    void noIdLeadsOutOfTheFolder() throws IOException {
        Console.Run run = run(
                "{\"id\":\"../../escape\",\"a\":\"a.txt\",\"b\":\"b.txt\"}",
                "{\"id\":\"/etc/x\",\"a\":\"a.txt\",\"b\":\"b.txt\"}",
                "{\"id\":\"..\",\"a\":\"a.txt\",\"b\":\"b.txt\"}",
                "{\"id\":\"é\\u0000\\n\",\"a\":\"a.txt\",\"b\":\"b.txt\"}",
                "{\"id\":\"" + "x".repeat(5000) + "\",\"a\":\"a.txt\",\"b\":\"b.txt\"}");
        assertEquals(2, run.code(), "the endless id is refused: " + run);
        assertEquals(
                List.of("%2E.%2F..%2Fescape.json", "%2E..json", "%2Fetc%2Fx.json", "%C3%A9%00%0A.json"), answers());
        assertFalse(Files.exists(folder.resolve("escape.json")));
    }

    @Test
    void aBrokenLineCostsOnlyItself() throws IOException {
        Console.Run run = run(
                "{\"id\":\"gone\",\"a\":\"gone.txt\",\"b\":\"b.txt\"}",
                "{\"id\":\"half\",\"a\":\"a.txt\"}",
                "no json at all",
                "{\"id\":\"stdin\",\"a\":\"-\",\"b\":\"b.txt\"}",
                "{\"id\":\"good\",\"a\":\"a.txt\",\"b\":\"b.txt\"}",
                "{\"id\":\"good\",\"a\":\"a.txt\",\"b\":\"a.txt\"}");
        assertEquals(2, run.code(), run.toString());
        assertEquals(List.of("good.json"), answers());
        assertTrue(run.err().contains("line 1") && run.err().contains("gone.txt: no such file"), run.err());
        assertTrue(run.err().contains("1 compared") && run.err().contains("5 failed"), run.err());
    }

    @Test
    void whatHasAnAnswerIsSkippedUnlessAskedForAgain() throws IOException {
        String pair = "{\"id\":\"one\",\"a\":\"a.txt\",\"b\":\"b.txt\"}";
        run(pair);
        FileTime old = FileTime.fromMillis(0);
        Files.setLastModifiedTime(out.resolve("one.json"), old);
        assertTrue(run(pair).err().contains("0 compared, 1 skipped"));
        assertEquals(old, Files.getLastModifiedTime(out.resolve("one.json")));
        Console.Run again = new Console()
                .run("compare", "--batch", lists.resolve("pairs.jsonl").toString(), "--out", out.toString(), "--again");
        assertTrue(again.err().contains("1 compared, 0 skipped"), again.err());
        assertFalse(Files.getLastModifiedTime(out.resolve("one.json")).equals(old));
    }

    @Test
    void needsAFolderForTheAnswers() {
        Console.Run run = new Console().run("compare", "--batch", "pairs.jsonl");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--out"), run.err());
    }

    private Console.Run run(String... lines) throws IOException {
        Path list = lists.resolve("pairs.jsonl");
        Files.writeString(list, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        return new Console().run("compare", "--batch", list.toString(), "--out", out.toString());
    }

    private List<String> answers() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
