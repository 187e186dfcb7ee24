package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** The real program, killed at random moments of a crawl: the next crawls visit the rest, and nothing twice but what was in flight. */
final class CrawlKillTest {
    private static final int ROUNDS = 3;
    private static final int PAGES = 150;
    private static final String HOST = "news.example";

    @TempDir
    private Path folder;

    private final Random chance = new Random(20261122);

    @Test
    void aKilledCrawlGoesOnWhereItWas() throws IOException, InterruptedException {
        try (TestPress press = TestPress.open()) {
            StringBuilder feed = new StringBuilder("<rss><channel>");
            for (int i = 0; i < PAGES; i++) {
                feed.append("<item><link>http://" + HOST + "/" + i + "</link></item>");
                press.page(
                        HOST,
                        "/" + i,
                        Reply.html("<title>Story " + i + "</title><h1>Story " + i + "</h1><p>Some words.</p>"));
            }
            press.page(HOST, "/feed", Reply.content("text/xml", feed.toString().getBytes(StandardCharsets.UTF_8)));
            Files.writeString(
                    folder.resolve("sources.yaml"),
                    "sources:\n  - name: A\n    feeds: [http://" + HOST + "/feed]\n    schedule: 7d\n",
                    StandardCharsets.UTF_8);
            for (int round = 0; round < ROUNDS; round++) {
                kill(press, press.requests().size() + 3 + chance.nextInt(20));
            }
            Process last = start(press);
            assertTrue(last.waitFor(120, TimeUnit.SECONDS));
            assertEquals(0, last.exitValue(), Files.readString(folder.resolve("errors.txt"), StandardCharsets.UTF_8));
            int twice = 0;
            for (int i = 0; i < PAGES; i++) {
                int asked = press.requests(HOST, "/" + i).size();
                assertTrue(asked > 0, "/" + i + " was lost");
                twice += asked - 1;
            }
            // What was asked and not yet written when the process died: what came within one round of the writer.
            assertTrue(twice < PAGES, twice + " visits were made twice");
            Console.Run verified = new Console().run("verify", "--archive", archive());
            assertEquals(0, verified.code(), verified.toString());
            Console.Run why = new Console().run("why", "--archive", archive(), "http://" + HOST + "/7");
            assertTrue(why.out().contains("1 visit saw it"), why.toString());
        }
    }

    /** Lets the program crawl until the server has had so many requests, then kills it. */
    private void kill(TestPress press, int requests) throws IOException, InterruptedException {
        Process program = start(press);
        while (press.requests().size() < requests && program.isAlive()) {
            Thread.sleep(1);
        }
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(chance.nextInt(60_000)));
        program.destroyForcibly();
        assertTrue(program.waitFor(30, TimeUnit.SECONDS));
    }

    private Process start(TestPress press) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "crawl",
                "--sources",
                folder.resolve("sources.yaml").toString(),
                "--archive",
                archive(),
                "--connect-to",
                press.connectTo(HOST),
                "--delay",
                "0"));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
    }

    private String archive() {
        return folder.resolve("warcs").toString();
    }
}
