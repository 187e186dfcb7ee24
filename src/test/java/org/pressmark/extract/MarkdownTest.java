package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;

class MarkdownTest {
    private static final String DOCUMENT = """
            ---
            title: Fish is dear
            author: "Ann Example"
            date: 2024-01-30
            ---

            Fish is dear again
            ==================

            The ministers of seven countries met on Monday and talked about the [price of fish][p] for hours.

            Why it matters
            --------------

            - cod
              - from the north
            - herring

            | fish | price |
            |------|-------|
            | cod  | 12    |
            | eel  | 30    |

            ```python
            if dear:
                print("fish")
            ```

            [p]: https://x.example/price "The price"
            """;

    @Test
    void readsWhatIsSetByLines() {
        Article article = read(DOCUMENT);
        assertEquals("Fish is dear again", article.headline().orElseThrow().value());
        assertEquals("Ann Example", article.authors().get(0).value());
        assertEquals("2024-01-30", article.published().orElseThrow().value());
        assertEquals("Why it matters", text(article, BlockKind.HEADING));
        assertEquals("fish\tprice\ncod\t12\neel\t30", text(article, BlockKind.TABLE));
        assertEquals("if dear:\n    print(\"fish\")", text(article, BlockKind.PREFORMATTED));
        Block paragraph = block(article, BlockKind.PARAGRAPH).get(0);
        assertEquals("https://x.example/price", paragraph.inlines().get(0).target());
        assertEquals(
                List.of(1, 2, 1),
                block(article, BlockKind.LIST).stream().map(Block::level).toList());
        assertTrue(article.facts().stream().anyMatch(fact -> fact.rule().equals("front-matter.title")));
    }

    @Test
    void everyBlockCanBeCutOutOfTheBytes() {
        for (Block block : read(DOCUMENT).blocks()) {
            String cut = DOCUMENT.substring(block.place().start(), block.place().end());
            String first = block.text().split("[\\s]", 2)[0];
            assertTrue(cut.contains(first), block + " against " + cut);
        }
    }

    @Test
    void anOpenFenceEndsWithTheDocument() {
        Article article = read("# Title\n\n```\ncode that never ends\n");
        assertEquals("code that never ends", text(article, BlockKind.PREFORMATTED));
    }

    private static List<Block> block(Article article, BlockKind kind) {
        return article.blocks().stream().filter(block -> block.kind() == kind).toList();
    }

    private static String text(Article article, BlockKind kind) {
        return block(article, kind).get(0).text();
    }

    private static Article read(String text) {
        return new Extractor()
                .extract(text.getBytes(StandardCharsets.UTF_8), Optional.of("text/markdown; charset=utf-8"), "");
    }
}
