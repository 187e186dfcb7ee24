package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.json.Json;

/** Articles found by their words, in any script, in every text that a page had. */
class SearchTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void importArticles() throws IOException {
        article(
                "http://paper.example/harbour",
                "2024-03-01T10:00:00Z",
                "# Harbour closes\n\nThe ministry said on Tuesday that the"
                        + " harbour would be closed for repairs. \"We have counted twelve ships,\" Anna Berg said.\n");
        article(
                "http://paper.example/harbour",
                "2024-05-01T10:00:00Z",
                "# Harbour open again\n\nThe ministry said on Friday that the"
                        + " harbour was open. Russia's ships had waited for weeks, and the crews were tired.\n");
        article(
                "http://www.news.example/pekin",
                "2024-04-01T10:00:00Z",
                "# 北京的新港口\n\n北京政府周二宣布，新港口将于秋季开放。" + "外交部发言人说，这是一个重要的决定，所有船只都可以使用。\n");
        article(
                "http://m.zeitung.example/muenchen",
                "2024-04-02T10:00:00Z",
                "# Ärger in München\n\nDer Hafen bleibt geschlossen, sagte"
                        + " die Sprecherin am Dienstag in München, und die Schiffe warten weiter draußen.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "harbour,1,harbour",
        "HARBOUR ministry,1,harbour",
        "twelve,1,harbour",
        "\"counted twelve ships\",1,harbour",
        "\"twelve counted\",0,",
        "russia,1,harbour",
        "münchen,1,muenchen",
        "munchen,1,muenchen",
        "mün*,1,muenchen",
        "北京,1,pekin",
        "外交部发言人,1,pekin",
        "京北,0,",
        "harbour -ministry,0,",
        "ships OR,0,",
        "hafen schiffe,1,muenchen",
    })
    void findsWordsPhrasesAndBeginnings(String words, int pages, String page) {
        JsonNode found = Json.parse(run("search", "--json", words).out());
        assertEquals(pages, found.path("pages").asInt(), found.toString());
        if (pages > 0) {
            assertTrue(found.path("hits").get(0).path("url").asText().endsWith(page), found.toString());
        }
    }

    @Test
    void showsTheTextOfAPageThatAnswersBest() {
        JsonNode hit =
                Json.parse(run("search", "--json", "twelve").out()).path("hits").get(0);
        assertEquals(1, hit.path("version").path("number").asInt());
        String excerpt = hit.path("excerpt").asText();
        JsonNode mark = hit.path("marks").get(0);
        assertEquals(
                "twelve", excerpt.substring(mark.get(0).asInt(), mark.get(1).asInt()));
        JsonNode both = Json.parse(run("search", "--json", "harbour").out())
                .path("hits")
                .get(0);
        assertEquals(2, both.path("texts").asInt());
        assertTrue(run("search", "北京").out().contains("[北京]"));
    }

    @Test
    void filtersBySiteTimeAddressAndHeadline() {
        assertEquals(1, pages("--site", "news.example"));
        assertEquals(1, pages("--site", "zeitung.example"));
        assertEquals(0, pages("--site", "ews.example"));
        assertEquals(2, pages("--to", "2024-04-01"));
        assertEquals(1, pages("--from", "2024-04-03"));
        assertEquals(2, pages("--from", "2024-04-01", "--to", "2024-04-30"));
        assertEquals(1, pages("--url", "https://paper.example/"));
        assertEquals(0, pages("--title", "ministry"));
        assertEquals(1, pages("--title", "open"));
        assertEquals(3, pages("--limit", "1"));
        JsonNode newest = Json.parse(run("search", "--newest", "--json").out()).path("hits");
        assertTrue(newest.get(0).path("url").asText().endsWith("/harbour"), newest.toString());
        assertEquals(2, run("search", "--from", "nonsense").code());
        assertEquals(4, run("search", "nowhere").code());
    }

    @Test
    void saysSoWhereNothingThatWasTypedIsAWord() {
        Console.Run none = run("search", "(");
        assertEquals(2, none.code());
        assertTrue(none.err().contains("expected words"), none.err());
    }

    @Test
    void knowsWhatCameSinceAndWhatWasMadeAnew() throws IOException {
        assertEquals(0, pages("lighthouse"));
        article(
                "http://paper.example/light",
                "2024-06-01T10:00:00Z",
                "# A lighthouse\n\nThe old lighthouse above the bay was lit again on"
                        + " Sunday, for the first time in forty years.\n");
        assertEquals(1, pages("lighthouse"));
        assertEquals(0, run("rebuild").code());
        assertEquals(1, pages("lighthouse"));
        Path words = folder.resolve("warcs/.pressmark/words");
        try (Stream<Path> all = Files.walk(words)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertEquals(1, pages("lighthouse"), "a lost word index is made anew");
        try (Stream<Path> all = Files.list(words)) {
            for (Path file : all.filter(each -> each.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertEquals(1, pages("lighthouse"), "so is a damaged one");
    }

    private int pages(String... words) {
        List<String> all = new ArrayList<>(List.of("search", "--json"));
        all.addAll(List.of(words));
        return Json.parse(run(all.toArray(String[]::new)).out()).path("pages").asInt();
    }

    private void article(String url, String date, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("article.md"), text);
        Console.Run run = run("import", file.toString(), "--url", url, "--date", date);
        assertEquals(0, run.code(), run.toString());
    }

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }
}
