package org.pressmark.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.markup.SafeText;

class PageTextTest {
    private static PageText page(String html, int width) {
        return PageText.render(
                html.getBytes(UTF_8), Optional.of("text/html; charset=utf-8"), "https://news.example/a/b", width);
    }

    private static String text(String html) {
        return page(html, 40).text();
    }

    @Test
    void collapsesWhiteSpaceAndWraps() {
        assertEquals(
                "one two three four five six seven eight\nnine ten\n",
                text("<p> one\n two\tthree  four five <b>six </b> seven eight nine ten </p>"));
    }

    @Test
    void setsParagraphsApartOnce() {
        assertEquals("a\n\nb\n\nc\nd\n", text("<p>a</p><p></p><section><p>b</p></section>\n<div>c</div><div>d</div>"));
        assertEquals("a\nb\n\nc\n", text("<p>a<br>b<br><br>c</p>"));
    }

    @Test
    void marksHeadings() {
        assertEquals("Title\n=====\n\nSub\n---\n\n### Third\n\nx\n", text("<h1>Title</h1><h2>Sub</h2><h3>Third</h3>x"));
    }

    @Test
    void setsListsByDepthAndNumber() {
        assertEquals(
                """
                • one
                • two
                  ◦ in
                    1. deep
                    2. er

                c. x
                d. y
                """,
                text(
                        "<ul><li>one<li>two<ul><li>in<ol><li>deep<li>er</ol></ul></ul><ol type=a start=3><li>x<li>y</ol>"));
    }

    @Test
    void longItemsHangUnderTheirMark() {
        assertEquals(
                "• aaaa bbbb cccc dd\n  eeee\n",
                page("<ul><li>aaaa bbbb cccc dd eeee</ul>", 20).text());
        assertEquals("9. x\n10. y\n", text("<ol start=9><li>x<li>y</ol>"));
    }

    @Test
    void quotesBlocks() {
        assertEquals(
                "a\n\n> b\n>\n> > c\n\nd\n", text("a<blockquote><p>b</p><blockquote>c</blockquote></blockquote>d"));
    }

    @Test
    void keepsPreformattedLines() {
        assertEquals("a\n\n  x\n\n    y  z\n\nb\n", text("a<pre>  x\n\n    y  z\n</pre>b"));
        assertEquals("a       b\n", text("<pre>a\tb</pre>"));
    }

    @Test
    void linksAreFootnotesOnce() {
        PageText page = page(
                "<a href='/x'>one </a>and <a href='https://news.example/x'>two</a>, <a href='#top'>up</a> "
                        + "<a href='y?q'>three</a> <a href='/pic'><img src=p alt=''></a>",
                60);
        assertEquals(
                "one[1] and two[1], up three[2]\n\n[1] https://news.example/x\n[2] https://news.example/a/y?q\n",
                page.text());
        assertEquals(List.of("https://news.example/x", "https://news.example/a/y?q"), page.links());
    }

    @Test
    void footnotesStandOnTheBase() {
        assertEquals(
                List.of("https://cdn.example/z/y"),
                page("<base href='//cdn.example/z/'><a href=y>x</a>", 40).links());
    }

    @Test
    void picturesAreTheirDescription() {
        assertEquals(
                "[image: A cat] [image]\n",
                text("<img src=c alt='A cat'> <img src=d><img src=e alt=''><img src=f width=1>"));
    }

    @Test
    void hiddenThingsAreNotShown() {
        assertEquals(
                "seen also\n",
                text(
                        "<script>x</script><style>y</style><template>t</template><noscript>n</noscript><p hidden>h</p>"
                                + "<p style='color:red; DISPLAY : none'>d</p><dialog>m</dialog><svg><text>s</text></svg>seen"
                                + "<span style='visibility:hidden!important'>v</span> <span style='x-display:none'>also</span><title>t</title>"));
    }

    @Test
    void setsTables() {
        assertEquals("""
                Name   | Votes
                -------+------
                Müller | 1,204
                日本   | 7
                """, text("<table><tr><th>Name<th>Votes<tr><td>Müller<td>1,204<tr><td>日本<td>7</table>"));
    }

    @Test
    void wrapsTablesAndHonoursSpans() {
        assertEquals(
                """
                Region | Words about it
                -------+--------------------------
                North  | all of these words must
                       | wrap here
                       | below
                spanning both of the columns
                """,
                page(
                                "<table><tr><th>Region<th>Words about it<tr><td rowspan=2>North<td>all of these words must wrap here"
                                        + "<tr><td>below<tr><td colspan=2>spanning both of the columns</table>",
                                34)
                        .text());
    }

    @Test
    void tablesTooWideBecomeRecords() {
        assertEquals(
                "A: incomprehensibilities\nB: unimaginativenesses\nC: internationalization\n",
                page(
                                "<table><tr><th>A<th>B<th>C<tr><td>incomprehensibilities<td>unimaginativenesses<td>internationalization</table>",
                                26)
                        .text());
    }

    @Test
    void tablesThatOnlyPlaceThingsAreNotDrawn() {
        assertEquals("left\nright\n", text("<table><tr><td>left<td>right</table>"));
    }

    @Test
    void measuresWideAndCombiningCharacters() {
        for (String line : page("<p>日本語の文章は、「空白」がなくても折り返される。", 20).text().split("\n", -1)) {
            assertTrue(Columns.of(line) <= 20, line);
            assertFalse(line.startsWith("、") || line.startsWith("」") || line.endsWith("「"), line);
        }
        assertEquals(4, Columns.of("e\u0301a\u0308xy"));
        assertEquals(2, Columns.of("👩‍👩‍👧‍👦"));
        assertEquals(2, Columns.of("🇩🇪"));
        assertEquals(2, Columns.of("👍🏽"));
        assertEquals(2, Columns.of("❤\uFE0F"));
        assertEquals(6, Columns.of("한국어"));
        assertEquals(4, Columns.of("ｶﾅ日"));
    }

    @Test
    void rightToLeftTextKeepsItsOrder() {
        assertEquals("שלום עולם 123\n", text("<p dir=rtl>שלום עולם 123</p>"));
        assertEquals("مرحبا بالعالم\n", text("<p>مرحبا بالعالم</p>"));
    }

    @Test
    void wordsTooLongForALineAreCut() {
        assertEquals(
                "aaaaaaaaaaaaaaaaaaaa\naaaaa bb\n",
                page("<p>" + "a".repeat(25) + " bb", 20).text());
    }

    @Test
    void noBreakSpacesHold() {
        assertEquals(
                "aaaaaaaaa bbb\n10\u00A0kilometres\n",
                page("<p>aaaaaaaaa bbb 10&nbsp;kilometres", 20).text());
    }

    @Test
    void archivedEscapesNeverReachTheTerminal() {
        PageText page =
                page("<p>a\u001b[31mb&#x9b;c<a href='/\u001b]0;x\u0007'>l</a><img alt='\u202ex'><pre>\u0007</pre>", 60);
        assertTrue(page.text().contains("\\u001b[31m"), page.text());
        assertFalse(page.text().chars().anyMatch(c -> SafeText.harmful((char) c)), page.text());
        assertFalse(PageText.render("\u001b[2J".getBytes(UTF_8), Optional.of("text/plain"), "", 40)
                .text()
                .contains("\u001b"));
    }

    @Test
    void spansTellWhatIsStrong() {
        PageText page = page("<h1>T</h1><p>a <b>b</b> <a href=/x>c</a>", 40);
        assertEquals("T", cut(page, Style.HEADING));
        assertEquals("b", cut(page, Style.STRONG));
        assertEquals("c", cut(page, Style.LINK));
        int last = 0;
        for (PageText.Span span : page.spans()) {
            assertTrue(span.start() >= last && span.end() <= page.text().length());
            last = span.end();
        }
    }

    private static String cut(PageText page, Style style) {
        StringBuilder out = new StringBuilder();
        for (PageText.Span span : page.spans()) {
            out.append(span.style() == style ? page.text().substring(span.start(), span.end()) : "");
        }
        return out.toString();
    }

    @Test
    void otherTextIsShownAsItIs() {
        String markdown = "# T\n\n* a  b\n";
        assertEquals(
                markdown,
                PageText.render(markdown.getBytes(UTF_8), Optional.of("text/markdown"), "", 40)
                        .text());
        assertEquals(
                "a { b: c }\n",
                PageText.render("a { b: c }".getBytes(UTF_8), Optional.of("text/css"), "", 40)
                        .text());
        assertEquals(
                "[image/png, 3 bytes: not text]\n",
                PageText.render(new byte[3], Optional.of("image/png"), "", 40).text());
    }

    @Test
    void theTitleStandsApart() {
        assertEquals("The title", page("<title>The title</title>x", 40).title());
    }

    @Test
    void deepAndBrokenPagesAreRead() {
        assertTrue(text("<div>".repeat(50_000) + "deep").contains("deep"));
        assertTrue(text("<b><i>".repeat(20_000) + "deep").contains("deep"));
        assertTrue(text("<ul><li>".repeat(3_000) + "deep").contains("deep"));
        assertTrue(text("<table><tr><td>".repeat(1_000) + "deep").contains("deep"));
        assertEquals("", text(""));
        assertEquals("", text("<!-- x"));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 78, 200})
    void theDemoPageFitsEveryWidth(int width) throws IOException {
        byte[] stored;
        try (InputStream in = PageTextTest.class.getResourceAsStream("/org/pressmark/demo/republished-copy.html")) {
            stored = Objects.requireNonNull(in).readAllBytes();
        }
        PageText page = PageText.render(stored, Optional.of("text/html"), "http://www.republisher.example/", width);
        String flat = page.text().replaceAll("\\s+", " ");
        assertTrue(flat.contains("[Is the security of NATO states threatened by Russia?]"), flat);
        for (String line : page.text().split("\n", -1)) {
            assertTrue(Columns.of(line) <= width || line.matches("\\[\\d+\\] .*"), line);
        }
    }
}
