package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;

/** What a stored feed says of a page counts among the page's claims, whichever of the two was stored first. */
final class FeedClaimsTest {
    private static final String STORY = "http://daily.example/story";
    private static final String FIRST = "http://first.example/story";
    private static final String FEED = "http://daily.example/feed.xml";

    @TempDir
    private Path folder;

    private void story(LoggedArchive archive, String url) throws IOException {
        String paragraph = "<p>The ministers of seven countries met on Monday and could not agree on the price of fish,"
                + " which has risen since the spring.</p>";
        give(
                archive,
                url,
                "text/html",
                "<title>Fish</title><article><h1>Fish</h1>" + paragraph.repeat(3) + "</article>");
    }

    private void feed(LoggedArchive archive, String rest) throws IOException {
        give(
                archive,
                FEED,
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Daily</title><item><link>" + STORY + "</link>" + rest
                        + "</item></channel></rss>");
    }

    private void give(LoggedArchive archive, String url, String type, String text) throws IOException {
        Path file = Files.createTempFile(folder, "given", ".x");
        Files.writeString(file, text);
        Console.Run run = archive.run("import", file.toString(), "--url", url, "--type", type);
        assertEquals(0, run.code(), run.toString());
    }

    private LoggedArchive archive(String name) throws IOException {
        return new LoggedArchive(Files.createDirectories(folder.resolve(name)));
    }

    private static final String VIA = "<atom:link rel=\"via\" href=\"" + FIRST + "\"/><dc:creator>AFP</dc:creator>";

    /** The reasons that rest on what the feed says, as {@code rule kind basis}. */
    private static List<String> byTheFeed(LoggedArchive archive) {
        JsonNode chain = Json.parse(archive.run("trace", STORY, "--json").out());
        return StreamSupport.stream(chain.findParents("reasons").spliterator(), false)
                .flatMap(link -> StreamSupport.stream(link.path("reasons").spliterator(), false)
                        .filter(reason ->
                                reason.path("claim").path("rule").asText().startsWith("claim.feed."))
                        .map(reason -> reason.path("rule").asText() + " "
                                + reason.path("claim").path("kind").asText() + " "
                                + link.path("basis").asText()))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void aStatedLinkRestsOnTheFeedsWordsInWhateverOrderTheyCame() throws IOException {
        LoggedArchive before = archive("before");
        feed(before, VIA);
        story(before, STORY);
        story(before, FIRST);
        LoggedArchive after = archive("after");
        story(after, STORY);
        story(after, FIRST);
        feed(after, VIA);
        List<String> expected = List.of("A1 original-source stated", "A4 byline stated");
        for (LoggedArchive archive : List.of(before, after)) {
            assertEquals(
                    expected,
                    byTheFeed(archive),
                    archive.run("trace", STORY, "--json").out());
            Console.Run rebuilt = archive.run("rebuild", "--check");
            assertEquals(0, rebuilt.code(), rebuilt.toString());
            assertEquals(List.of("exit 0"), archive.verified());
            archive.deleteIndex();
            assertEquals(List.of("exit 0"), archive.verified());
            assertEquals(expected, byTheFeed(archive));
        }
    }

    @Test
    void whatTheFeedSaysAgainIsKeptOnceAsItsEarliestCaptureHasIt() throws IOException {
        LoggedArchive archive = archive("one");
        feed(archive, VIA);
        feed(archive, VIA + "<title>Now with a headline</title>");
        story(archive, STORY);
        JsonNode chain = Json.parse(archive.run("trace", STORY, "--json").out());
        List<String> holders = chain.findValues("claims").get(0).findValuesAsText("recordId");
        assertEquals(1, holders.stream().distinct().count(), chain.toPrettyString());
        assertEquals(0, archive.run("rebuild", "--check").code());
        assertEquals(0, archive.run("reextract", "--all").code());
        assertEquals(0, archive.run("rebuild", "--check").code());
        assertTrue(archive.verified().contains("exit 0"), archive.verified().toString());
    }

    @Test
    void aFeedThatIsTakenDownSaysNothingMore() throws IOException {
        LoggedArchive archive = archive("forget");
        feed(archive, VIA);
        story(archive, STORY);
        story(archive, FIRST);
        assertFalse(byTheFeed(archive).isEmpty());
        assertEquals(
                0, archive.run("forget", FEED, "--reason", "an order", "--yes").code());
        assertEquals(List.of(), byTheFeed(archive));
        assertEquals(List.of("exit 0", "content-forgotten"), archive.verified());
        Console.Run rebuilt = archive.run("rebuild", "--check");
        assertEquals(0, rebuilt.code(), rebuilt.toString());
    }
}
