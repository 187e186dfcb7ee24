package org.pressmark.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;

class RepairTest {
    private static final String URL = "https://a.example/";

    @TempDir
    Path dir;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void cutsATornTailWhereverItIsTornAndKeepsTheBytes() throws IOException, InterruptedException {
        List<Capture> captures = new ArrayList<>();
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            for (int i = 0; i < 3; i++) {
                captures.add(Sample.append(archive, Sample.page(URL + i, "<p>" + i + "</p>")));
            }
        }
        String name = captures.get(0).location().file();
        byte[] whole = Files.readAllBytes(dir.resolve(name));
        Random random = new Random(1);
        List<Path> repaired = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            int length = round == 0 ? 0 : round == 1 ? whole.length : random.nextInt(whole.length);
            Path folder = Files.createDirectory(dir.resolve("round" + round));
            Files.write(folder.resolve(name + ".open"), Arrays.copyOf(whole, length));
            findings.clear();
            try (WarcArchive archive = Sample.archive(folder, findings)) {
                List<Capture> left = Sample.captures(archive);
                assertEquals(captures.subList(0, left.size()), left, "torn at " + length);
                long complete = left.isEmpty() ? 0 : ends(whole)[left.size()];
                Path torn = folder.resolve(name + ".torn");
                byte[] kept = Files.exists(torn) ? Files.readAllBytes(torn) : new byte[0];
                byte[] file = left.isEmpty() ? new byte[0] : Files.readAllBytes(folder.resolve(name));
                if (!left.isEmpty()) {
                    assertEquals(complete, file.length);
                    repaired.add(folder.resolve(name));
                }
                assertFalse(Files.exists(folder.resolve(name + ".open")));
                if (!left.isEmpty()) {
                    byte[] both = Arrays.copyOf(file, file.length + kept.length);
                    System.arraycopy(kept, 0, both, file.length, kept.length);
                    assertArrayEquals(Arrays.copyOf(whole, length), both, "no byte is lost");
                    assertEquals(1, findings.size(), "" + findings);
                }
            }
        }
        assertEquals("", Jwarc.validate(repaired));
    }

    /** Where the captures end: behind each metadata record. */
    private long[] ends(byte[] whole) throws IOException {
        Path file = dir.resolve("whole.warc.gz");
        Files.write(file, whole);
        return java.util.stream.LongStream.concat(
                        java.util.stream.LongStream.of(0),
                        Sample.records(file, new ArrayList<>()).stream()
                                .filter(record -> record.type().equals("metadata")
                                        && record.blockField("role").isPresent())
                                .mapToLong(record -> record.location().offset()
                                        + record.location().length()))
                .toArray();
    }

    @Test
    void leavesAloneWhatALivingProcessWrites() throws IOException {
        try (WarcArchive living = Sample.archive(dir, findings)) {
            Capture capture = Sample.append(living, Sample.page(URL, "alive"));
            try (WarcArchive other =
                    Sample.archive(dir, Sample.SETTINGS, InstantSource.fixed(Sample.THEN), 2, findings)) {
                assertTrue(Files.exists(dir.resolve(capture.location().file() + ".open")));
                assertEquals(
                        capture,
                        other.read(capture, original -> Optional.empty()).capture());
                Capture second = Sample.append(other, Sample.page(URL, "other"));
                assertFalse(second.location().file().equals(capture.location().file()));
            }
            assertEquals(
                    capture, Sample.append(living, Sample.page(URL, "alive")).equals(capture) ? null : capture);
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void tellsDamageInTheMiddleAndCutsNothingSound() throws IOException {
        List<Capture> captures = new ArrayList<>();
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            for (int i = 0; i < 3; i++) {
                captures.add(Sample.append(archive, Sample.page(URL + i, "<p>" + i + "</p>")));
            }
        }
        String name = captures.get(0).location().file();
        byte[] bytes = Files.readAllBytes(dir.resolve(name));
        bytes[(int) captures.get(1).location().offset() + 40] ^= 1;
        Files.delete(dir.resolve(name));
        Files.write(dir.resolve(name + ".open"), bytes);
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            assertArrayEquals(bytes, Files.readAllBytes(dir.resolve(name)));
            assertTrue(findings.stream().anyMatch(f -> f.level() == Finding.Level.DAMAGE), "" + findings);
            assertEquals(
                    captures.get(2),
                    archive.read(captures.get(2), original -> Optional.empty()).capture());
        }
    }

    /** What is killed below: appends until it dies, telling each capture that was acknowledged. */
    static final class Victim {
        private Victim() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] args) throws IOException, InterruptedException {
            Path dir = Path.of(args[0]);
            WarcArchive archive = Sample.archive(
                    dir, Sample.SETTINGS, InstantSource.fixed(Sample.THEN), Long.parseLong(args[1]), new ArrayList<>());
            Thread[] threads = new Thread[2];
            for (int t = 0; t < threads.length; t++) {
                int thread = t;
                threads[t] = new Thread(() -> {
                    for (int i = 0; ; i++) {
                        try {
                            Capture capture = Sample.append(
                                    archive,
                                    Sample.page(
                                            URL + args[1] + "/" + thread + "/" + i, "<p>" + "text ".repeat(i % 500)));
                            synchronized (System.out) {
                                System.out.println(capture.recordId() + " " + capture.url());
                                System.out.flush();
                            }
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                });
                threads[t].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void losesNothingAcknowledgedWhenKilled() throws IOException, InterruptedException {
        Random random = new Random(3);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            Path told = dir.resolve("told" + round);
            Process victim = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Victim.class.getName(),
                            dir.toString(),
                            Integer.toString(round + 10))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(told.toFile())
                    .start();
            int until = 1 + random.nextInt(40);
            while (wholeLines(told).size() < until && victim.isAlive()) {
                Thread.sleep(10);
            }
            victim.destroyForcibly().waitFor();
            assertTrue(wholeLines(told).size() >= until, "the victim ran");
            acknowledged.addAll(wholeLines(told));
        }
        try (WarcArchive archive = Sample.archive(dir, findings)) {
            List<String> stored = Sample.captures(archive).stream()
                    .map(capture -> capture.recordId() + " " + capture.url())
                    .toList();
            List<String> lost = new ArrayList<>(acknowledged);
            lost.removeAll(stored);
            assertEquals(List.of(), lost);
            assertEquals("", Jwarc.validate(archive.files()));
        }
    }

    private static List<String> wholeLines(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
