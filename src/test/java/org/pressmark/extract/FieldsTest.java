package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Candidate;
import org.pressmark.model.Explanation;
import org.pressmark.model.Field;

/** Which of several candidates becomes headline, author and date, and why. */
class FieldsTest {
    private static final String TEXT =
            "<p>The council agreed on Tuesday to rebuild the bridge that was closed after the flood last spring.</p>"
                    + "<p>Work is to begin in March, and the road will be open again by the end of the year, said the mayor.</p>"
                    + "<p>Shopkeepers on both banks had asked for a temporary crossing, which was refused as too dear.</p>";

    private static Explanation explain(String html, String url) {
        return new Extractor()
                .explain(html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), url);
    }

    private static Article read(String html) {
        return explain(html, "https://news.example/bridge").article();
    }

    private static String headline(String html) {
        return read(html).headline().map(Field::value).orElse("");
    }

    private static List<String> authors(String html) {
        return read(html).authors().stream().map(Field::value).toList();
    }

    private static String date(String html) {
        return read(html).published().map(Field::value).orElse("");
    }

    private static String ld(String properties) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"," + properties + "}</script>";
    }

    @Test
    void lastStepOfBreadcrumbsIsNotTheHeadline() {
        String html = "<title>Bridge news today</title><meta property=og:title content='Bridge news today'>"
                + ld("\"headline\":\"Town to rebuild its old bridge\"")
                + "<ol class=breadcrumb><li><a href=/>Home</a><li><h1>Bridge news today</h1></ol>"
                + "<article><h2>Town to rebuild its old bridge</h2>" + TEXT + "</article>";
        assertEquals("Town to rebuild its old bridge", headline(html));
        assertTrue(explain(html, "https://news.example/").candidates().stream()
                .anyMatch(candidate -> candidate.field().equals("headline")
                        && candidate.why().equals("is the last step of the breadcrumbs")));
    }

    @Test
    void siteNameAsHeadingIsToldByTheHost() {
        assertEquals(
                "Town to rebuild its old bridge",
                explain(
                                "<title>Town to rebuild its old bridge | News Paper</title><h1>News Paper</h1><h2>Town to rebuild its old bridge</h2>"
                                        + TEXT,
                                "https://newspaper.example/a")
                        .article()
                        .headline()
                        .map(Field::value)
                        .orElse(""));
    }

    @Test
    void kickerIsDroppedWhereThePagesTitleDropsIt() {
        String heading =
                "<article><h1><span class=kicker>After the flood</span> Town to rebuild its old bridge</h1>" + TEXT;
        assertEquals(
                "Town to rebuild its old bridge",
                headline("<meta property=og:title content='Town to rebuild its old bridge'>" + heading));
        assertEquals(
                "After the flood: Town to rebuild its old bridge",
                headline("<meta property=og:title content='After the flood: Town to rebuild its old bridge'>"
                        + heading));
    }

    @Test
    void visibleHeadingWinsOverTitlesForMachines() {
        assertEquals(
                "Bridge to be rebuilt, at last",
                headline(
                        "<meta property=og:title content='Rebuilding the bridge: all you need to know'><article><h1>Bridge to be rebuilt, at last</h1>"
                                + TEXT));
    }

    @Test
    void bylineWinsOverTheSystemsUser() {
        assertEquals(
                List.of("Jane Roe"),
                authors(ld("\"author\":{\"name\":\"WebDesk7\"}")
                        + "<article><h1>Bridge to be rebuilt</h1><p class=byline>By Jane Roe</p>" + TEXT));
        assertEquals(
                List.of("Jane Roe"),
                authors(
                        "<meta name=author content='The Paper Ltd'><article><h1>Bridge to be rebuilt</h1><p class='post-meta' rel=author>By Jane Roe</p>"
                                + TEXT));
    }

    @Test
    void secondNameInABylineOfItsOwnCounts() {
        assertEquals(
                List.of("Jane Roe", "John Doe"),
                authors(ld("\"author\":{\"name\":\"John Doe\"}")
                        + "<article><h1>Bridge to be rebuilt</h1><div class=byline><p>Jane Roe</p><p>John Doe</p></div>"
                        + TEXT));
    }

    @Test
    void dateWordsJobsAndTeasersAreNoAuthors() {
        assertEquals(
                List.of(),
                authors("<article><h1>Köprü yapılacak</h1><p class=date>Son Güncelleme : 30.04.2024 - 16:49</p>"
                        + TEXT));
        assertEquals(
                List.of("Jane Roe"),
                authors("<article><h1>Bridge to be rebuilt</h1><p class=byline>By Jane Roe, Senior Reporter</p>" + TEXT
                        + "<aside><div class=byline>By John Doe</div></aside>"));
    }

    @Test
    void labelAndNameInTwoLinesAreABylineToo() {
        assertEquals(
                List.of("Jane Roe"),
                authors("<article><h1>Bridge to be rebuilt</h1><div><p>Written by</p><p>Jane Roe</p></div>" + TEXT));
    }

    @Test
    void visibleDayWinsOverOneThatIsTheLastSave() {
        String dates = ld("\"datePublished\":\"2024-11-05T10:00:00Z\",\"dateModified\":\"2024-11-05T10:00:01Z\"");
        assertEquals(
                "2024-05-06",
                date(dates + "<article><h1>Bridge to be rebuilt</h1><p class=date>6 May 2024</p>" + TEXT));
        assertEquals("2024-11-05T10:00:00Z", date(dates + "<article><h1>Bridge to be rebuilt</h1>" + TEXT));
    }

    @Test
    void regionDecidesWhetherDayOrMonthComesFirst() {
        String page = "<article><h1>Bridge to be rebuilt</h1><p class=date>05/06/2024</p>" + TEXT;
        assertEquals("2024-06-05", date("<html lang=en><meta property=og:locale content=en_GB>" + page));
        assertEquals("2024-05-06", date("<html lang=en-US>" + page));
        assertEquals("2024-06-05", date("<html lang=fr>" + page));
    }

    @Test
    void placeOfATimeElementCoversItsText() {
        String html = "<article><h1>Bridge to be rebuilt</h1><time datetime=2024-05-06>6 May 2024</time>" + TEXT;
        Field date = read(html).published().orElseThrow();
        assertEquals(
                "<time datetime=2024-05-06>6 May 2024",
                html.substring(date.place().start(), date.place().end()).replace("</time>", ""));
    }

    @Test
    void everyFieldThatIsTakenIsInTheTrace() {
        Explanation all = explain(
                "<html lang=en><meta property=og:site_name content='The Paper'>"
                        + ld("\"datePublished\":\"2024-05-06\",\"dateModified\":\"2024-05-07\"")
                        + "<article><h1>Bridge to be rebuilt</h1><p class=byline>By Jane Roe</p>" + TEXT
                        + "<p>Source: AFP</p>",
                "https://news.example/a");
        for (String field : List.of("headline", "author", "published", "modified", "agency", "site", "language")) {
            assertEquals(
                    1,
                    all.candidates().stream()
                            .filter(candidate -> candidate.field().equals(field) && candidate.taken())
                            .count(),
                    field + " of "
                            + all.candidates().stream().map(Candidate::field).toList());
        }
    }

    @Test
    void dateThatIsAWholePartOfTheTitleIsThePages() {
        assertEquals(
                "2023-04-28",
                date("<title>Town to rebuild its old bridge | Paper | 28.04.2023</title>"
                        + "<article><h1>Town to rebuild its old bridge</h1><img src=b.jpg alt='The bridge, 24 April 2023'>"
                        + "<p>The bridge, 24 April 2023</p>" + TEXT + "</article>"));
    }

    @Test
    void factCalledDateIsThePages() {
        String article = "<article><h1>Town to rebuild its old bridge</h1>" + TEXT + "</article>";
        assertEquals("2023-04-28", date(article + "<ul><li><strong>Datum</strong> 28.04.2023 </li><li>Ort</li></ul>"));
        assertEquals("2023-04-28", date(article + "<dl><dt>Date</dt><dd>28 April 2023</dd></dl>"));
    }

    @Test
    void picturesDateIsNotThePages() {
        assertEquals(
                "",
                date(
                        "<article><h1>Town to rebuild its old bridge</h1><div><img src=b.jpg alt='The bridge, 24 April 2023'>"
                                + "<p>The bridge, 24 April 2023</p></div>" + TEXT + "</article>"));
    }
}
