package org.pressmark.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pressmark.model.ReplayPlace;

/** Icons of other files, put into the page that uses them. */
class SpritesTest {
    private static final String PAGE = "https://news.example/a/b.html";
    private static final String OPENING = "<svg xmlns=\"http://www.w3.org/2000/svg\""
            + " style=\"position:absolute;width:0;height:0\" aria-hidden=\"true\"><defs>";
    private static final String CLOSING = "</defs></svg>";
    private static final String NEW = "pressmark-sprite-0-";
    private static final String ICON = "<svg><use href=/s.svg#i></svg>";
    private static final String LED_ICON = "<svg><use href=#" + NEW + "0></svg>";
    private static final String LEFT_ICON = "<svg><use href=/web/20240301123005im_/https://news.example/s.svg#i></svg>";

    private final Map<String, ArchivedBytes> archive = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final PageRewriter rewriter = new PageRewriter("/web/", Instant.parse("2024-03-01T12:30:05Z"))
            .takingIn(url -> {
                asked.add(url);
                return Optional.ofNullable(archive.get(url));
            });

    private void sprite(String svg) {
        put("https://news.example/s.svg", svg);
    }

    private void put(String url, String svg) {
        archive.put(url, new ArchivedBytes(Optional.of("image/svg+xml"), svg.getBytes(UTF_8)));
    }

    private String page(String html) {
        return rewritten(rewriter, "text/html; charset=utf-8", Modifier.PAGE, html);
    }

    private static String rewritten(PageRewriter rewriter, String type, Modifier wanted, String text) {
        return new String(
                rewriter.rewrite(text.getBytes(UTF_8), Optional.of(type), PAGE, wanted)
                        .bytes(),
                UTF_8);
    }

    /** What the page is given of the sprite whose icon {@code i} it uses; fails where it is given none. */
    private String given(String svg) {
        sprite(svg);
        String page = page(ICON);
        assertTrue(page.startsWith(LED_ICON + OPENING) && page.endsWith(CLOSING), page);
        return page.substring((LED_ICON + OPENING).length(), page.length() - CLOSING.length());
    }

    private void isLeft(String svg) {
        sprite(svg);
        assertEquals(LEFT_ICON, page(ICON));
    }

    @Test
    void putsWhatIsUsedAtTheEndOfTheBodyOnce() {
        sprite("<svg xmlns='http://www.w3.org/2000/svg'><symbol id='i' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></symbol>"
                + "<symbol id='other'><path d='M1 1'/></symbol></svg>");
        assertEquals(
                "<body><svg><use xlink:href=\"#" + NEW + "0\"></use></svg><svg><use href='#" + NEW + "0'/></svg>"
                        + OPENING
                        + "<symbol id=\"" + NEW + "0\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"></path></symbol>"
                        + CLOSING
                        + "</body></html>",
                page(
                        "<body><svg><use xlink:href=\"/s.svg#i\"></use></svg><svg><use href='../s.svg#i'/></svg></body></html>"));
        assertEquals(List.of("https://news.example/s.svg"), asked);
    }

    @Test
    void theBaseOfThePageCounts() {
        put("https://static.example/x/s.svg", "<svg><g id=i><path d='M0'/></g></svg>");
        assertTrue(page("<base href=https://static.example/x/><svg><use href=s.svg#i></svg>")
                .contains("<g id=\"" + NEW + "0\">"));
    }

    @Test
    void takesAllThatAnIconRefersTo() {
        assertEquals(
                "<linearGradient id=\"" + NEW + "3\"><stop></stop></linearGradient>"
                        + "<linearGradient id=\"" + NEW + "1\" href=\"#" + NEW + "3\"></linearGradient>"
                        + "<clipPath id=\"" + NEW + "2\"><rect></rect></clipPath>"
                        + "<symbol id=\"" + NEW + "0\"><path fill=\"url(#" + NEW + "1)\" style=\"clip-path: url(#"
                        + NEW + "2)\"></path></symbol>",
                given(
                        "<svg><defs><linearGradient id='a'><stop/></linearGradient><linearGradient id='b' xlink:href='#a'/>"
                                + "<linearGradient id='unused'/><clipPath id='c'><rect/></clipPath></defs>"
                                + "<symbol id='i'><path fill='url(#b)' style='clip-path: url(\"/s.svg#c\")'/></symbol></svg>"));
    }

    @Test
    void usesThatLeadInCirclesComeToAnEnd() {
        assertEquals(
                "<g id=\"" + NEW + "0\"><use href=\"#" + NEW + "1\"></use></g><g id=\"" + NEW + "1\"><use href=\"#"
                        + NEW + "0\"></use><use href=\"#" + NEW + "1\"></use></g>",
                given("<svg><g id='i'><use href='#k'/></g><g id='k'><use href='#i'/><use href='#k'/></g></svg>"));
    }

    @Test
    void nothingThatActsIsTaken() {
        assertEquals(
                "<symbol id=\"" + NEW
                        + "0\"><g><path d=\"M0\"></path></g><text>words &#38; &#60;b&#62;</text><title>t</title>"
                        + "<image></image><use></use><path style=\"fill:red\"></path></symbol>",
                given("<svg onload='x()'><symbol id='i' onload='x()' ONCLICK='x()'><script>x()</script>"
                        + "<a href='javascript:x()'><path d='M0'/></a><foreignObject><iframe src='/x'/></foreignObject>"
                        + "<text>words &amp; &lt;b></text><title>t<img src='x' onerror='x()'/></title>"
                        + "<style>@import 'https://live.example/';</style><iframe srcdoc='x'/><p>out</p>"
                        + "<image href='javascript:x()'/><use href='https://live.example/o.svg#x'/>"
                        + "<set attributeName='href' to='javascript:x()'/><animate attributeName='onload'/>"
                        + "<path style='fill:red' data-src='x'/></symbol></svg>"));
    }

    @Test
    void addressesInItLeadIntoTheArchive() {
        assertEquals(
                "<g id=\"" + NEW + "0\"><image href=\"/web/20240301123005im_/https://news.example/p.png\"></image>"
                        + "<path fill=\"url(/web/20240301123005im_/https://live.example/g.svg#g)\"></path></g>",
                given(
                        "<svg><g id='i'><image xlink:href='p.png'/><path fill='url(https://live.example/g.svg#g)'/></g></svg>"));
    }

    @Test
    void theStyleOfTheFileIsToldToEachElementAlone() {
        assertEquals(
                "<symbol id=\"" + NEW + "0\" style=\"fill:none;\"><path style=\"fill:none;stroke:red;fill:url(#" + NEW
                        + "1);x:1\"></path>"
                        + "<g style=\"fill:none;\"></g></symbol><linearGradient id=\"" + NEW
                        + "1\" style=\"fill:none;\"></linearGradient>",
                given("<svg><style>/* { */ @import 'https://live.example/a.css'; @media print { * { x: 2 } }"
                        + " path.b, #no{fill:url('#g')} *{fill:none} g>g{x:3} .a{stroke:red;}</style>"
                        + "<style media='print'>*{x:4}</style>"
                        + "<symbol id='i'><path class='b a' style='x:1'/><g class='pages'/></symbol>"
                        + "<linearGradient id='g'/></svg>"));
    }

    @Test
    void hostileStylesAreBounded() {
        String given = given("<svg><style>" + ".a{fill:red;}".repeat(20_000) + "@x{".repeat(20_000)
                + "</style><g id='i'>" + "<path class='a'/>".repeat(200) + "</g></svg>");
        assertTrue(given.length() < 200 * 5000, "characters: " + given.length());
    }

    @Test
    void longAttributesAndManyAreRead() {
        String spaces = " ".repeat(200_000);
        assertEquals(
                "<g id=\"" + NEW + "0\" fill=\"url(" + spaces + "\"></g>",
                given("<svg><g id='i' fill='url(" + spaces + "'/></svg>"));
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            many.append(" a").append(i).append("='1'");
        }
        assertTrue(given("<svg><g id='i'" + many + "/></svg>").startsWith("<g id=\"" + NEW + "0\" a0=\"1\""));
    }

    @Test
    void idsAreNamedAnewWhateverTheyHold() {
        put("https://news.example/s.svg", "<svg><g id='a\"&gt;&lt;script>'><path/></g><g id='é'/></svg>");
        assertEquals(
                "<svg><use href='#" + NEW + "0'/><use href='#" + NEW + "1'/></svg>" + OPENING + "<g id=\"" + NEW
                        + "0\"><path></path></g><g id=\"" + NEW + "1\"></g>" + CLOSING,
                page("<svg><use href='/s.svg#a%22%3E%3Cscript%3E'/><use href='/s.svg#é'/></svg>"));
    }

    @Test
    void namesThatThePageHasAreLeftToIt() {
        sprite("<svg><g id='i'/></svg>");
        String page = page("<p id=pressmark-sprite-0-0></p>" + ICON);
        assertTrue(page.contains("<use href=#pressmark-sprite-1-0-0>"), page);
    }

    /** Else such a page could have us look through it as often as it likes. */
    @Test
    void aPageThatHasAllNamesGetsNoIcons() {
        String names = IntStream.range(0, 5_000)
                .mapToObj(i -> "<p id=pressmark-sprite-" + i + "-></p>")
                .collect(Collectors.joining());
        String page = page(names + ICON);
        assertFalse(page.contains("href=#pressmark"), page);
    }

    @Test
    void whatIsNotStoredStays() {
        assertEquals(LEFT_ICON, page(ICON));
        isLeft("<svg><g id='another'/></svg>");
        isLeft("<html><body><svg><g id='i'/></svg></body></html>");
        isLeft("<svg><script id='i'/></svg>");
        isLeft("no SVG at all");
        isLeft("");
    }

    @Test
    void whatIsTooLongStays() {
        isLeft("<svg><g id='i'/>" + " ".repeat(10 << 20) + "</svg>");
        isLeft("<svg><g id='i'>" + "<path d='\"\"\"\"\"\"\"\"\"\"\"'/>".repeat(40_000) + "</g></svg>");
    }

    @Test
    void entitiesAreNotLookedUp() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a '" + "x".repeat(1000) + "'><!ENTITY b '" + "&a;".repeat(1000)
                + "'><!ENTITY c '" + "&b;".repeat(1000) + "'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>";
        String given = given(bomb + "<svg><text id='i'>&c;&f;</text></svg>");
        assertEquals("<text id=\"" + NEW + "0\">&#38;c;&#38;f;</text>", given);
    }

    @Test
    void deepNestingIsCut() {
        String given = given("<svg><g id='i'>" + "<g>".repeat(100_000));
        assertEquals(100, given.split("<g", -1).length - 1);
    }

    @Test
    void onlySoManyFilesAndUsesAreLookedAt() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            put("https://news.example/" + i + ".svg", "<svg><g id='i'/></svg>");
            page.append("<svg><use href=/").append(i).append(".svg#i></svg>");
        }
        assertEquals(20, page(page.toString()).split("href=#", -1).length - 1);
        assertEquals(20, asked.size());
        put("https://news.example/s.svg", "<svg><g id='i'/></svg>");
        assertEquals(1000, page(ICON.repeat(1500)).split("href=#", -1).length - 1);
    }

    @Test
    void aPageThatNamesItselfInFullIsLedToItself() {
        assertEquals("<g id=i /><use href=#i>", page("<g id=i /><use href=/a/b.html#i>"));
    }

    @Test
    void framesWithinAttributesAreLeftAlone() {
        sprite("<svg><g id='i'/></svg>");
        assertFalse(page("<iframe srcdoc=\"<svg><use href='/s.svg#i'/></svg>\"></iframe>")
                .contains(NEW));
    }

    @Test
    void aDocumentOfXmlStaysOne() {
        sprite("<svg><g id='i' xlink:title='x' sodipodi:a='b' xml:space='preserve'/></svg>");
        String head = "<svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"";
        assertEquals(
                head + "#" + NEW + "0\"/>" + OPENING + "<g id=\"" + NEW + "0\" xml:space=\"preserve\"></g>" + CLOSING
                        + "</svg>",
                rewritten(rewriter, "image/svg+xml", Modifier.PAGE, head + "/s.svg#i\"/></svg>"));
    }

    @Test
    void withScriptsNothingIsPutIn() {
        sprite("<svg><g id='i'/></svg>");
        PageRewriter scripted =
                rewriter.shownIn(new ReplayPlace("http://a.example", "http://b.example", true), "/view/");
        assertFalse(rewritten(scripted, "text/html", Modifier.PAGE, ICON).contains(NEW));
        assertEquals(List.of(), asked);
    }
}
