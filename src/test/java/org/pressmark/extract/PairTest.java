package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Field;

/** The real pair of copies, as web pages and as plain documents. */
class PairTest {
    private static final String ORIGINAL =
            "https://www.themoscowtimes.com/2021/12/27/turkey-urges-russia-to-drop-one-sided-nato-demands-a-75936";

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = PairTest.class.getResourceAsStream("/org/pressmark/demo/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static Article read(String name) throws IOException {
        Optional<String> type = name.endsWith("html") ? Optional.of("text/html") : Optional.empty();
        return new Extractor().extract(bytes(name), type, "http://copies.example/" + name);
    }

    private static List<String> texts(Article article, BlockKind kind) {
        return article.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(Block::text)
                .toList();
    }

    private static void flat(List<Comment> comments, String parent, List<String> out) {
        for (Comment comment : comments) {
            out.add(parent + ">" + comment.author());
            flat(comment.replies(), comment.author(), out);
        }
    }

    /** The text has no-break spaces where the page has plain ones; original characters are kept in both. */
    private static String folded(String text) {
        return text.replace('\u00A0', ' ');
    }

    @Test
    void archivedOriginalSaysTheSameAsPageAndAsMarkdown() throws IOException {
        Article page = read("archived-original.html");
        Article plain = read("archived-original.md");
        assertEquals(plain.body(), page.body());
        assertEquals(plain.headline().map(Field::value), page.headline().map(Field::value));
        for (BlockKind kind : BlockKind.values()) {
            if (kind != BlockKind.IMAGE) {
                assertEquals(texts(plain, kind), texts(page, kind), kind.word());
            }
        }
    }

    @Test
    void republishedCopySaysTheSameAsPageAndAsText() throws IOException {
        Article page = read("republished-copy.html");
        Article plain = read("republished-copy.txt");
        assertEquals(folded(plain.body()), folded(page.body()));
        for (BlockKind kind : BlockKind.values()) {
            assertEquals(
                    folded(texts(plain, kind).toString()),
                    folded(texts(page, kind).toString()),
                    kind.word());
        }
    }

    @Test
    void archivedOriginalHasEveryFieldApart() throws IOException {
        Article article = read("archived-original.html");
        assertEquals(
                "Turkey Urges Russia to Drop 'One-Sided' NATO Demands",
                article.headline().orElseThrow().value());
        assertEquals(
                List.of("AFP"), article.authors().stream().map(Field::value).toList());
        assertEquals(
                List.of("AFP"), article.agencies().stream().map(Field::value).toList());
        assertEquals("By AFP", article.agencies().get(0).exact());
        assertEquals(
                "2021-12-27T14:40:00+03:00", article.published().orElseThrow().value());
        assertEquals("en", article.language());
        assertEquals(List.of("By AFP"), texts(article, BlockKind.BYLINE));
        assertEquals(List.of("December 27, 2021"), texts(article, BlockKind.TIMESTAMP));
        assertEquals(List.of("Turkish Foreign Minister Mevlut Cavusoglu."), texts(article, BlockKind.CAPTION));
        assertEquals(List.of("Number 10 / flickr (CC BY-NC-ND 2.0)"), texts(article, BlockKind.CREDIT));
        assertEquals(List.of("Original url: " + ORIGINAL), texts(article, BlockKind.ORIGINAL_URL));
        assertEquals(12, texts(article, BlockKind.PARAGRAPH).size());
        Block picture = article.blocks().stream()
                .filter(block -> block.kind() == BlockKind.IMAGE)
                .findFirst()
                .orElseThrow();
        assertEquals(
                new Block.Image("http://copies.example/images/cavusoglu.jpg", "Turkish Foreign Minister"),
                picture.image().orElseThrow());
        assertEquals(
                1,
                article.blocks().stream()
                        .filter(block -> block.kind() == BlockKind.IMAGE)
                        .count());
    }

    @Test
    void republishedCopyKeepsTheSourceLineAndDropsTheSite() throws IOException {
        Article article = read("republished-copy.html");
        assertEquals(List.of("Source: AFP"), texts(article, BlockKind.SOURCE_LINE));
        assertEquals(
                List.of("AFP"), article.agencies().stream().map(Field::value).toList());
        assertEquals("Republisher", article.site().orElseThrow().value());
        assertTrue(article.published().isEmpty(), "the page states no date");
        assertEquals(11, texts(article, BlockKind.PARAGRAPH).size());
        for (String alien : List.of(
                "Advertisement",
                "Share",
                "Related",
                "S-400",
                "Subscribe",
                "Cap960",
                "Leave A Reply",
                "rights reserved",
                "Home")) {
            assertFalse(article.body().contains(alien), alien);
        }
        assertTrue(article.body().contains("[Is the security of NATO states threatened by Russia?]"));
    }

    @Test
    void allSevenCommentsAreFoundWithAuthorAndNesting() throws IOException {
        List<String> expected = List.of(
                ">Cap960", "Cap960>Teya", "Cap960>Ole", ">SteveK9", ">XSFRGR", ">Eddy", "Eddy>Micheal Petrovich");
        for (String name : List.of("republished-copy.html", "republished-copy.txt")) {
            Article article = read(name);
            List<String> found = new ArrayList<>();
            flat(article.comments(), "", found);
            assertEquals(expected, found, name);
            assertEquals(7, article.commentCount());
        }
        assertEquals(
                Optional.of("2021-12-29T01:14:00+00:00"),
                read("republished-copy.html").comments().get(0).time());
    }

    @Test
    void commentsHaveTheSameWordsAsPageAndAsText() throws IOException {
        List<Comment> page = read("republished-copy.html").comments();
        List<Comment> plain = read("republished-copy.txt").comments();
        for (int i = 0; i < page.size(); i++) {
            assertEquals(folded(plain.get(i).text()), folded(page.get(i).text()));
        }
    }

    @Test
    void factsKeepTheirExactCharactersAndTheirPlace() throws IOException {
        byte[] payload = bytes("archived-original.html");
        Article article = read("archived-original.html");
        Field basis = article.facts().stream()
                .filter(field -> field.rule().equals("json-ld.isBasedOn"))
                .findFirst()
                .orElseThrow();
        assertEquals(ORIGINAL, basis.value());
        for (String rule :
                List.of("json-ld.isBasedOn", "json-ld.author", "meta.author", "title", "json-ld.datePublished")) {
            Field fact = article.facts().stream()
                    .filter(field -> field.rule().equals(rule))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    fact.exact(),
                    cut(payload, fact.place().startByte(), fact.place().endByte()),
                    rule);
        }
        assertTrue(read("republished-copy.html").facts().stream()
                .anyMatch(field -> field.rule().equals("link.canonical")));
    }

    @Test
    void everyBlockCanBeCutOutOfTheBytes() throws IOException {
        for (String name : List.of(
                "archived-original.html", "republished-copy.html", "archived-original.md", "republished-copy.txt")) {
            byte[] payload = bytes(name);
            for (Block block : read(name).blocks()) {
                String cut =
                        cut(payload, block.place().startByte(), block.place().endByte());
                String first = block.text().split(" ", 2)[0];
                assertTrue(cut.contains(first), name + ": '" + first + "' in '" + cut + "'");
            }
        }
    }

    private static String cut(byte[] payload, long from, long to) {
        return new String(payload, (int) from, (int) (to - from), StandardCharsets.UTF_8);
    }
}
