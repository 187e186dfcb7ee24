package org.pressmark.markup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressScanTest {
    private static final String PAGE = "https://news.example/a/b.html";

    private static List<String> found(String html) {
        return AddressScan.html(html, PAGE).stream()
                .map(address ->
                        address.kind() + " " + address.absolute().orElse("-").replace("https://news.example", ""))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<a href='c'>|PAGE_LINK /a/c",
                "<area href=/c>|PAGE_LINK /c",
                "<img src=\"c.jpg\">|IMAGE /a/c.jpg",
                "<IMG SRC = c.jpg >|IMAGE /a/c.jpg",
                "<img lowsrc=c>|IMAGE /a/c",
                "<input type=image src=c>|IMAGE /a/c",
                "<video poster=p></video>|IMAGE /a/p",
                "<video src=v></video>|MEDIA /a/v",
                "<track src=v>|MEDIA /a/v",
                "<object data=o></object>|OBJECT /a/o",
                "<embed src=o>|OBJECT /a/o",
                "<iframe src=f></iframe>|FRAME /a/f",
                "<frame src=f>|FRAME /a/f",
                "<form action=f>|FORM /a/f",
                "<button formaction=f>|FORM /a/f",
                "<body background=b>|IMAGE /a/b",
                "<td background=b>|IMAGE /a/b",
                "<blockquote cite=c>|CITATION /a/c",
                "<img longdesc=c>|CITATION /a/c",
                "<html manifest=m>|MANIFEST /a/m",
                "<link rel=manifest href=m>|MANIFEST /a/m",
                "<link rel='STYLESHEET' href=s>|STYLE /a/s",
                "<link rel='alternate stylesheet' href=s>|STYLE /a/s",
                "<link rel='shortcut icon' href=i>|ICON /a/i",
                "<link rel=apple-touch-icon-precomposed href=i>|ICON /a/i",
                "<link rel=preload as=font href=f>|FONT /a/f",
                "<link rel=preload as=fetch href=f>|PRELOAD /a/f",
                "<link rel=modulepreload href=f>|SCRIPT /a/f",
                "<link rel=preconnect href=//cdn.example>|HINT https://cdn.example/",
                "<link rel=alternate type=application/rss+xml href=f>|FEED /a/f",
                "<link rel=canonical href=f>|RELATED /a/f",
                "<script src=s></script>|SCRIPT /a/s",
                "<svg><image xlink:href=s /></svg>|IMAGE /a/s",
                "<svg><use href='s.svg#i'/></svg>|IMAGE /a/s.svg#i",
                "<svg><rect fill='url(f.svg#g)'/></svg>|IMAGE /a/f.svg#g",
                "<svg><style>a{b:url(c)}</style></svg>|IMAGE /a/c",
                "<svg><script href=s /></svg>|SCRIPT /a/s",
                "<svg></p><style><a id='</style><img src=c>'>|IMAGE /a/c",
                "<svg><a><set attributeName=href to=s /></a></svg>|OTHER /a/s",
                "<svg><set attributeName='xlink:href' to='s' /></svg>|OTHER /a/s",
                "<p style='background:url(gr\\65 en.png)'>|IMAGE /a/green.png",
                "<p style='background:url(a\\000062c)'>|IMAGE /a/abc",
                "<meta http-equiv=Refresh content='5; URL=next'>|REFRESH /a/next",
                "<meta http-equiv=refresh content=\"0;url='n x'\">|REFRESH /a/n%20x",
                "<p style='background:url(b)'>|IMAGE /a/b",
                "<style>@import 'i.css';</style>|STYLE /a/i.css",
                "<img data-src=l>|LAZY_IMAGE /a/l",
                "<noscript><img src=n></noscript>|IMAGE /a/n",
                "<![if !IE]><img src=n><![endif]>|IMAGE /a/n",
                "<a href='&#x2f;x&amp;y&copy=1'>|PAGE_LINK /x&y&copy=1",
                "<a href='/caf&eacute;'>|PAGE_LINK /caf%C3%A9",
                "<img\u0000 src=c>|OTHER /a/c",
                "<a/href=c>|PAGE_LINK /a/c",
                "<a b'c\"d href=c>|PAGE_LINK /a/c",
                "<a href=c href=d>|PAGE_LINK /a/c",
                "<a href=\"c>d\">|PAGE_LINK /a/c%3Ed",
                "<p <a href=c>|OTHER /a/c",
            })
    void findsTheAddress(String html, String expected) {
        assertEquals(List.of(expected), found(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- <a href=c> -->",
                "<!-- > <a href=c> --!><b>",
                "<!--[if IE]><img src=c><![endif]-->",
                "<script>'<a href=c>'</script>",
                "<script><!-- <script> </script> <a href=c> --></script>",
                "<style>/* url(c) */ a { content: 'url(c)' }</style>",
                "<style>@namespace svg url(http://www.w3.org/2000/svg);</style>",
                "<textarea><a href=c></textarea>",
                "<title><a href=c></title>",
                "<xmp><a href=c></xmp>",
                "<plaintext><a href=c></plaintext><a href=c>",
                "<iframe><a href=c></iframe>",
                "<svg><![CDATA[<a href=c>]]></svg>",
                "<? <a href=c ?",
                "</a href=c ",
                "<a href=c",
                "<a href='c>",
                "<a href=''><a href>",
                "<meta http-equiv=refresh content=5>",
                "<meta name=refresh content='5;url=x'>",
            })
    void leavesAloneWhatIsNoAddress(String html) {
        assertEquals(List.of(), found(html));
    }

    @Test
    void lineEndsWithinAnAddressDoNotCount() {
        assertEquals(List.of("PAGE_LINK /c%20d"), found("<a href='\n /c\n d\t'>"));
    }

    @Test
    void commentsEndAsBrowsersEndThem() {
        assertEquals(List.of("PAGE_LINK /a/c"), found("<!--><a href=c>-->"));
        assertEquals(List.of("PAGE_LINK /a/c"), found("<!---><a href=c>-->"));
        assertEquals(List.of("PAGE_LINK /a/c"), found("<!-- x --!><a href=c>"));
        assertEquals(List.of("PAGE_LINK /a/c"), found("<!x><a href=c>"));
    }

    @Test
    void htmlWithinSvgIsHtmlAgain() {
        assertEquals(List.of("IMAGE /a/c"), found("<svg><style><img src=c></style></svg>"));
        assertEquals(List.of(), found("<svg><foreignObject><style><img src=c></style></foreignObject></svg>"));
        assertEquals(List.of("IMAGE /a/c"), found("<svg><title><img src=c></title></svg>"));
    }

    @Test
    void readsSourceSets() {
        assertEquals(
                List.of("IMAGE /a/1.jpg", "IMAGE /a/2,x.jpg", "IMAGE https://cdn.example/3.jpg", "IMAGE /a/4"),
                found("<img srcset=' 1.jpg 1x,2,x.jpg 2x , //cdn.example/3.jpg 300w (a, b),, 4,'>"));
        assertEquals(
                List.of("IMAGE /p1", "IMAGE /p2"), found("<link rel=preload as=image imagesrcset='/p1 1x, /p2 2x'>"));
    }

    @Test
    void readsListsOfPings() {
        assertEquals(List.of("PAGE_LINK /a/x", "PING /a/p", "PING /a/q"), found("<a href=x ping=' p  q '>"));
    }

    @Test
    void theFirstBaseDecides() {
        assertEquals(
                List.of(
                        "BASE https://cdn.example/x/",
                        "IMAGE https://cdn.example/x/i",
                        "IMAGE https://cdn.example/x/j"),
                found("<base target=_top><base href='//cdn.example/x/'><img src=i><base href=/y/><img src=j>"));
    }

    @Test
    void placesWithinThePageAreNotFetchable() {
        for (String raw :
                new String[] {"#top", "javascript:void(0)", "mailto:a@b.example", "data:text/plain,x", "tel:1"}) {
            Address address = AddressScan.html("<a href='" + raw + "'>", PAGE).get(0);
            assertFalse(address.fetchable(), raw);
            assertEquals(raw, address.raw());
        }
    }

    @Test
    void everyAddressKnowsItsPlace() {
        String html = "<p style=\"a:url( &quot;x y&quot; )\"><img srcset='1 1x, 2&amp;3 2x'><a href= /q >"
                + "<iframe srcdoc='<img src=&quot;/in&amp;amp;ner&quot;>'></iframe>"
                + "<meta http-equiv=refresh content='1; url=/m'><style>@import \"\\2f i\";</style>";
        assertEquals(
                List.of("x y", "1", "2&amp;3", "/q", "/in&amp;amp;ner", "/m", "\\2f i"),
                AddressScan.html(html, PAGE).stream().map(Address::raw).collect(Collectors.toList()));
        assertEquals(
                List.of("/a/x%20y", "/a/1", "/a/2&3", "/q", "/in&ner", "/m", "/i"),
                AddressScan.html(html, PAGE).stream()
                        .map(address -> address.target().orElseThrow().path())
                        .collect(Collectors.toList()));
    }

    @Test
    void whatIsWrittenInItsPlaceReadsBackAsItself() {
        String nasty = "https://x.example/a'b\"c?d&amp;e&f=(g)#<h>,";
        String expected = WebAddress.parse(nasty).orElseThrow().href();
        for (String html : new String[] {
            "<a href=\"x\">",
            "<a href='x'>",
            "<a href=x>",
            "<a href= x >",
            "<p style='a:url(x)'>",
            "<p style=a:url(\"x\")>",
            "<p style=\"a:url('x')\">",
            "<style>@import 'x'</style>",
            "<style>a{b:url( x )}</style>",
            "<img srcset='x 2x'>",
            "<img srcset='x'>",
            "<iframe srcdoc='<a href=x>'></iframe>",
            "<svg><style>a{b:url(x)}</style></svg>",
            "<iframe srcdoc=\"<p style=&quot;a:url('x')&quot;>\"></iframe>",
            "<script type=importmap>{\"imports\":{\"y\":\"./x\"}}</script>"
        }) {
            Address address = AddressScan.html(html, PAGE).get(0);
            String changed =
                    html.substring(0, address.start()) + address.written(expected) + html.substring(address.end());
            List<Address> again = AddressScan.html(changed, PAGE);
            assertEquals(1, again.size(), changed);
            assertEquals(Optional.of(expected), again.get(0).absolute().map(a -> a.replace("%2C", ",")), changed);
        }
    }

    @Test
    void readsImportMapsAndLeavesOtherJsonAlone() {
        assertEquals(
                List.of("SCRIPT https://cdn.example/x.js", "SCRIPT /y/"),
                found(
                        "<script type=importmap>{\"imports\":{\"x\":\"https:\\/\\/cdn.example/x.js\",\"y/\":\"/y/\"}}</script>"
                                + "<script type=application/ld+json>{\"url\":\"https://news.example/\"}</script>"));
    }

    @Test
    void readsStyleSheets() {
        String css = """
                @charset "utf-8"; @import url(a.css) screen; @IMPORT 'b.css';
                @font-face { src: url( 'f.woff2' ) format("woff2"), local("x") }
                a { background: URL("i 1.png"), image-set("i2.png" 1x type("image/png"), url(i3.png) 2x) }
                b { background: url(data:image/png;base64,AAAA); cursor:url(c\\)x) } c { x: url(bad url) }
                d { y: \\75rl(i4) } e { z: u\\72 l('i5') } f { g: url(unclosed""";
        assertEquals(
                List.of(
                        "STYLE /a/a.css",
                        "STYLE /a/b.css",
                        "FONT /a/f.woff2",
                        "IMAGE /a/i%201.png",
                        "IMAGE /a/i2.png",
                        "IMAGE /a/i3.png",
                        "IMAGE -",
                        "IMAGE /a/c)x",
                        "IMAGE /a/i4",
                        "IMAGE /a/i5",
                        "IMAGE /a/unclosed"),
                AddressScan.css(css, PAGE).stream()
                        .map(a -> a.kind() + " " + a.absolute().orElse("-").replace("https://news.example", ""))
                        .collect(Collectors.toList()));
    }

    @Test
    void readsXml() {
        String svg = "<?xml version='1.0'?><?xml-stylesheet href='s.css'?><svg xmlns='http://www.w3.org/2000/svg'>"
                + "<style><![CDATA[a{b:url(i.png)}]]></style><title><x href='t'/></title><script>1 &lt; 2</script>"
                + "<image xlink:href='p.png'/><![CDATA[<image href='no'/>]]></svg>";
        assertEquals(
                List.of("s.css", "i.png", "t", "p.png"),
                AddressScan.xml(svg, PAGE).stream().map(Address::raw).collect(Collectors.toList()));
    }

    @Test
    void hugeAndHostileInputIsReadInOnePass() {
        assertEquals(0, found("<div>".repeat(100_000)).size());
        assertEquals(0, found("<".repeat(200_000)).size());
        assertEquals(0, found("<!--".repeat(100_000)).size());
        assertEquals(0, found("<style>/*".repeat(50_000)).size());
        assertEquals(0, found("<a ".repeat(100_000)).size());
        assertEquals(0, found("<a" + " x".repeat(500_000)).size());
        assertEquals(1, found("<a" + " href=y".repeat(100_000) + ">").size());
        assertEquals(0, found("<svg><style>".repeat(50_000)).size());
        assertEquals(0, found("<script><!--<script>".repeat(50_000)).size());
        assertEquals(0, found("<p style='" + "url(".repeat(50_000) + "'>").size());
        assertEquals(20_000, found("<a href=x>".repeat(20_000)).size());
        assertTrue(found("<iframe srcdoc='".repeat(1000)).isEmpty());
        assertEquals(0, AddressScan.css("url('".repeat(100_000), PAGE).size() / 100_001);
    }

    @Test
    void aScriptAddressMayNotHideBehindAUselessBase() {
        assertEquals(List.of("BASE javascript:1", "IMAGE /a/i"), found("<base href='javascript:1'><img src=i>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"archived-original.html", "republished-copy.html"})
    void everyAddressOfTheDemoPagesIsCutOutExactly(String name) throws IOException {
        SourceText page;
        try (InputStream in = AddressScanTest.class.getResourceAsStream("/org/pressmark/demo/" + name)) {
            page = SourceText.decode(Objects.requireNonNull(in).readAllBytes(), Optional.empty());
        }
        List<Address> all = AddressScan.html(page.text(), "http://copies.example/x");
        assertTrue(all.size() > 5, "found " + all.size());
        for (Address address : all) {
            assertEquals(address.raw(), page.text().substring(address.start(), address.end()));
            assertTrue(address.absolute().isPresent(), address.raw());
            assertEquals(UTF_8, page.charset());
        }
    }
}
