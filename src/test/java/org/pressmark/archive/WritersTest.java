package org.pressmark.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;

class WritersTest {
    private static final ArchiveSettings SMALL = new ArchiveSettings(
            20_000,
            Duration.ofDays(1),
            1,
            256,
            "Pressmark/test",
            "obey",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @TempDir
    Path dir;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void manyThreadsAndTwoArchivesWriteIntoOneFolder() throws IOException, InterruptedException, ExecutionException {
        Set<String> appended = new TreeSet<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (WarcArchive one = Sample.archive(dir, SMALL, InstantSource.fixed(Sample.THEN), 1, findings);
                WarcArchive two = Sample.archive(dir, SMALL, InstantSource.fixed(Sample.THEN), 2, findings)) {
            List<Callable<Capture>> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int number = i;
                work.add(() -> Sample.append(
                        number % 2 == 0 ? one : two, Sample.page("https://a.example/" + number, "<p>" + number)));
            }
            for (Future<Capture> done : threads.invokeAll(work)) {
                appended.add(done.get().toString());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(200, appended.size());
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Set<String> found = new TreeSet<>();
            Sample.captures(archive).forEach(capture -> found.add(capture.toString()));
            assertEquals(appended, found);
            assertTrue(archive.files().size() > 4, "rotated under load");
            assertEquals("", Jwarc.validate(archive.files()));
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void anInterruptedThreadSpoilsNothingForTheOthers() throws IOException {
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            Capture first = Sample.append(archive, Sample.page("https://a.example/1", "1"));
            Thread.currentThread().interrupt();
            Capture second = Sample.append(archive, Sample.page("https://a.example/2", "2"));
            assertTrue(Thread.interrupted());
            Capture third = Sample.append(archive, Sample.page("https://a.example/3", "3"));
            assertEquals(first.location().file(), third.location().file());
            assertTrue(second.location().offset() < third.location().offset());
        }
    }

    /** Runs under a limit of file size, which behaves as a full disk does: appends until it is refused, and then less. */
    static final class Crowded {
        private Crowded() {}

        public static void main(String[] args) throws IOException {
            byte[] noise = new byte[30_000];
            new Random(5).nextBytes(noise);
            try (WarcArchive archive = Sample.archive(Path.of(args[0]), new ArrayList<>())) {
                List<Capture> stored = new ArrayList<>();
                String head = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n";
                ArchiveWriteException full = assertThrows(ArchiveWriteException.class, () -> {
                    while (stored.size() < 100) {
                        stored.add(Sample.append(
                                archive,
                                Sample.exchange("https://a.example/" + stored.size(), head, Sample.body(noise))));
                    }
                });
                assertTrue(String.valueOf(full.getMessage()).contains("The capture is not stored"));
                assertTrue(stored.size() > 1 && stored.size() < 100, "stored " + stored.size());
                stored.add(Sample.append(archive, Sample.page("https://a.example/small", "small")));
                for (Capture capture : stored) {
                    assertEquals(
                            capture,
                            archive.read(capture, original -> Optional.empty()).capture());
                }
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFullDiskRefusesOneCaptureAndLosesNone() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 300; exec \"$0\" \"$@\"",
                        java,
                        "-XX:-UsePerfData",
                        "-Xshare:off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crowded.class.getName(),
                        dir.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            List<Capture> captures = Sample.captures(archive);
            assertEquals(
                    "https://a.example/small", captures.get(captures.size() - 1).url());
            assertEquals("", Jwarc.validate(archive.files()));
        }
        assertEquals(List.of(), findings);
    }
}
