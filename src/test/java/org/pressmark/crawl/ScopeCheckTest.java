package org.pressmark.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Scope;

class ScopeCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Scope SCOPE = new Scope(
            List.of("News.example"),
            List.of("paper.example"),
            List.of("https://cdn.example/news/"),
            List.of("/story/[0-9]+$"),
            List.of("/video/"),
            2);

    private static Optional<String> refusal(String url) {
        return new ScopeCheck(SCOPE).refuses(url, 1, NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/a",
                "http://www.news.example/a",
                "https://a.b.paper.example/",
                "https://cdn.example/news/x",
                "https://else.example/story/12",
                "https://news.example/2026/11/22/a-day",
                "https://news.example/a/b/a"
            })
    void takesWhatIsNamed(String url) {
        assertEquals(Optional.empty(), refusal(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://live.news.example/ | outside the scope: hosts news.example",
                "https://notpaper.example/ | outside the scope",
                "https://news.example/video/1 | excludes '/video/'",
                "mailto:a@news.example | no http or https",
                "https://news.example/a/bb/a/bb/c/bb | repeats 'bb'",
                "https://news.example/cal/2031/04 | calendar without end",
                "https://news.example/cal?m=1824-04 | calendar without end",
                "https://news.example/?1&2&3&4&5&6&7&8&9&10&11&12&13&14&15&16&17 | parameters",
                "https://news.example/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25 | parts"
            })
    void saysWhyItLeavesOut(String url, String words) {
        assertTrue(refusal(url).orElse("").contains(words), refusal(url).toString());
    }

    @Test
    void countsHops() {
        assertTrue(new ScopeCheck(SCOPE)
                .refuses("https://news.example/", 3, NOW)
                .orElse("")
                .contains("3 links away, the scope allows 2"));
    }

    @Test
    void addressesMadeByOneProgramHaveOneShape() {
        assertEquals(Traps.shape("https://a.example/s?q=1&p=x"), Traps.shape("https://a.example/s?p=77&q=z"));
        assertEquals(
                Traps.shape("https://a.example/cal/2026/11/22").map(Traps.Shape::key),
                Traps.shape("https://a.example/cal/2025/1/2").map(Traps.Shape::key));
        assertEquals(Optional.empty(), Traps.shape("https://a.example/plain"));
        assertTrue(Traps.shape("https://a.example/news/12345").orElseThrow().most()
                > Traps.shape("https://a.example/cal/2026/11/22").orElseThrow().most());
    }
}
