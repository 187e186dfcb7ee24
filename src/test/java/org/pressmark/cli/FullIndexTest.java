package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** A crawl whose index can grow no more, by the limit of a process on its files: it stops, and what is stored is entered later. */
@DisabledOnOs(OS.WINDOWS)
final class FullIndexTest {
    private static final String HOST = "news.example";
    private static final int PAGES = 60;

    @TempDir
    private Path folder;

    private final Random chance = new Random(7);

    @Test
    void theCrawlStopsWithItsCodeAndTheNextEntersWhatIsMissing() throws Exception {
        try (TestPress press = TestPress.open()) {
            StringBuilder front = new StringBuilder("<h1>All of them</h1><p>Here they are.</p>");
            for (int i = 0; i < PAGES; i++) {
                front.append("<a href=/").append(i).append(">story</a>");
                press.page(HOST, "/" + i, Reply.html(story(i)));
            }
            press.page(HOST, "/", Reply.html(front.toString()));
            String said = crawlWithFilesOfAtMost(1_500_000, words(press));
            assertTrue(said.contains("the index refused") && said.contains("Is the disk full?"), said);
            Console.Run again = new Console().run(words(press).toArray(new String[0]));
            assertEquals(0, again.code(), again.toString());
            Console.Run check = new Console().run("rebuild", "--check", "--archive", archive());
            assertEquals(0, check.code(), check.toString());
            assertEquals(0, new Console().run("verify", "--archive", archive()).code());
        }
    }

    private String story(int number) {
        String paragraphs = IntStream.range(0, 40)
                .mapToObj(paragraph -> "<p>" + sentence() + "</p>")
                .collect(Collectors.joining());
        return "<title>Story " + number + "</title><article><h1>Story " + number + "</h1>" + paragraphs + "</article>";
    }

    private String sentence() {
        return IntStream.range(0, 40)
                        .mapToObj(word -> Integer.toString(chance.nextInt(40_000), 36))
                        .collect(Collectors.joining(" "))
                + ".";
    }

    private List<String> words(TestPress press) {
        return List.of(
                "crawl",
                "http://" + HOST + "/",
                "--delay",
                "0",
                "--archive",
                archive(),
                "--connect-to",
                press.connectTo(HOST));
    }

    private String archive() {
        return folder.resolve("warcs").toString();
    }

    /** Says what went to the error stream. */
    private String crawlWithFilesOfAtMost(int bytes, List<String> words) throws IOException, InterruptedException {
        Confined.Run run = Confined.run("ulimit -f " + bytes / 512 + "; exec \"$@\"", folder, words);
        assertEquals(ExitCode.IO.code(), run.code(), run.said());
        return run.said();
    }
}
