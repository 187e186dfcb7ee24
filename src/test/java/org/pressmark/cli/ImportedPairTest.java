package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;

/** The pair as the plain documents that a reader saved, imported under stated addresses and dates. */
final class ImportedPairTest {
    private static final String ORIGINAL = "http://copies.example/saved-original";
    private static final String COPY = "http://www.republisher.example/saved-copy";

    @TempDir
    private Path folder;

    @BeforeEach
    void importBoth() throws IOException {
        Console.Run original =
                run("import", file("archived-original.md").toString(), "--url", ORIGINAL, "--date", "2021-12-28");
        assertEquals(0, original.code(), original.toString());
        Console.Run copy = run(
                "import",
                file("republished-copy.txt").toString(),
                "--url",
                COPY,
                "--date",
                "2021-12-30T10:00:00+01:00");
        assertEquals(0, copy.code(), copy.toString());
    }

    @Test
    void theyComeBackByteForByteUnderTheStatedDate() throws IOException {
        Console.Run body = run("replay", ORIGINAL + "@2021-12-28", "--body");
        assertEquals(0, body.code(), body.toString());
        assertArrayEquals(resource("archived-original.md"), body.bytes());
        assertEquals(ExitCode.NEAREST.code(), run("replay", ORIGINAL + "@2020").code());
    }

    @Test
    void theirDifferencesAreThoseOfThePages() {
        List<String> kinds = new ArrayList<>();
        Json.parse(run("compare", ORIGINAL, COPY, "--json").out())
                .path("changes")
                .forEach(change -> kinds.add(change.path("kind").asText()));
        assertEquals(
                List.of(
                        "bracket-insertion",
                        "headline-changed",
                        "credit-changed",
                        "timestamp-changed",
                        "caption-changed",
                        "credit-changed",
                        "provenance-note"),
                kinds);
    }

    @Test
    void theirChainNamesAgencyAndNewspaper() {
        String chain = run("trace", COPY).out();
        assertTrue(chain.contains("AFP") && chain.contains("The Moscow Times") && chain.contains("Source: AFP"), chain);
    }

    @Test
    void theArchiveIsSoundAndTheIndexCanBeMadeAnew() {
        assertEquals(0, run("verify").code());
        Console.Run rebuilt = run("rebuild");
        assertEquals(0, rebuilt.code(), rebuilt.toString());
        assertTrue(run("list").out().contains("saved-copy"));
        assertEquals(0, run("rebuild", "--check").code());
    }

    @Test
    void aBackupOfTheIndexRestores() {
        Path backup = folder.resolve("index.zip");
        assertEquals(0, run("backup", backup.toString()).code());
        Path other = folder.resolve("restored");
        Console.Run restored = new Console().run("restore", backup.toString(), "--archive", other.toString());
        assertEquals(0, restored.code(), restored.toString());
        assertTrue(
                new Console().run("list", "--archive", other.toString()).out().contains("saved-original"));
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve(name), resource(name));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ImportedPairTest.class.getResourceAsStream("/org/pressmark/demo/" + name))) {
            return in.readAllBytes();
        }
    }
}
