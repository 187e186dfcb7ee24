package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.Json;
import org.pressmark.model.Capture;
import org.pressmark.pipeline.Holdings;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** The real program, killed at random moments of a capture: what it said it stored is stored. */
final class KillTest {
    private static final int ROUNDS = 15;
    private static final int PAGES = 60;
    private static final String HOST = "news.example";

    @TempDir
    private Path folder;

    private final Random chance = new Random(20261122);
    private TestPress press;

    @BeforeEach
    void open() {
        press = TestPress.open();
        for (int i = 0; i < PAGES; i++) {
            press.page(HOST, "/story-" + i, Reply.html(story(i)));
            press.page(HOST, "/picture-" + i + ".png", Reply.content("image/png", noise(3_000 + i)));
        }
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void whatWasAcknowledgedSurvivesKillNine() throws IOException, InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(killedCapture());
            Console.Run verified = new Console().run("verify", "--archive", archive());
            assertEquals(0, verified.code(), "round " + round + ": " + verified);
        }
        assertTrue(acknowledged.size() >= ROUNDS, "each round acknowledged something: " + acknowledged.size());
        assertAllThere(acknowledged);
        Console.Run check = new Console().run("rebuild", "--check", "--archive", archive());
        assertEquals(0, check.code(), check.toString());
    }

    /** Lets the program capture, kills it some moments after one of its acknowledgements; gives what it acknowledged. */
    private List<String> killedCapture() throws IOException, InterruptedException {
        int after = 1 + chance.nextInt(5);
        int first = chance.nextInt(PAGES);
        Process program = start(first);
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && acknowledged.size() < after) {
                acknowledged.add(record(line));
                line = acknowledged.size() < after ? lines.readLine() : line;
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(chance.nextInt(40_000)));
            // By its handle: Process.destroyForcibly would close the stream that is still to be read.
            program.toHandle().destroyForcibly();
            // Whole lines that were already on their way count: the program had said them.
            for (line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith("}")) {
                    acknowledged.add(record(line));
                }
            }
        }
        assertTrue(program.waitFor(30, TimeUnit.SECONDS));
        return acknowledged;
    }

    private Process start(int first) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "capture",
                "--json",
                "--archive",
                archive(),
                "--connect-to",
                press.connectTo(HOST),
                "--delay",
                "0s",
                "--set",
                "fetch.requisite-delay=0s"));
        for (int i = 0; i < PAGES; i++) {
            command.add("http://" + HOST + "/story-" + (first + i) % PAGES);
        }
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
    }

    private void assertAllThere(List<String> acknowledged) throws IOException {
        Settings settings =
                Settings.defaults().with(java.util.Map.of(Setting.ARCHIVE_DIR, new Settings.Value(archive(), "test")));
        try (Pipeline house = Pipeline.open(settings, "test", finding -> {})) {
            for (String record : acknowledged) {
                Capture capture =
                        new Holdings(house).find(record).orElseThrow(() -> new AssertionError(record + " is lost"));
                long length = new ReplayCapture(house).read(capture).body().length();
                assertEquals(capture.payloadLength(), length, record);
            }
        }
    }

    private static String record(String line) {
        return Json.parse(line).path("capture").path("recordId").asText();
    }

    private String archive() {
        return folder.resolve("warcs").toString();
    }

    private static String story(int number) {
        return "<title>Story " + number + "</title><h1>Story " + number + "</h1><img src=\"/picture-" + number
                + ".png\">"
                + ("<p>Paragraph of story " + number
                                + ", long enough to be read as the body of an article by anyone.</p>")
                        .repeat(6);
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }
}
