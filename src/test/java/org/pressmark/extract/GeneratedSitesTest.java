package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;

/** What site generators and their themes write round an article: mastheads, gutters, notes, boxes about authors. */
class GeneratedSitesTest {
    private static final String TEXT =
            "<p>The council agreed on Tuesday to rebuild the bridge that was closed after the flood last spring.</p>"
                    + "<p>Work is to begin in March, and the road will be open again by the end of the year, said the mayor.</p>"
                    + "<p>Shopkeepers on both banks had asked for a temporary crossing, which was refused as too dear.</p>";

    private static Article read(String html, String url) {
        return new Extractor()
                .extract(html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), url);
    }

    private static Article read(String html) {
        return read(html, "https://town.example/news/bridge/");
    }

    private static String headline(Article article) {
        return article.headline().map(Field::value).orElse("");
    }

    private static List<String> authors(Article article) {
        return article.authors().stream().map(Field::value).toList();
    }

    @Test
    void aHeadingThatLeadsToTheFrontPageIsTheSitesName() {
        String html = "<title>What to read?</title><header><h1><a href='/paper/'>What to read?</a></h1>"
                + "<p class=description>Our pages about books</p></header><h1>The old bridge</h1>" + TEXT;
        assertEquals("The old bridge", headline(read(html, "https://people.example/paper/news/bridge/")));
    }

    @Test
    void aHeadingThatLeadsToItsOwnPageIsTheHeadline() {
        String html = "<title>8. The bridge</title><h1><a href='/'>Town pages</a></h1>"
                + "<article><h2><a href='/news/bridge/'>8. The bridge</a></h2><h1>The bridge</h1>" + TEXT
                + "</article>";
        assertEquals("8. The bridge", headline(read(html)));
    }

    @Test
    void aHeadingOnTheFrontPageThatLeadsToItIsNoOtherPages() {
        String html = "<title>The old bridge</title><h1><a href='/'>The old bridge</a></h1>" + TEXT;
        assertEquals("The old bridge", headline(read(html, "https://town.example/")));
    }

    @Test
    void aWordThatBeginsLikeABylineIsNone() {
        String chinese = "<p>市议会周二同意重建去年春天洪水后关闭的大桥，工程将于三月开始。</p>" + "<p>市长在会后对记者说，道路将在年底前重新开放，两岸的商人要求修建临时便桥。</p>";
        assertEquals(
                List.of(),
                authors(read("<html lang=zh><ul><li id=post>文章</li></ul><article><h1>大桥将重建</h1>" + chinese + chinese
                        + "</article>")));
        assertEquals(
                List.of("王小明"),
                authors(read("<html lang=zh><article><h1>大桥将重建</h1><p>文：王小明</p>" + chinese + chinese + "</article>")));
    }

    @Test
    void whatAnAuthorDoesIsNotTheAuthorsName() {
        assertEquals(
                List.of("Jane Roe"),
                authors(read("<article><h1>The old bridge</h1>" + TEXT + "</article><section class=author>"
                        + "<h4 class=name>Jane Roe</h4><p class=bio>Data Specialist</p></section>")));
    }

    @Test
    void lineNumbersBesideAListingAreNotInTheText() {
        Article article = read("<article><h1>The old bridge</h1>" + TEXT
                + "<table><tr><td><pre><code><span>7\n</span><span>8\n</span><span>9\n</span></code></pre></td>"
                + "<td><pre><code>let a = 1;\nlet b = 2;\nlet c = 3;</code></pre></td></tr></table>"
                + "<pre>1984 2001</pre>" + TEXT + "</article>");
        assertFalse(article.body().contains("7\n8"));
        assertTrue(article.body().contains("let b = 2;"));
        assertTrue(article.body().contains("1984 2001"));
    }

    @Test
    void notesAtTheFootStayThoughTheyAreLinks() {
        Article article = read("<article><h1>The old bridge</h1>" + TEXT
                + "<div class=footnotes role=doc-endnotes><ol>"
                + "<li id='fn:1'><p><a href='https://council.example/a'>Minutes of the council’s meeting</a> "
                + "<a href='#fnref:1' class=footnote-backref role=doc-backlink>↩︎</a></p></li>"
                + "<li id='fn:2'><p><a href='https://river.example/b'>Levels of the river since 1900</a> "
                + "<a href='#fnref:2' class=footnote-backref role=doc-backlink>↩︎</a></p></li></ol></div></article>");
        assertTrue(article.body().contains("Minutes of the council’s meeting"));
        assertTrue(article.body().contains("Levels of the river since 1900"));
    }

    @Test
    void dayAndMonthAreExchangedWhereTheAddressOrTheMachinesDateSaySo() {
        String html = "<html lang=en><article><h1>The old bridge</h1><div class=post-date>03-12-2023</div>" + TEXT
                + "</article>";
        assertEquals("2023-12-03", published(read(html, "https://town.example/2023/12/03/bridge.html")));
        String told =
                "<script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"datePublished\":\"2023-12-03T08:00:00Z\","
                        + "\"dateModified\":\"2023-12-03T08:00:00Z\"}</script>";
        assertEquals("2023-12-03T08:00:00Z", published(read(told + html, "https://town.example/bridge.html")));
        assertEquals(
                "2023-12-02",
                published(read(told + html.replace("03-12", "12-02"), "https://town.example/bridge.html")));
    }

    private static String published(Article article) {
        return article.published().map(Field::value).orElse("");
    }

    @Test
    void namesOfIconsAreNoWords() {
        String icons =
                "<title>The old bridge</title><link rel=stylesheet href='//fonts.example/icon?family=Material+Icons'>"
                        + "<article><h1><span class='material-symbols-outlined'>home</span> The old bridge</h1>"
                        + "<p class=byline><i class='material-icons md-18'>person</i> By Jane Roe</p>"
                        + "<p class=date><i class=material-icons>schedule</i> 3 May 2023</p>" + TEXT
                        + "<ul><li><i class=material-icons>check_circle</i> The piers are sound and stay where they are.</li>"
                        + "<li><mat-icon class='mat-icon notranslate' aria-hidden=true>construction</mat-icon>The deck is to be new.</li>"
                        + "<li><span class=mark>expand_more</span> The lamps come from the old one.</li>"
                        + "<li><i class=ico>\uE5CA</i> The toll is gone.</li></ul>"
                        + "<p>The variable <code>check_circle</code> counts them, says <i>snake_case</i> here, and <em>home</em>.</p>"
                        + TEXT.replace("Tuesday", "Friday") + "</article>";
        Article article = read(icons.replace("<i>snake_case</i>", "<i>the clerk</i>"));
        assertEquals("The old bridge", headline(article));
        assertEquals(List.of("Jane Roe"), authors(article));
        assertEquals("2023-05-03", article.published().orElseThrow().value());
        String all = article.blocks().stream().map(Block::text).collect(Collectors.joining("\n"));
        for (String name : List.of("material", "person", "schedule", "construction", "expand_more", "\uE5CA")) {
            assertFalse(all.contains(name), all);
        }
        assertTrue(all.contains("\nThe piers are sound"), all);
        assertTrue(all.contains("The variable check_circle counts them, says the clerk here, and home."), all);
    }

    @Test
    void aWordOfCodeIsNoIconWherePagesDrawNone() {
        Article article = read("<article><h1>The old bridge</h1>" + TEXT
                + "<p>Set <span class=name>max_load</span> before <span class=notranslate>open_gate</span> is called, they say.</p>"
                + "</article>");
        assertTrue(article.body().contains("Set max_load before open_gate is called"), article.body());
    }

    @Test
    void linesOfAListingKeepTheirBreaksWhateverColoursThem() {
        String lines = "let a = 1;\n\n  let b = 2;\nlet c = 3;";
        for (String listing : List.of(
                "<div class=code-toolbar><pre><code>let a = 1;\n\n  let b = 2;\nlet c = 3;</code></pre>"
                        + "<div class=toolbar><span>js</span></div></div>",
                "<pre><code><span class=line><span class=ln>1</span><span class=cl><span class=k>let</span> a = 1;\n</span></span>"
                        + "<span class=line><span class=ln>2</span><span class=cl>\n</span></span>"
                        + "<span class=line><span class=ln>3</span><span class=cl>  let b = 2;\n</span></span>"
                        + "<span class=line><span class=ln>4</span><span class=cl>let c = 3;</span></span></code></pre>",
                "<pre><code><span class=token-line><span>let a = 1;</span><br></span><span class=token-line><span></span><br></span>"
                        + "<span class=token-line>  let b = 2;<br></span><span class=token-line>let c = 3;<br></span></code></pre>",
                "<figure><figcaption>gate.js</figcaption><pre><code><div class=l><div>let a = 1;</div></div>"
                        + "<div class=l><div>\n</div></div><div class=l>"
                        + "<div>  let b = 2;</div></div><div class=l><div>let c = 3;</div></div></code></pre></figure>")) {
            Article article = read("<article><h1>The old bridge</h1>" + TEXT + listing
                    + TEXT.replace("Tuesday", "Friday") + "</article>");
            assertEquals(
                    List.of(lines),
                    article.blocks().stream()
                            .filter(block -> block.kind() == BlockKind.PREFORMATTED)
                            .map(Block::text)
                            .toList(),
                    listing);
        }
    }

    @Test
    void whoWritesOnBehalfOfOthersIsTheAuthor() {
        assertEquals(
                List.of("Jane Roe"),
                authors(read("<header><a rel=author href='/'>Bridge Works</a></header><article><h1>The old bridge</h1>"
                        + "<p class=post-meta>June 17, 2021 · Jane Roe on behalf of the Bridge Works Release Team</p>"
                        + TEXT
                        + "</article>")));
    }

    @Test
    void linksWithYearsBelowTheAuthorsHeadingAreOfTheText() {
        String list =
                "<ul><li><a href='/a'>The flood and the ferry</a> (2021)</li><li><a href='/b'>Piers of the county</a> (2019)</li></ul>";
        Article article =
                read("<article><h1>The old bridge</h1>" + TEXT + "<h2>Earlier reports</h2>" + list + "</article>");
        assertTrue(article.body().contains("Earlier reports"), article.body());
        assertTrue(article.body().contains("Piers of the county (2019)"), article.body());
        Article site = read("<article><h1>The old bridge</h1>" + TEXT + "</article><h2>Earlier reports</h2>" + list);
        assertFalse(site.body().contains("Piers of the county"), site.body());
    }

    @Test
    void aBylineMayBeFollowedByTwoDatesAndAnAgency() {
        assertEquals(
                List.of("Jane Roe"),
                authors(read(
                        "<article><header><h1>The old bridge</h1><div class=css-x><span>By </span><a href='/staff/jane'>Jane Roe</a>"
                                + "<span>·</span><time>May 14, 2024 9:47 p.m. EDT</time><span>Updated May 15, 2024 6:15 a.m. EDT</span></div>"
                                + "</header>" + TEXT + "</article>")));
        assertEquals(
                List.of("JANE ROE"),
                authors(read("<meta name=author content='By JANE ROE Associated Press'><article><h1>The old bridge</h1>"
                        + TEXT + "</article>")));
    }

    @Test
    void whatFollowsTheHeadlineAtOnceIsItsStandfirst() {
        String words = "Members asked for a study of the riders who pay in cash";
        for (String tag : List.of("<h2 class=sub>" + words + "</h2>", "<div class=announce>" + words + "</div>")) {
            Article article = read("<div class=page><h1>The old bridge</h1>" + tag
                    + "<div class=pic><img src=b.jpg><span class=img-caption>The bridge on Monday</span></div><div class=story>"
                    + TEXT
                    + "</div></div>");
            assertEquals(List.of(words), texts(article, BlockKind.STANDFIRST), tag);
            assertEquals(List.of("The bridge on Monday"), texts(article, BlockKind.CAPTION), tag);
        }
    }

    @Test
    void theSignThatLinksAHeadingToItselfIsNoWord() {
        Article article = read("<article><h1>The old bridge</h1>" + TEXT + "<h2 id=why>Why now<a href='#why'>#</a></h2>"
                + TEXT.replace("Tuesday", "Friday") + "</article>");
        assertEquals(List.of("Why now"), texts(article, BlockKind.HEADING));
    }

    private static List<String> texts(Article article, BlockKind kind) {
        return article.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(Block::text)
                .toList();
    }
}
