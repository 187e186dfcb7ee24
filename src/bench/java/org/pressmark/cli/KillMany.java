package org.pressmark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.pressmark.archive.Contents;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.Json;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.pipeline.Holdings;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.pipeline.VerifyArchive;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/**
 * As KillTest, many times over: the real program captures from a real server and is killed with {@code kill -9} at a random
 * moment, again and again in one archive. Every capture that it acknowledged, on its standard output, must be there.
 *
 * <p>{@code java … KillMany ROUNDS FOLDER}; exit 1 where a capture is lost or the archive damaged.
 */
public final class KillMany {
    private static final int PAGES = 60;
    private static final int CHECK_EVERY = 25;
    private static final String HOST = "news.example";

    private final Random chance = new Random(20261122);
    private final Path folder;
    private final TestPress press;
    private int early;

    private KillMany(Path folder, TestPress press) {
        this.folder = folder;
        this.press = press;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        try (TestPress press = TestPress.open()) {
            KillMany bench = new KillMany(Path.of(args[1]), press);
            for (int i = 0; i < PAGES; i++) {
                press.page(HOST, "/story-" + i, Reply.html(story(i)));
                press.page(HOST, "/picture-" + i + ".png", Reply.content("image/png", bench.noise(3_000 + i)));
            }
            System.exit(bench.run(rounds) ? 0 : 1);
        }
    }

    /** One capture that ends by itself, to make the class-data archive with which the others start quickly. */
    private void warmUp() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command(0));
        command.replaceAll(word -> word.replace("-XX:SharedArchiveFile=", "-XX:ArchiveClassesAtExit="));
        Process program = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("warm-up.txt").toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        program.waitFor();
    }

    private boolean run(int rounds) throws IOException, InterruptedException {
        warmUp();
        Set<String> acknowledged = new LinkedHashSet<>();
        for (int round = 1; round <= rounds; round++) {
            acknowledged.addAll(killedCapture());
            if (round % CHECK_EVERY == 0 || round == rounds) {
                boolean sound = sound(); // repairs and indexes what the last kill left
                int lost = lost(acknowledged);
                System.out.println(round + " kills: " + acknowledged.size() + " captures acknowledged, " + lost
                        + " lost; " + early + " kills came before the first acknowledgement");
                if (lost > 0 || !sound) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<String> killedCapture() throws IOException, InterruptedException {
        int after = chance.nextInt(5);
        Process program = start(chance.nextInt(PAGES));
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < after; i++) {
                String line = lines.readLine();
                if (line != null) {
                    acknowledged.add(record(line));
                }
            }
            // With no acknowledgement to wait for, somewhere between the start of the JVM and the first pages.
            int longest = after == 0 ? 1_500_000 : 40_000;
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(chance.nextInt(longest)));
            program.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith("}")) {
                    acknowledged.add(record(line));
                }
            }
        }
        program.waitFor();
        early += acknowledged.isEmpty() ? 1 : 0;
        return acknowledged;
    }

    private Process start(int first) throws IOException {
        return new ProcessBuilder(command(first))
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
    }

    private List<String> command(int first) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "capture",
                "--json",
                "--archive",
                folder.resolve("warcs").toString(),
                "--connect-to",
                press.connectTo(HOST),
                "--delay",
                "0s",
                "--set",
                "fetch.requisite-delay=0s"));
        for (int i = 0; i < PAGES; i++) {
            command.add("http://" + HOST + "/story-" + (first + i) % PAGES);
        }
        return command;
    }

    private Pipeline open() {
        String archive = folder.resolve("warcs").toString();
        return Pipeline.open(
                Settings.defaults().with(Map.of(Setting.ARCHIVE_DIR, new Settings.Value(archive, "bench"))),
                "bench",
                finding -> {});
    }

    private int lost(Set<String> acknowledged) throws IOException {
        int lost = 0;
        try (Pipeline house = open()) {
            for (String record : acknowledged) {
                Capture capture = new Holdings(house).find(record).orElse(null);
                boolean there = capture != null
                        && new ReplayCapture(house).read(capture).body().length() == capture.payloadLength();
                if (!there) {
                    lost++;
                    System.out.println("lost: " + record + (capture == null ? ", not in the index, " : ", without its body, ")
                            + (inFiles(record) ? "in a file" : "in no file"));
                }
            }
        }
        return lost;
    }

    private boolean inFiles(String record) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("warcs"))) {
            files = all.filter(file -> file.toString().endsWith(".warc.gz")).toList();
        }
        AtomicBoolean found = new AtomicBoolean();
        for (Path file : files) {
            Contents.captures(
                    file,
                    capture -> found.compareAndSet(false, capture.recordId().equals(record)),
                    finding -> {});
        }
        return found.get();
    }

    private boolean sound() throws IOException {
        try (Pipeline house = open()) {
            VerifyArchive.Verified verified = new VerifyArchive(house).verify((file, done, total) -> {});
            verified.findings().stream()
                    .filter(finding -> finding.level() != Finding.Level.NOTE)
                    .forEach(System.out::println);
            return verified.conformant();
        }
    }

    private static String record(String line) {
        return Json.parse(line).path("capture").path("recordId").asText();
    }

    private static String story(int number) {
        return "<title>Story " + number + "</title><h1>Story " + number + "</h1><img src=\"/picture-" + number
                + ".png\">"
                + ("<p>Paragraph of story " + number + ", long enough to be read as the body of an article.</p>")
                        .repeat(6);
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }
}
