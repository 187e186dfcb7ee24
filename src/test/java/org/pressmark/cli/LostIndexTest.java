package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** WARC files without the index that was made of them: copied without it, or it was deleted. */
final class LostIndexTest {
    private static final String HOST = "news.example";

    @TempDir
    private Path folder;

    @BeforeEach
    void capture() throws IOException {
        try (TestPress press = TestPress.open()
                .page(HOST, "/one", Reply.html("<title>A story</title><p>It is told at some length here."))) {
            Console.Run stored = run("capture", "--connect-to", press.connectTo(HOST), "http://" + HOST + "/one");
            assertEquals(0, stored.code(), stored.toString());
        }
        try (Stream<Path> index = Files.walk(folder.resolve("warcs/.pressmark"))) {
            for (Path file : index.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void readersAreToldWhatTheIndexLacks() {
        for (String[] command : new String[][] {{"list"}, {"search", "story"}, {"replay", "http://" + HOST + "/one"}}) {
            Console.Run told = run(command);
            assertTrue(told.err().contains(".warc.gz: this file is not, or not wholly, in the index"), told.toString());
            assertTrue(told.err().contains("rebuild"), told.toString());
        }
        assertEquals(0, run("rebuild").code());
        Console.Run listed = run("list");
        assertTrue(listed.out().contains("http://" + HOST + "/one"), listed.toString());
        assertFalse(listed.err().contains("index"), listed.toString());
    }

    @Test
    void whoBringsItUpToTheFilesIsNotSentToRebuild() {
        Console.Run verified = run("verify");
        assertTrue(verified.err().contains("they are indexed now"), verified.toString());
        assertFalse(verified.err().contains("rebuild"), verified.toString());
        Console.Run listed = run("list");
        assertTrue(listed.out().contains("http://" + HOST + "/one"), listed.toString());
    }

    private Console.Run run(String... words) {
        String archive = folder.resolve("warcs").toString();
        return new Console()
                .run(Stream.concat(Stream.of(words), Stream.of("--archive", archive))
                        .toArray(String[]::new));
    }
}
