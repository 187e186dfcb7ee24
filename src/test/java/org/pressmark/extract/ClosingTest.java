package org.pressmark.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;

/** What stands below an article and is not it: the site's own closing words, further boxes, long listings. */
final class ClosingTest {
    private static final String TEXT =
            "<p>The council agreed on Tuesday to rebuild the bridge that a flood had closed in spring, after a debate of four hours.</p>"
                    + "<p>Engineers had warned for years that its piers were worn, and that every further winter would make repairs dearer.</p>"
                    + "<p>The town will borrow a third of the money, the county pays the rest, and work is to begin before the frost.</p>"
                    + "<p>Until then a ferry carries pupils and shop workers over the river, every twenty minutes from six in the morning.</p>";

    @Test
    void headingOfContactEndsTheArticle() {
        Article article = read(
                TEXT
                        + "<h2>Contact us</h2><p>Call our office or fill in the form, and we answer every question within a working day.</p>");
        assertFalse(article.body().contains("Call our office"), article.body());
        assertTrue(texts(article, BlockKind.PROMO).toString().contains("Call our office"));
    }

    @Test
    void headingOfContactInTheMidstEndsNothing() {
        Article article = read(
                "<p>The mayor spoke first, and long, of what the bridge had meant to the town in the years of war.</p>"
                        + "<h2>Contact</h2>" + TEXT);
        assertTrue(article.body().contains("a ferry carries pupils"), article.body());
    }

    @Test
    void noticeOfCopyrightEndsTheArticle() {
        Article article = read(
                TEXT
                        + "<p>Copyright © 2019 Riverside Press. For more about our work see the pages of the foundation.</p>"
                        + "<p>Riverside Press was founded by four friends and has won prizes in three countries since then.</p>");
        assertFalse(article.body().contains("founded by four friends"), article.body());
    }

    @Test
    void disclaimerEndsTheArticleInOtherLanguagesToo() {
        Article article = read(
                TEXT + "<p>Las opiniones expresadas en este artículo son exclusivas de su autor, no del diario.</p>");
        assertFalse(article.body().contains("exclusivas de su autor"), article.body());
    }

    @Test
    void callsToTheReaderEndTheArticle() {
        Article article = read(
                TEXT
                        + "<p>Follow us on Facebook and elsewhere</p><p>Join our mailing list today</p>"
                        + "<p>Music by the Riverside Trio, recorded in the old mill.</p><p>Sign up for the letter of the week</p>");
        assertFalse(article.body().contains("recorded in the old mill"), article.body());
    }

    @Test
    void secondStoryBehindTeasersIsNotTheArticle() {
        StringBuilder teasers = new StringBuilder();
        for (int i = 1; i < 12; i++) {
            teasers.append("<div class=teaser><h3><a href='/story/")
                    .append(i)
                    .append("'>Another headline of the day, number ")
                    .append(i)
                    .append("</a></h3></div>");
        }
        Article article = read(
                "<div id=story>" + TEXT + "</div><div class=more><h3>Read next</h3>" + teasers
                        + "<div class=feature><h2>A garden by the sea</h2><p>For thirty years the keeper has planted roses where nothing else would grow but grass.</p></div></div>");
        assertTrue(article.body().contains("a ferry carries pupils"), article.body());
        assertFalse(article.body().contains("planted roses"), article.body());
    }

    @Test
    void paragraphBelowANameAtTheEndIsAboutTheAuthor() {
        Article article = read(
                "<p class=byline>By Jane Roe</p>" + TEXT
                        + "<p class=byline>Jane Roe</p><p>Her reports from the rivers of three countries have been read in this paper since 2010.</p>");
        assertFalse(article.body().contains("three countries"), article.body());
        assertTrue(texts(article, BlockKind.AUTHOR_NOTE).toString().contains("three countries"));
    }

    @Test
    void listingIsOfTheTextWithItsLinesAsTheyStand() {
        String line = "let count = items.map(item => item.size).filter(size => size > 0).length;\n";
        Article article = read(
                TEXT + "<pre>" + line.repeat(10).replace("<", "&lt;") + "</pre>" + TEXT.replace("Tuesday", "Friday"));
        assertEquals(1, texts(article, BlockKind.PREFORMATTED).size());
        assertTrue(article.body().contains(line + line.strip()), article.body());
    }

    @Test
    void veryLongListingStandsBesideAsMuchTextAndAShortOneInIt() {
        String line = "let count = items.map(item => item.size).filter(size => size > 0).length;\n";
        Article article = read(TEXT + "<pre>" + line.repeat(40).replace("<", "&lt;") + "</pre><pre>let one = 1;</pre>"
                + TEXT.replace("Tuesday", "Friday"));
        assertEquals(1, texts(article, BlockKind.LISTING).size());
        assertTrue(article.body().contains("let one = 1;"), article.body());
        assertFalse(article.body().contains("items.map"), article.body());
    }

    private static List<String> texts(Article article, BlockKind kind) {
        return article.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(Block::text)
                .toList();
    }

    private static Article read(String content) {
        String page =
                "<!DOCTYPE html><html lang=en><head><title>Bridge to be rebuilt</title></head><body><main><h1>Bridge to be rebuilt</h1>"
                        + content + "</main></body></html>";
        return new Extractor()
                .extract(page.getBytes(UTF_8), Optional.of("text/html; charset=utf-8"), "https://paper.example/bridge");
    }
}
