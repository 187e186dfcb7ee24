package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;

class HtmlReaderTest {
    private static final String TEXT =
            "<p>The council agreed on Tuesday to rebuild the bridge that was closed after the flood last spring.</p>"
                    + "<p>Work is to begin in March, and the road will be open again by the end of the year, said the mayor.</p>"
                    + "<p>Shopkeepers on both banks had asked for a temporary crossing, which was refused as too dear.</p>"
                    + "<p>The state pays two thirds of the cost, and the town will borrow the rest, the treasurer said.</p>";

    private static Article read(String html) {
        return new Extractor()
                .extract(
                        html.getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        "https://news.example/2024/05/06/bridge");
    }

    private static List<String> texts(Article article, BlockKind kind) {
        return article.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(Block::text)
                .toList();
    }

    private static List<String> agencies(String html) {
        return read(html).agencies().stream().map(Field::value).toList();
    }

    @Test
    void menusSharesTeasersAndFootersAreNoBody() {
        Article article = read(
                "<nav><ul><li><a href=/>Home page of the paper</a></ul></nav><main><article><h1>Bridge to be rebuilt</h1>"
                        + "<div class=social-share>Share this with your friends and followers</div><div class=body>"
                        + TEXT
                        + "<div class=teaser><h3><a href=/other>Another story about a flood</a></h3><p>It rained for days in the valley below the dam.</p></div>"
                        + "</div></article></main><footer><p>Copyright 2024 by the paper. All rights reserved, in every country.</p></footer>");
        assertEquals(4, texts(article, BlockKind.PARAGRAPH).size());
        assertFalse(article.body().contains("Share"));
        assertFalse(article.body().contains("rained"));
        assertFalse(article.body().contains("Copyright"));
    }

    @Test
    void readsStandfirstBylineAndTimeBetweenHeadlineAndText() {
        Article article = read(
                "<article><h1>Bridge to be rebuilt</h1><p class=standfirst>Town borrows a third of the money it needs.</p>"
                        + "<p class=byline>By Jane Roe and John Doe</p><time datetime='2024-05-06T10:00:00+02:00'>6 May 2024</time>"
                        + TEXT + "</article>");
        assertEquals(List.of("Town borrows a third of the money it needs."), texts(article, BlockKind.STANDFIRST));
        assertEquals(List.of("By Jane Roe and John Doe"), texts(article, BlockKind.BYLINE));
        assertEquals(
                List.of("Jane Roe", "John Doe"),
                article.authors().stream().map(Field::value).toList());
        assertEquals(
                "2024-05-06T10:00:00+02:00", article.published().orElseThrow().value());
    }

    @Test
    void datelineWithAgencyIsItsOwnBlockAndACredit() {
        Article article = read(
                "<article><h1>Bridge to be rebuilt</h1><p>SPRINGFIELD (AP) — The council agreed on Tuesday to rebuild the bridge that was closed.</p>"
                        + TEXT + "</article>");
        assertEquals(List.of("SPRINGFIELD (AP) —"), texts(article, BlockKind.DATELINE));
        assertTrue(article.body().startsWith("SPRINGFIELD (AP) — The council agreed on Tuesday"));
        assertEquals(
                List.of("AP"), article.agencies().stream().map(Field::value).toList());
    }

    @Test
    void agenciesAreCreditedByEndMarkSourceLineAndByline() {
        assertEquals(
                List.of("dpa"),
                agencies("<article><h1>X wird gebaut</h1>" + TEXT
                        + "<p>Das sagte die Ministerin am Montag im Landtag in Mainz. (dpa)</p></article>"));
        assertEquals(
                List.of("AFP"), agencies("<article><h1>X wird gebaut</h1>" + TEXT + "<p>Quelle: AFP</p></article>"));
        assertEquals(
                List.of("AFP"),
                agencies("<article><h1>X est construit</h1><p class=author>Par AFP</p>" + TEXT + "</article>"));
    }

    @Test
    void agenciesInCaptionsAndSentencesAreNoCredit() {
        assertEquals(
                List.of(),
                agencies(
                        "<article><h1>Bridge to be rebuilt</h1><figure><img src=/b.jpg><figcaption>The bridge. Photo: AFP</figcaption></figure>"
                                + TEXT
                                + "<p>The mayor told Reuters on Wednesday that the Associated Press had been wrong about the cost.</p></article>"));
    }

    @Test
    void captionAndCreditArePartedByWords() {
        Article article = read(
                "<article><h1>Bridge to be rebuilt</h1>" + TEXT
                        + "<figure><img src=b.jpg alt='A bridge'><figcaption>The bridge in spring. (Photo: Jane Roe)</figcaption></figure></article>");
        assertEquals(List.of("The bridge in spring."), texts(article, BlockKind.CAPTION));
        assertEquals(List.of("(Photo: Jane Roe)"), texts(article, BlockKind.CREDIT));
        Block picture = article.blocks().stream()
                .filter(block -> block.kind() == BlockKind.IMAGE)
                .findFirst()
                .orElseThrow();
        assertEquals(
                new Block.Image("https://news.example/2024/05/06/b.jpg", "A bridge"),
                picture.image().orElseThrow());
    }

    @Test
    void hiddenTextIsNotRead() {
        Article article = read(
                "<article><h1>Bridge to be rebuilt</h1>" + TEXT
                        + "<p style='display: none'>Nobody on the page can read this sentence, so it is no part of it.</p><p class='sr-only'>Nor can they read this other sentence, which is for machines.</p></article>");
        assertFalse(article.body().contains("Nobody"));
        assertFalse(article.body().contains("Nor can"));
    }

    @Test
    void linksAreAbsoluteAndEmphasisIsKept() {
        Article article = read(
                "<article><h1>Bridge to be rebuilt</h1>" + TEXT
                        + "<p>The plan, <em>drawn up</em> in a hurry, <a href='../plan?x=1'>can be read here</a> by everyone in town today.</p></article>");
        Block last = article.blocks().get(article.blocks().size() - 1);
        assertTrue(last.inlines().stream()
                .anyMatch(inline -> inline.kind() == Block.InlineKind.LINK
                        && inline.target().equals("https://news.example/2024/05/plan?x=1")
                        && last.text().substring(inline.start(), inline.end()).equals("can be read here")));
        assertTrue(last.inlines().stream()
                .anyMatch(inline -> inline.kind() == Block.InlineKind.EMPHASIS
                        && last.text().substring(inline.start(), inline.end()).equals("drawn up")));
    }

    @Test
    void placesAreBytesOfTheStoredPageInAnyCharset() {
        Charset windows = Charset.forName("windows-1251");
        String html =
                "<meta charset=windows-1251><article><h1>Мост восстановят</h1><p>Совет решил во вторник восстановить мост, закрытый после весеннего наводнения &mdash; так сказал мэр.</p>"
                        + "<p>Работы начнутся в марте, и дорога откроется до конца года, сообщили в городской администрации.</p></article>";
        byte[] payload = html.getBytes(windows);
        Article article = new Extractor().extract(payload, Optional.of("text/html"), "https://news.example/");
        Block first = article.blocks().stream()
                .filter(block -> block.kind() == BlockKind.PARAGRAPH)
                .findFirst()
                .orElseThrow();
        String cut = new String(
                payload,
                (int) first.place().startByte(),
                (int) (first.place().endByte() - first.place().startByte()),
                windows);
        assertEquals(
                "Совет решил во вторник восстановить мост, закрытый после весеннего наводнения &mdash; так сказал мэр.",
                cut);
        assertTrue(first.text().contains("наводнения — так"));
    }

    @Test
    void selectorsFindTheElementAgain() {
        String html = "<article id=main><h1>Bridge to be rebuilt</h1><div>" + TEXT + "</div></article>";
        Block second = read(html).blocks().stream()
                .filter(block -> block.kind() == BlockKind.PARAGRAPH)
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "#main > div:nth-of-type(1) > p:nth-of-type(2)", second.place().selector());
        assertEquals(
                second.text(),
                org.jsoup.Jsoup.parse(html).select(second.place().selector()).text());
    }

    @Test
    void breaksInATextBlockMakeParagraphs() {
        Article article = read(
                "<body><h1>Bridge to be rebuilt</h1><div class=content>The council agreed on Tuesday to rebuild the bridge that was closed after the flood.<br><br>"
                        + "Work is to begin in March, and the road will be open again by the end of the year.<br><br>Shopkeepers on both banks had asked for a temporary crossing, which was refused.</div>");
        assertEquals(3, texts(article, BlockKind.PARAGRAPH).size());
    }

    @Test
    void shortLinesBetweenBreaksAreKept() {
        Article article = read(
                "<body><h1>Bridge to be rebuilt</h1><div class=content>The council agreed on Tuesday to rebuild the bridge that was closed after the flood.<br><br>"
                        + "What comes next<br><br>Work is to begin in March, and the road will be open again by the end of the year.</div>");
        assertTrue(article.body().contains("What comes next"), article.body());
    }

    @Test
    void siteNameIsDroppedFromTheHeadline() {
        assertEquals(
                "Bridge to be rebuilt",
                read("<title>Bridge to be rebuilt | The Paper</title><meta property=og:site_name content='The Paper'><div>"
                                + TEXT + "</div>")
                        .headline()
                        .orElseThrow()
                        .value());
    }

    @Test
    void brokenJsonLdIsReadUpToTheBreak() {
        Article article = read(
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\n\"author\":{\"@type\":\"Person\",\"name\":\"Jane Roe\"},\"datePublished\":\"2024-05-06T08:00:00Z\", \"description\": \"a \"quoted\" word\"}</script><article><h1>Bridge to be rebuilt</h1>"
                        + TEXT);
        assertEquals(
                List.of("Jane Roe"),
                article.authors().stream().map(Field::value).toList());
        assertEquals("2024-05-06T08:00:00Z", article.published().orElseThrow().value());
    }

    @Test
    void graphsAreFollowedById() {
        Article article = read(
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#p\"},\"isBasedOn\":{\"@type\":\"Article\",\"url\":\"https://wire.example/1\"}},{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Jane Roe\"}]}</script><article><h1>Bridge to be rebuilt</h1>"
                        + TEXT);
        assertEquals(
                List.of("Jane Roe"),
                article.authors().stream().map(Field::value).toList());
        assertTrue(article.facts().stream()
                .anyMatch(fact ->
                        fact.rule().equals("json-ld.isBasedOn") && fact.value().equals("https://wire.example/1")));
    }

    @Test
    void softNotFoundAndPaywallAreLabelled() {
        assertTrue(read("<h1>Page not found</h1><p>Sorry, we looked everywhere.</p>").notes().stream()
                .anyMatch(note -> note.value().equals("soft-404")));
        assertTrue(read(
                        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script><article><h1>Bridge to be rebuilt</h1>"
                                + TEXT)
                .notes()
                .stream()
                .anyMatch(note -> note.value().equals("paywall-stub")));
    }

    @Test
    void dateOnlyInTheAddressIsUsedLast() {
        Article article = read("<article><h1>Bridge to be rebuilt</h1>" + TEXT + "</article>");
        assertEquals("2024-05-06", article.published().orElseThrow().value());
        assertEquals("date.url", article.published().orElseThrow().rule());
    }

    @Test
    void dataTableIsOneBlockAndLayoutTableIsNone() {
        Article article = read("<article><h1>Bridge to be rebuilt</h1>" + TEXT
                + "<table><tr><th>Year<th>Cost<tr><td>2023<td>1 m<tr><td>2024<td>2 m</table></article>");
        assertEquals(List.of("Year\tCost\n2023\t1 m\n2024\t2 m"), texts(article, BlockKind.TABLE));
        Article layout = read("<table><tr><td>menu<td><h1>Bridge to be rebuilt</h1>" + TEXT + "</table>");
        assertEquals(4, texts(layout, BlockKind.PARAGRAPH).size());
    }
}
