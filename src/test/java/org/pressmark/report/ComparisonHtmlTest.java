package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ComparisonHtmlTest {
    private static final String HTML = ComparisonHtml.render(SeedPair.comparison());
    private static final Document PAGE = Jsoup.parse(HTML);

    @Test
    void saysTheFindingFirst() throws IOException {
        Files.writeString(Path.of("target/comparison.html"), HTML);
        assertEquals(
                "www.republisher.example has words in square brackets inside a quotation of Cavusoglu that "
                        + "copies.example does not have; the headlines differ.",
                PAGE.select("h1").text());
        assertEquals(
                "1 critical · 1 high · 5 notice", PAGE.select(".counts strong").text());
    }

    @Test
    void marksTheInsertedWordsInTheirParagraphAndTheirPlaceInTheOther() {
        Element inserted = PAGE.select(".cell.b ins.critical").first();
        assertEquals("1" + SeedPair.INSERTED, inserted == null ? "" : inserted.text());
        assertEquals("#change-1", PAGE.select(".cell.a a.gap").attr("href"));
        assertEquals("Cavusoglu", PAGE.select(".cell.b .quote-loud .speaker").text());
        assertTrue(PAGE.select("#change-1").text().contains("Rule Q1, interpolation."));
    }

    @Test
    void foldsWhatIsAlike() {
        assertEquals(
                "5 paragraphs alike (6 in A)",
                PAGE.select("details.alike > summary").get(0).text());
        assertEquals(
                "5 paragraphs alike",
                PAGE.select("details.alike > summary").get(1).text());
    }

    @Test
    void keepsTheWordsOfBothCopies() {
        String a = String.join("\n", PAGE.select(".cell.a .paragraph p").eachText());
        assertTrue(
                a.contains("\"For any proposal to be accepted, it should be acceptable by both sides. 1Russia made"),
                a);
        assertTrue(PAGE.select(".cell.b .paragraph p").size() == 11, "eleven paragraphs");
    }

    @Test
    void asksForNothingFromOutside() {
        assertTrue(PAGE.select("[src], link[href], img, iframe, object, embed, form")
                .isEmpty());
        assertFalse(HTML.contains("url("), "no address in the style sheet");
        String policy = PAGE.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertTrue(policy.startsWith("default-src 'none'; img-src data:; style-src 'sha256-"), policy);
        assertTrue(PAGE.select("[style], [onclick]").isEmpty(), "the policy would forbid them");
        assertTrue(HTML.length() < 100_000, "weighs " + HTML.length());
    }

    @Test
    void everyChangeCanBeReachedAndQuoted() {
        for (int i = 1; i <= 7; i++) {
            assertEquals(1, PAGE.select(".rail a[href=#change-" + i + "]").size());
            String quotation = PAGE.select("#change-" + i + " pre").text();
            assertTrue(quotation.contains("captured 2026-11-21 16:14 UTC"), quotation);
            assertTrue(quotation.contains(SeedPair.RECORD_B), quotation);
        }
    }

    @Test
    void headingsAreInOrder() {
        int last = 0;
        for (Element heading : PAGE.select("h1, h2, h3, h4")) {
            int level = heading.tagName().charAt(1) - '0';
            assertTrue(level <= last + 1, heading.outerHtml());
            last = level;
        }
    }

    @Test
    void letsNoArchivedTextBecomeMarkup() {
        String html = ComparisonHtml.render(HostilePair.comparison());
        Document page = Jsoup.parse(html);
        assertEquals(1, page.select("script").size(), "our own");
        assertTrue(page.select("img, [onerror]").isEmpty());
        assertTrue(page.select("a[href^=javascript]").isEmpty());
        assertTrue(page.title().contains("alert(1)"), "the title is text");
        assertTrue(html.chars()
                .noneMatch(c -> c < 0x20 && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0 || c == 0x202E));
    }
}
