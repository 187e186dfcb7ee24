package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, over a jar that is there and a java that only tells how it was called. */
final class LauncherTest {
    @TempDir
    private Path home;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here");
        Files.copy(Path.of("pressmark"), home.resolve("pressmark"));
        Files.createFile(Files.createDirectory(home.resolve("target")).resolve("pressmark.jar"));
        Path java = Files.writeString(home.resolve("java"), """
                #!/bin/sh
                case $1 in -version) echo 'openjdk version "17.0.1"' >&2 ;; *) echo "$LC_ALL|$LANG" ;; esac
                """);
        assertEquals(true, java.toFile().setExecutable(true));
    }

    private String run(Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", home.resolve("pressmark").toString(), "list");
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().put("PRESSMARK_JAVA", home.resolve("java").toString());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return out.strip();
    }

    /** As in a container, under cron, under systemd: else no address and no folder could have other letters than ASCII's. */
    @ParameterizedTest
    @ValueSource(strings = {"", "C", "POSIX"})
    void whereNoLocaleIsSetLettersAreThoseOfUtf8(String locale) throws Exception {
        assertEquals("C.UTF-8|", run(locale.isEmpty() ? Map.of() : Map.of("LC_ALL", locale)));
    }

    @Test
    void aLocaleThatIsSetStays() throws Exception {
        assertEquals("|de_DE.UTF-8", run(Map.of("LANG", "de_DE.UTF-8")));
    }
}
