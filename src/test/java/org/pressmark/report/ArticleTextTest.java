package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.Block.Inline;
import org.pressmark.model.Block.InlineKind;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Place;

class ArticleTextTest {

    @Test
    void setsTheArticleInPageOrder() {
        String text = ArticleText.render(SeedPair.original(), false, TerminalStyle.PLAIN);
        assertTrue(text.startsWith(SeedPair.ORIGINAL_HEADLINE + "\n\nBy AFP\n\nDecember 27, 2021\n"), text);
        assertTrue(text.contains("Original url:\n" + SeedPair.ORIGIN.substring(0, 40)), text);
    }

    @Test
    void keepsCommentsApartAndNested() {
        String text = ArticleText.render(SeedPair.copy(), true, TerminalStyle.PLAIN);
        assertTrue(text.contains("7 comments\n\n  Cap960\n  Text of Cap960\n\n    Teya\n    Text of Teya\n"), text);
        assertFalse(
                ArticleText.render(SeedPair.copy(), false, TerminalStyle.PLAIN).contains("Cap960"));
    }

    @Test
    void writesLinksEmphasisAndListsAsMarkdown() {
        String markdown = ArticleMarkdown.render(
                article(
                        new Block(BlockKind.HEADING, "A *part*", List.of(), Optional.empty(), 3, Place.NONE),
                        new Block(
                                BlockKind.PARAGRAPH,
                                "Read the full story now. 1",
                                List.of(
                                        new Inline(InlineKind.LINK, 5, 19, "https://x.example/a b>"),
                                        new Inline(InlineKind.EMPHASIS, 20, 23, "")),
                                Optional.empty(),
                                0,
                                Place.NONE),
                        new Block(BlockKind.LIST, "one", List.of(), Optional.empty(), 1, Place.NONE),
                        new Block(BlockKind.LIST, "two", List.of(), Optional.empty(), 2, Place.NONE),
                        Block.of(BlockKind.BLOCKQUOTE, "first\nsecond", Place.NONE)),
                false);
        assertEquals("""
                # H

                ### A \\*part\\*

                Read [the full story](<https://x.example/a%20b%3E>) *now*. 1

                - one
                  - two

                > first
                > second
                """, markdown);
    }

    @Test
    void nothingOfTheTextIsReadAsMarkdown() {
        String markdown = ArticleMarkdown.render(
                article(
                        Block.of(
                                BlockKind.PARAGRAPH,
                                "# not a heading\n1. not a list\n- nor this <script> [x](y) `z`",
                                Place.NONE),
                        new Block(
                                BlockKind.PARAGRAPH,
                                "click",
                                List.of(new Inline(InlineKind.LINK, 0, 5, "javascript:alert(1)")),
                                Optional.empty(),
                                0,
                                Place.NONE)),
                false);
        assertEquals("""
                # H

                \\# not a heading\\
                1\\. not a list\\
                \\- nor this \\<script\\> \\[x\\](y) \\`z\\`

                click
                """, markdown);
    }

    @Test
    void measuresWideCombiningAndInvisibleCharacters() {
        assertEquals(4, Cells.width("中文"));
        assertEquals(4, Cells.width("cafe\u0301"));
        assertEquals(2, Cells.width("a\u200db"));
        assertEquals(2, Cells.width("😀"));
        assertEquals(List.of("中文", "标题"), Cells.wrap("中文标题", 5, 5));
        assertEquals(List.of("aaaa", "bb"), Cells.wrap("aaaabb", 4, 4));
        assertEquals(
                List.of("http://a.example/", "story-of-a-day"), Cells.wrap("http://a.example/story-of-a-day", 20, 20));
        assertEquals(List.of("one", "two three"), Cells.wrap("one two three", 4, 9));
        assertEquals("中…", Cells.fit("中文标题", 4, "…"));
    }

    private static Article article(Block... blocks) {
        return SeedPair.article("http://x.example/", "H", Optional.empty(), "By X", List.of(blocks), List.of());
    }
}
