package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dead processes leave in folders, and who throws it away. */
final class WorkFolderTest {
    @TempDir
    private Path folder;

    @Test
    void whatTheDeadLeftIsThrownAwayWhenNobodyWorksThere() throws IOException {
        Path work = folder.resolve("work");
        Path half = work.resolve("an-export/data.warc.gz");
        try (WorkFolder first = WorkFolder.open(work)) {
            assertEquals(work, first.path());
            Files.createDirectories(half.getParent());
            Files.writeString(half, "half an export");
            Files.createFile(work.resolve("crawl.lock"));
            WorkFolder.open(work).close();
            assertTrue(Files.exists(half), "somebody works there");
        }
        WorkFolder.open(work).close();
        assertEquals(List.of("crawl.lock", "in-use.lock"), names(work));
    }

    @Test
    void halfOfAFileIsThrownAwayByWhoeverWritesItNext() throws IOException {
        Process dead = new ProcessBuilder("true").start();
        dead.onExit().join();
        Path half = Files.createFile(folder.resolve(".out.wacz." + dead.pid() + ".part"));
        Path another = Files.createFile(folder.resolve(".other.wacz." + dead.pid() + ".part"));
        Path living = Files.createFile(folder.resolve(
                ".out.wacz." + ProcessHandle.current().parent().orElseThrow().pid() + ".part"));
        try (WholeFile whole = WholeFile.begin(folder.resolve("out.wacz"))) {
            whole.out().write("whole".getBytes(StandardCharsets.US_ASCII));
            whole.done();
        }
        assertTrue(Files.notExists(half));
        assertTrue(Files.exists(another) && Files.exists(living));
        assertEquals("whole", Files.readString(folder.resolve("out.wacz")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }
}
