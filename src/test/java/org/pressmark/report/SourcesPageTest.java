package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Five hundred sources are read a hundred at a time, and those with trouble by themselves. */
class SourcesPageTest {
    private static final SourcesPage SOURCES = new SourcesPage(
            "sources.yaml",
            Optional.empty(),
            IntStream.range(0, 500).mapToObj(SourcesPageTest::row).toList(),
            false);

    private static SourcesPage.Row row(int number) {
        return new SourcesPage.Row(
                "Paper " + number,
                List.of("http://paper.example/" + number),
                "about every hour",
                number % 100 == 0,
                "not yet",
                "nothing is due",
                "0",
                "0",
                number % 250 == 1 ? Optional.of("1 address cannot be read") : Optional.empty(),
                "/feed/edits?source=" + number);
    }

    private static Document shown(SourcesPage page) {
        return Jsoup.parse(WebPages.sources(page));
    }

    @Test
    void theListComesInParts() {
        Document first = shown(SOURCES.part(false, 0));
        assertEquals(100, first.select("tbody tr").size());
        assertTrue(first.text().contains("500 sources, 2 with trouble, 5 paused"), first.text());
        assertEquals(List.of("/sources?from=100"), first.select(".pager a").eachAttr("href"));
        Document last = shown(SOURCES.part(false, 400));
        assertEquals("Paper 499", last.select("tbody tr b").eachText().get(99));
        assertEquals(List.of("/sources?from=300"), last.select(".pager a").eachAttr("href"));
    }

    @Test
    void thoseWithTroubleStandByThemselves() {
        Document page = shown(SOURCES.part(true, 0));
        assertEquals(List.of("Paper 1", "Paper 251"), page.select("tbody tr b").eachText());
        assertTrue(page.select(".pager").isEmpty());
        assertEquals("/sources", page.select("main p a:contains(all)").attr("href"));
    }

    @Test
    void whereTheListCannotBeReadThereIsNoEmptyTable() {
        Document page = shown(
                new SourcesPage("sources.yaml", Optional.of("line 4: unknown key"), List.of(), false).part(false, 0));
        assertTrue(page.text().contains("line 4: unknown key"));
        assertFalse(page.text().contains("Last read"), page.text());
    }
}
