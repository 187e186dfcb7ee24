package org.pressmark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command in a machine that is too small for its work. */
final class MemoryTest {
    @TempDir
    private Path folder;

    @Test
    void whoeverHasTooLittleMemoryHearsHowToGiveMore() throws IOException, InterruptedException {
        Path page = folder.resolve("page.html");
        Files.writeString(page, "<p>The talks go on and on until an agreement is found.</p>\n".repeat(700_000));
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "extract",
                        page.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(small.getInputStream().readAllBytes(), UTF_8);
        assertEquals(ExitCode.INTERNAL.code(), small.waitFor(), said);
        assertTrue(said.contains("more memory than there is") && said.contains("-Xmx2g"), said);
        assertFalse(said.contains("\tat "), said);
    }
}
