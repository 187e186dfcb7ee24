package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pressmark.model.Article;
import org.pressmark.model.Field;
import org.pressmark.testing.Traps;

/** Input that was made to hurt: each ends with an article, within bounds that a hang would break. */
class HostileTest {
    private static final Duration FAR = Duration.ofMinutes(2);
    private static final String SENTENCE = Traps.SENTENCE;

    private static Article read(String html) {
        return new Extractor()
                .extract(
                        html.getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        "https://news.example/a");
    }

    static Stream<Traps.Trap> traps() {
        return Traps.all().stream();
    }

    @ParameterizedTest
    @MethodSource("traps")
    void everyTrapEndsWithAnArticle(Traps.Trap trap) {
        byte[] bytes = trap.bytes().get();
        assertTimeoutPreemptively(
                FAR, () -> assertNotNull(new Extractor().extract(bytes, trap.type(), "https://news.example/a")));
    }

    @Test
    void hugePageIsCutShortAndSaysSo() {
        String page = "<h1>Talks go on</h1>" + ("<p>" + SENTENCE + "</p>\n").repeat(600_000);
        assertTrue(page.length() > 50_000_000);
        Article article = assertTimeoutPreemptively(FAR, () -> read(page));
        assertTrue(
                article.notes().stream().anyMatch(note -> note.value().equals("cut-short")),
                article.notes().toString());
        assertTrue(article.body().startsWith("The minister said"));
    }

    @Test
    void emptyDocumentIsLabelledEmpty() {
        for (String html : new String[] {"", "<html></html>", "   ", "<p></p>"}) {
            Article article = read(html);
            assertEquals("", article.body());
            assertTrue(article.notes().stream().anyMatch(note -> note.value().equals("empty")));
        }
    }

    @Test
    void anyBytesGiveAnArticle() {
        byte[] bytes = new byte[20_000];
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            random.nextBytes(bytes);
            for (String type :
                    new String[] {"text/html", "text/plain", "text/markdown", "application/xhtml+xml", "image/png", ""
                    }) {
                assertNotNull(new Extractor()
                        .extract(bytes, Optional.of(type).filter(label -> !label.isEmpty()), "https://x.example/"));
            }
        }
    }

    @Test
    void sameBytesGiveTheSameArticle() {
        String html = "<title>A - B</title><h1>A</h1><p class=byline>By Jane Roe</p><p>" + SENTENCE.repeat(20);
        Article first = read(html);
        assertEquals(first, read(html));
        assertFalse(first.blocks().isEmpty());
        assertEquals(
                Optional.of("Jane Roe"),
                first.authors().stream().map(Field::value).findFirst());
    }
}
