package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.Block.Image;
import org.pressmark.model.Block.Inline;
import org.pressmark.model.Block.InlineKind;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Comment;
import org.pressmark.model.Place;

class ArticleHtmlTest {
    private static final String TRAP = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    @Test
    void nothingInItRunsOrLoads() {
        Document page = page(
                List.of(
                        block(BlockKind.HEADLINE, TRAP, 1),
                        new Block(
                                BlockKind.PARAGRAPH,
                                TRAP,
                                List.of(
                                        new Inline(InlineKind.LINK, 0, 5, "javascript:alert(1)"),
                                        new Inline(InlineKind.LINK, 6, 9, "https://x.example/\" onclick=\"alert(3)")),
                                Optional.empty(),
                                0,
                                Place.NONE),
                        picture("https://x.example/a.jpg", TRAP),
                        picture("data:text/html,x", "")),
                List.of(new Comment(TRAP, TRAP, Optional.of(TRAP), List.of(), Place.NONE)));
        assertEquals(
                0,
                page.select("script, img, iframe, object, embed, form, link, base, video, audio")
                        .size());
        page.getAllElements()
                .forEach(element -> element.attributes().forEach(attribute -> {
                    assertFalse(attribute.getKey().startsWith("on"), attribute.toString());
                    assertFalse(attribute.getKey().equals("src"), attribute.toString());
                }));
        assertEquals(3, page.select("a[href]").size(), "the link to the web, the picture, the page itself");
        assertTrue(page.select("meta[http-equiv]").attr("content").startsWith("default-src 'none'"));
    }

    @Test
    void keepsHeadingsListsQuotationsTablesAndEmphasis() {
        Block story = new Block(
                BlockKind.PARAGRAPH,
                "Read the full story",
                List.of(
                        new Inline(InlineKind.STRONG, 0, 13, ""),
                        new Inline(InlineKind.LINK, 9, 19, "http://x.example/")),
                Optional.empty(),
                0,
                Place.NONE);
        Document page = page(
                List.of(
                        block(BlockKind.HEADLINE, "H", 1),
                        block(BlockKind.HEADING, "Part", 3),
                        block(BlockKind.LIST, "one", 1),
                        block(BlockKind.LIST, "inner", 2),
                        block(BlockKind.LIST, "two", 1),
                        block(BlockKind.BLOCKQUOTE, "said", 0),
                        block(BlockKind.BLOCKQUOTE, "and said", 0),
                        block(BlockKind.TABLE, "a\tb\nc\td", 0),
                        block(BlockKind.DATELINE, "KYIV (AFP) —", 0),
                        story),
                List.of());
        assertEquals("Part", page.select("h3").text());
        assertEquals("inner", page.select("ul > li > ul > li").text());
        assertEquals(2, page.select("main > article > ul > li").size());
        assertEquals(2, page.select("blockquote > p").size());
        assertEquals("c d", page.select("tr").get(1).text());
        assertEquals("KYIV (AFP) —", page.select("p > span.dateline").text());
        assertEquals(
                "<strong>Read the <a href=\"http://x.example/\" rel=\"nofollow noreferrer\">full</a></strong>"
                        + "<a href=\"http://x.example/\" rel=\"nofollow noreferrer\"> story</a>",
                InlineHtml.of(story));
    }

    @Test
    void setsScriptsThatRunFromTheRightSo() {
        Block arabic = block(BlockKind.PARAGRAPH, "قال الرئيس إن المحادثات مستمرة", 0);
        Document page = Jsoup.parse(ArticleHtml.render(article("ar", List.of(arabic), List.of()), true));
        assertEquals("rtl", page.select("html").attr("dir"));
        assertEquals("ar", page.select("html").attr("lang"));
    }

    @Test
    void picturesStandWithCaptionAndCredit() {
        Document page = page(
                List.of(
                        picture("https://x.example/a.jpg", "A boat"),
                        block(BlockKind.CAPTION, "The boat at sea.", 0),
                        block(BlockKind.CREDIT, "Photo: AFP", 0)),
                List.of());
        assertEquals(
                "The boat at sea. Photo: AFP", page.select("figure figcaption").text());
        assertEquals("https://x.example/a.jpg", page.select("figure a").attr("href"));
    }

    @Test
    void tenThousandRepliesDeepIsNoTrouble() {
        List<Comment> thread = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            thread = new ArrayList<>(
                    List.of(new Comment("a", "reply " + i, Optional.empty(), List.copyOf(thread), Place.NONE)));
        }
        Article article = article("en", List.of(), thread);
        assertEquals(10_000, article.commentCount());
        assertTrue(ArticleHtml.render(article, true).contains("reply 0<"));
        assertTrue(ArticleText.render(article, true, TerminalStyle.PLAIN).contains("reply 0\n"));
        assertTrue(ArticleMarkdown.render(article, true).contains("reply 0\n"));
    }

    private static Document page(List<Block> blocks, List<Comment> comments) {
        return Jsoup.parse(ArticleHtml.render(article("en", blocks, comments), true));
    }

    private static Block block(BlockKind kind, String text, int level) {
        return new Block(kind, text, List.of(), Optional.empty(), level, Place.NONE);
    }

    private static Block picture(String src, String alt) {
        return new Block(BlockKind.IMAGE, "", List.of(), Optional.of(new Image(src, alt)), 0, Place.NONE);
    }

    private static Article article(String language, List<Block> blocks, List<Comment> comments) {
        return new Article(
                "test",
                "https://x.example/story",
                language,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                blocks,
                comments,
                List.of());
    }
}
