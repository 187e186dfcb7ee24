package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.extract.Extractor;
import org.pressmark.json.Json;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.reuse.Wording;
import org.pressmark.store.Store;
import org.pressmark.store.StoreLocation;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** Stored pages read again by newer rules: a real archive, whose articles were put in as older rules would have made them. */
final class ReextractTest {
    private static final String HOST = "news.example";
    private static final String STORY = "<title>%s</title><h1>%s</h1>"
            + "<p>A paragraph that is long enough to be taken for the article of this page, with a full stop.</p>"
            + "<p>The ministers of seven countries met on Monday and could not agree on the price of fish.</p>"
            + "<p>Source: AFP</p>";

    @TempDir
    private Path folder;

    @Test
    void bringsEveryArticleAndWhatDependsOnItToThePresentRules() throws IOException {
        capturePages();
        Map<String, Long> warcs = sizes();
        age();
        assertEquals(1, run("rebuild", "--check").code(), "the index is as older rules left it");

        JsonNode planned = Json.parse(run("reextract", "--dry-run", "--json").out());
        assertEquals(3, planned.path("changed").asInt(), planned.toString());
        assertEquals(1, run("rebuild", "--check").code(), "a dry run changes nothing");

        Console.Run one = run("reextract", "--url", "http://" + HOST + "/one");
        assertEquals(0, one.code(), one.toString());
        assertTrue(one.out().contains("headline 1"), one.toString());

        JsonNode rest = Json.parse(run("reextract", "--json").out());
        assertEquals(1, rest.path("current").asInt(), "what the first run did is not done again: " + rest);
        assertEquals(1, rest.path("same").asInt(), rest.toString());
        assertEquals(1, rest.path("byField").path("found").asInt(), rest.toString());
        assertEquals(1, rest.path("byField").path("lost").asInt(), rest.toString());
        assertEquals(
                "http://" + HOST + "/three",
                rest.path("pages").get(0).path("url").asText());

        Console.Run check = run("rebuild", "--check");
        assertEquals(0, check.code(), "the same index as a rebuild gives: " + check);
        Console.Run verified = run("verify");
        assertEquals(0, verified.code(), "the log says what the index says: " + verified);
        assertEquals(warcs, sizes(), "no WARC file was touched");
        Console.Run again = run("reextract");
        assertTrue(again.out().contains("0 changed"), again.toString());
    }

    @Test
    void revisitsFollowTheirOriginals() throws IOException {
        try (TestPress press = TestPress.open().page(HOST, "/one", story("One"))) {
            assertEquals(0, capture(press, "/one").code());
            assertEquals(0, capture(press, "/one").code());
        }
        age();
        JsonNode done = Json.parse(run("reextract", "--json").out());
        assertEquals(1, done.path("read").asInt(), "a revisit holds no bytes of its own: " + done);
        assertEquals(0, run("rebuild", "--check").code());
    }

    @Test
    void whatWasCapturedWithoutReadingIsToldToTheLogWhenItIsRead() throws IOException {
        try (TestPress press = TestPress.open().page(HOST, "/one", story("One")).page(HOST, "/two", story("Two"))) {
            assertEquals(
                    0, capture(press, "/one", "--set", "capture.extract=false").code());
            assertEquals(
                    0, capture(press, "/two", "--set", "capture.extract=false").code());
        }
        assertEquals(0, leaves("version"));
        assertEquals(0, run("reextract").code());
        assertEquals(2, leaves("version"));
        assertEquals(2, leaves("claims"));
        assertEquals(2, leaves("links"), "the two are copies of each other");
        assertEquals(0, run("reextract", "--all").code());
        assertEquals(2, leaves("version"), "what comes out the same is not said again");
        Console.Run verified = run("verify");
        assertEquals(0, verified.code(), verified.toString());
        assertFalse(verified.out().contains("does not say what was read"), verified.toString());
    }

    @Test
    void aRobotsFileThatIsAPageTooHasOneText() throws IOException {
        String rules =
                "User-agent: *\nDisallow: /private\n# " + "words that are long enough to be read as a text. ".repeat(6);
        Reply robots = Reply.content("text/plain", rules.getBytes(StandardCharsets.UTF_8));
        for (String path : List.of("/robots.txt", "/one")) {
            try (TestPress press =
                    TestPress.open().page(HOST, "/robots.txt", robots).page(HOST, "/one", story("One"))) {
                Console.Run stored = capture(press, path, "--set", "capture.extract=false");
                assertEquals(0, stored.code(), stored.toString());
            }
        }
        assertEquals(0, run("reextract").code());
        Console.Run check = run("rebuild", "--check");
        assertEquals(0, check.code(), check.toString());
    }

    private long leaves(String type) throws IOException {
        return Files.readAllLines(folder.resolve("warcs/ledger/leaves.jsonl")).stream()
                .filter(leaf -> leaf.contains("\"type\":\"" + type + "\""))
                .count();
    }

    @Test
    void saysWhichAddressIsNotStored() throws IOException {
        capturePages();
        Console.Run run = run("reextract", "--url", "http://" + HOST + "/nowhere");
        assertEquals(4, run.code());
        assertTrue(run.err().contains("/nowhere: not in the archive"), run.err());
    }

    private void capturePages() throws IOException {
        try (TestPress press = TestPress.open()
                .page(HOST, "/one", story("One"))
                .page(HOST, "/two", story("Two"))
                .page(HOST, "/three", story("Three"))
                .page(HOST, "/none", Reply.html("<p></p>"))) {
            for (String path : List.of("/one", "/two", "/three", "/none")) {
                assertEquals(0, capture(press, path).code(), path);
            }
        }
    }

    private static Reply story(String headline) {
        return Reply.html(STORY.formatted(headline + " minister", headline + " minister"));
    }

    /** One: another headline; two: the same by an older name; three: nothing found; none: something found. */
    private void age() {
        StoreLocation location = StoreLocation.of(folder.resolve("warcs"), Optional.empty());
        try (Store store = Store.open(location)) {
            store.write(tx -> {
                for (Capture capture : tx.captures().readOtherwise(Optional.empty(), Optional.empty())) {
                    if (capture.url().endsWith("/three")) {
                        tx.versions().remove(capture);
                        continue;
                    }
                    Article aged = aged(capture, tx.articles().ofCapture(capture.recordId()));
                    Digest text = Wording.digest(aged);
                    tx.versions().place(capture, aged, text);
                    tx.claims().replace(capture.recordId(), List.of());
                }
            });
        }
    }

    private static Article aged(Capture capture, Optional<Article> now) {
        boolean one = capture.url().endsWith("/one");
        List<Block> blocks = new ArrayList<>(now.map(Article::blocks).orElse(List.of()));
        if (one || now.isEmpty()) {
            blocks.add(Block.of(BlockKind.PARAGRAPH, "Words that only older rules took.", Place.NONE));
        }
        Optional<Field> headline = one
                ? Optional.of(new Field("An older headline", "", Place.NONE, "headline.old"))
                : now.flatMap(Article::headline);
        return new Article(
                "pressmark-extract/1",
                capture.url(),
                now.map(Article::language).orElse(""),
                headline,
                now.map(Article::authors).orElse(List.of()),
                Optional.empty(),
                Optional.empty(),
                now.map(Article::agencies).orElse(List.of()),
                Optional.empty(),
                now.map(Article::facts).orElse(List.of()),
                blocks,
                List.of(),
                now.map(Article::notes).orElse(List.of()));
    }

    private Map<String, Long> sizes() throws IOException {
        Map<String, Long> out = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("warcs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return out;
    }

    private Console.Run capture(TestPress press, String path, String... options) {
        List<String> words = new ArrayList<>(
                List.of("capture", "--connect-to", press.connectTo(HOST), "--delay", "0s", "http://" + HOST + path));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(1, List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }

    @Test
    void theRulesHaveANameWithANumber() {
        assertTrue(Extractor.NAME.matches("pressmark-extract/[0-9]+"), Extractor.NAME);
    }
}
