package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the program in a process of its own, which a shell confines first. */
final class Confined {
    private Confined() {}

    /** How it ended, and what went to its streams. */
    record Run(int code, String out, String said) {}

    /** The script finds the command that starts the program with {@code words} in its arguments. */
    static Run run(String script, Path folder, List<String> words) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command(script, words))
                .redirectError(said.toFile())
                .redirectOutput(out.toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it ends");
        return new Run(process.exitValue(), Files.readString(out), Files.readString(said));
    }

    /** The words that start it. */
    static List<String> command(String script, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                script,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.pressmark.cli.Main"));
        command.addAll(words);
        return command;
    }
}
