package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Five hundred sources are read a hundred at a time, and those with trouble by themselves. */
class SourcesPageTest {
    private static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");

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
                "/feed/edits?source=" + number,
                new SourcesPage.Measures(
                        number % 2 == 0 ? Optional.of(DAY.plusSeconds(number)) : Optional.empty(),
                        Optional.empty(),
                        number % 7,
                        0));
    }

    private static Document shown(SourcesPage page) {
        return Jsoup.parse(WebPages.sources(page));
    }

    @Test
    void theListComesInParts() {
        Document first = shown(SOURCES.part(false, Optional.empty(), 0));
        assertEquals(100, first.select("tbody tr").size());
        assertTrue(first.text().contains("500 sources, 2 with trouble, 5 paused"), first.text());
        assertEquals(List.of("/sources?from=100"), first.select(".pager a").eachAttr("href"));
        Document last = shown(SOURCES.part(false, Optional.empty(), 400));
        assertEquals("Paper 499", last.select("tbody tr b").eachText().get(99));
        assertEquals(List.of("/sources?from=300"), last.select(".pager a").eachAttr("href"));
    }

    @Test
    void thoseWithTroubleStandByThemselves() {
        Document page = shown(SOURCES.part(true, Optional.empty(), 0));
        assertEquals(List.of("Paper 1", "Paper 251"), page.select("tbody tr b").eachText());
        assertTrue(page.select(".pager").isEmpty());
        assertEquals("/sources", page.select("main p a:contains(all)").attr("href"));
    }

    private static List<String> names(SourceOrder order) {
        Document page = shown(SOURCES.part(false, Optional.of(order), 0));
        return page.select("tbody tr b").eachText().subList(0, 3);
    }

    @Test
    void theHeadingsOrderTheListAndTheFilesOrderHoldsAmongEquals() {
        assertEquals(List.of("Paper 0", "Paper 1", "Paper 10"), names(SourceOrder.NAME));
        assertEquals(List.of("Paper 498", "Paper 496", "Paper 494"), names(SourceOrder.LAST));
        assertEquals(List.of("Paper 6", "Paper 13", "Paper 20"), names(SourceOrder.ADDRESSES));
        assertEquals(List.of("Paper 1", "Paper 251", "Paper 0"), names(SourceOrder.STATE));
        assertEquals(List.of("Paper 0", "Paper 1", "Paper 2"), names(SourceOrder.EDITS));
    }

    @Test
    void theOrderGoesAlongAndIsSaid() {
        Document page = shown(SOURCES.part(false, SourceOrder.of("last"), 100));
        assertEquals("Last read", page.select("th[aria-sort=descending]").text());
        assertEquals(1, page.select("th:not([aria-sort=none])").size());
        assertEquals(
                List.of("/sources?sort=last&from=0", "/sources?sort=last&from=200"),
                page.select(".pager a").eachAttr("href"));
        Document trouble = shown(SOURCES.part(true, SourceOrder.of("name"), 0));
        assertEquals(
                "/sources?state=trouble&sort=next",
                trouble.select("th:contains(Next) a").attr("href"));
        assertEquals(Optional.empty(), SourceOrder.of("colour"));
    }

    @Test
    void whereTheListCannotBeReadThereIsNoEmptyTable() {
        Document page = shown(new SourcesPage("sources.yaml", Optional.of("line 4: unknown key"), List.of(), false)
                .part(false, Optional.empty(), 0));
        assertTrue(page.text().contains("line 4: unknown key"));
        assertFalse(page.text().contains("Last read"), page.text());
    }
}
