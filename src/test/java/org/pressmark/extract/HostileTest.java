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

/** Input that was made to hurt: each ends with an article, within bounds that a hang would break. */
class HostileTest {
    private static final Duration FAR = Duration.ofMinutes(2);
    private static final String SENTENCE =
            "The minister said on Monday that the talks would go on until an agreement was found. ";

    private static Article read(String html) {
        return new Extractor()
                .extract(
                        html.getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        "https://news.example/a");
    }

    static Stream<String> traps() {
        return Stream.of(
                "<div>".repeat(100_000) + SENTENCE,
                "<b><i><a>".repeat(30_000) + SENTENCE,
                "<table>".repeat(20_000) + SENTENCE,
                "<ul><li>".repeat(50_000) + SENTENCE,
                "<blockquote>".repeat(50_000) + SENTENCE,
                "<p " + "a=b ".repeat(1_000_000) + ">" + SENTENCE,
                "<p " + attributes(200_000) + ">" + SENTENCE,
                "<p class='" + "share-".repeat(500_000) + "'>" + SENTENCE,
                "<p>" + "&amp".repeat(500_000),
                "<p>" + "&#x1F600;".repeat(200_000),
                "<p>" + "\0".repeat(1_000_000) + SENTENCE,
                "<!--".repeat(200_000),
                "<script type='application/ld+json'>" + "[".repeat(1_000_000) + "</script><p>" + SENTENCE,
                "<script type='application/ld+json'>" + "{\"@graph\":".repeat(200_000) + "</script><p>" + SENTENCE,
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":["
                        + "{\"name\":\"A\"},".repeat(300_000) + "]}</script><p>" + SENTENCE,
                "<li class=comment id=comment-1>x y <ol class=children>".repeat(20_000),
                "<div class='comment' id='comment-1'><b class=fn>A</b><p>words of a comment</p></div>".repeat(20_000),
                "<h1>" + "x ".repeat(500_000) + "</h1>",
                "<p>By " + "a, ".repeat(300_000) + "</p>",
                "<p>" + "1.1.".repeat(300_000) + "</p>",
                "<p>" + "(".repeat(300_000) + "AFP" + ")".repeat(300_000) + "</p>",
                ("<p>" + SENTENCE + "</p>").repeat(100_000),
                "<br>".repeat(400_000),
                "<img src=x>".repeat(200_000),
                "<time datetime='2020-01-01'>x</time>".repeat(50_000),
                "<a rel=author href=/x>Jane Roe</a>".repeat(50_000),
                "<figure><figcaption>" + "<span class=credit>x </span>".repeat(50_000),
                "<table>" + "<tr><td>a<td>b".repeat(60_000) + "</table>",
                "<meta name=a content=b>".repeat(200_000),
                "");
    }

    private static String attributes(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append('a').append(i).append("=b ");
        }
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("traps")
    void everyTrapEndsWithAnArticle(String html) {
        assertTimeoutPreemptively(FAR, () -> assertNotNull(read(html)));
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
