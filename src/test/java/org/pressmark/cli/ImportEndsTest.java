package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.testing.WarcMaker;

/** An import that is told to end, by a process of its own: signals cannot be sent to a thread. */
final class ImportEndsTest {
    private static final int PAGES = 12_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void itSaysWhatIsDoneAndTheNextGoesOn(String signal) throws Exception {
        Process process = start();
        untilAtWork(process);
        signal(process, signal);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
        assertEquals(ExitCode.INTERRUPTED.code(), process.exitValue(), said());
        assertTrue(said().contains("taken in: 0 of 1 files"), said());
        assertGoesOn();
    }

    @Test
    void aSecondSignalEndsItAtOnceAndNothingIsLost() throws Exception {
        Process process = start();
        untilAtWork(process);
        signal(process, "INT");
        signal(process, "TERM");
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
        assertEquals(ExitCode.INTERRUPTED.code(), process.exitValue(), said());
        assertGoesOn();
    }

    private void assertGoesOn() {
        Console.Run again = new Console()
                .run(
                        "import",
                        given().toString(),
                        "--no-extract",
                        "--archive",
                        archive().toString());
        assertEquals(0, again.code(), again.toString());
        assertTrue(again.out().contains("12,000 captures indexed"), again.toString());
        assertEquals(
                0,
                new Console()
                        .run(
                                "rebuild",
                                "--check",
                                "--set",
                                "capture.extract=false",
                                "--archive",
                                archive().toString())
                        .code());
    }

    private Process start() throws IOException {
        WarcMaker warc = new WarcMaker();
        for (int i = 0; i < PAGES; i++) {
            warc.response(
                    "http://paper.example/" + i,
                    "2026-03-01T10:00:00Z",
                    "HTTP/1.1 404 Not Found\nContent-Type: text/html",
                    ("<p>No " + i).getBytes(StandardCharsets.UTF_8));
        }
        warc.write(given());
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.pressmark.cli.Main",
                        "import",
                        given().toString(),
                        "--no-extract",
                        "--archive",
                        archive().toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private Path given() {
        return folder.resolve("given.warc.gz");
    }

    private Path archive() {
        return folder.resolve("warcs");
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    /** The file is being read: what is in it comes into the index only after that. */
    private void untilAtWork(Process process) throws InterruptedException, IOException {
        Path work = archive().resolve(".pressmark").resolve("work");
        while (Stream.of(Objects.requireNonNullElse(work.toFile().list(), new String[0]))
                .noneMatch(name -> name.endsWith(".import"))) {
            assertTrue(process.isAlive(), said());
            Thread.sleep(1);
        }
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
