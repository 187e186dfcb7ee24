package org.pressmark.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SourceText;

class SingleFileHtmlTest {
    private static final String PAGE = "https://news.example/a/b.html";
    private static final SingleFileHtml.Provenance FROM =
            new SingleFileHtml.Provenance(PAGE, Instant.parse("2024-03-01T12:30:05Z"), "sha256:ab", "urn:uuid:1");
    private final Map<String, ArchivedBytes> archive = new HashMap<>();

    private void put(String url, String type, String content) {
        archive.put(url, new ArchivedBytes(Optional.of(type), content.getBytes(UTF_8)));
    }

    private SingleFileHtml.Result make(byte[] payload, String type) {
        return new SingleFileHtml(FROM, url -> Optional.ofNullable(archive.get(url)), 100_000)
                .make(payload, Optional.of(type), PAGE);
    }

    /** The page's body, without what the file says at its top. */
    private String body(String html) {
        String all = new String(
                make(html.getBytes(UTF_8), "text/html; charset=utf-8").bytes(), UTF_8);
        String end = "base-uri 'none'\"/>";
        return all.substring(all.indexOf(end) + end.length());
    }

    private static String data(String type, String content) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content.getBytes(UTF_8));
    }

    @Test
    void inlinesPicturesStylesAndFonts() {
        put("https://news.example/i.png", "image/png", "PNG");
        put(
                "https://news.example/s.css",
                "text/css",
                "@import 'more.css'; a{b:url(i.png)} @font-face{src:url(f.woff2)}");
        put("https://news.example/more.css", "text/css", "p::after{content:'</style>'}");
        put("https://news.example/f.woff2", "font/woff2", "WOFF");
        assertEquals(
                "<style>@import '" + data("text/css;charset=utf-8", "p::after{content:'</style>'}") + "'; a{b:url("
                        + data("image/png", "PNG") + ")} @font-face{src:url(" + data("font/woff2", "WOFF")
                        + ")}</style>"
                        + "<p style='c:url(\"" + data("image/png", "PNG") + "\")'><img alt=x src='"
                        + data("image/png", "PNG") + "'>",
                body("<link rel=stylesheet href=/s.css><p style='c:url(\"/i.png\")'><img alt=x src='/i.png'>"));
    }

    @Test
    void aStyleElementCannotBeEndedByItsSheet() {
        put("https://news.example/s.css", "text/css", "a{b:'</style><script>x</script>'}");
        assertEquals(
                "<style media=\"print\">a{b:'<\\/style><script>x<\\/script>'}</style>",
                body("<link rel=stylesheet media=print href=/s.css>"));
    }

    @Test
    void takesScriptsAndHandlersOut() {
        assertEquals(
                "<p>a</p><b>c</b><svg></svg><a href=#>l</a><script type=\"application/ld+json\">{}</script>",
                body(
                        "<p onclick='x()'>a</p><script src=s.js></script><script>document.write('</p>')</script><b ONLOAD=y>c</b>"
                                + "<svg><script href=s /></svg><a href=javascript:x()>l</a>"
                                + "<script type=\"application/ld+json\">{}</script>"));
        assertEquals("<p>", body("<p><script>never closed <b>"));
    }

    @Test
    void takesOutWhatWouldAskTheWeb() {
        assertEquals(
                "<meta http-equiv=X-Archive-Orig-refresh content='0;url=/x'><form><button>b</button></form><a href=https://x.example/>l</a>",
                body("<base href=/z/><link rel=preconnect href=//x.example><link rel=preload as=script href=s>"
                        + "<meta http-equiv=refresh content='0;url=/x'><form action=/p><button formaction=/q>b</button></form>"
                        + "<a href=https://x.example ping=/t>l</a>"));
    }

    @Test
    void linksStayLinksToTheWeb() {
        assertEquals(
                "<a href=\"https://news.example/a/c?d&amp;e\">x</a><a href=#y>y</a><blockquote cite='https://news.example/z'>",
                body("<a href=\"c?d&amp;e\">x</a><a href=#y>y</a><blockquote cite='/z'>"));
    }

    @Test
    void choosesOnePictureOfMany() {
        put("https://news.example/2.jpg", "image/jpeg", "J2");
        put("https://news.example/lazy.jpg", "image/jpeg", "LZ");
        String two = data("image/jpeg", "J2");
        String lazy = data("image/jpeg", "LZ");
        assertEquals("<img src=\"" + two + "\" alt=x>", body("<img alt=x srcset='/1.jpg 1x, /2.jpg 2x'>"));
        assertEquals(
                "<img src='" + lazy + "' data-src='/lazy.jpg'>",
                body("<img src='data:image/gif,x' data-src='/lazy.jpg'>"));
        assertEquals(
                "<picture><source type=image/webp><img src='" + two + "'></picture>",
                body("<picture><source type=image/webp srcset='/no.webp, /2.jpg 2x'><img src='/no.jpg'></picture>"));
    }

    @Test
    void namesWhatIsMissing() {
        SingleFileHtml.Result result = make(
                "<img src=/gone.png alt=gone><iframe src=/f></iframe><link rel=stylesheet href=/s.css>".getBytes(UTF_8),
                "text/html");
        assertEquals(
                List.of(
                        new SingleFileHtml.Missing("https://news.example/gone.png", AddressKind.IMAGE, "not archived"),
                        new SingleFileHtml.Missing("https://news.example/f", AddressKind.FRAME, "not archived"),
                        new SingleFileHtml.Missing("https://news.example/s.css", AddressKind.STYLE, "not archived")),
                result.missing());
        assertEquals(List.of(), result.inlined());
        assertTrue(new String(result.bytes(), UTF_8).contains("<img src=data:, alt=gone>"));
    }

    @Test
    void framesBecomeDocumentsWithin() {
        put("https://x.example/f", "text/html", "<p onclick=z>é \"q\" &amp;<script>1</script><a href=g>");
        assertEquals(
                "<iframe sandbox srcdoc=\"<p>é &quot;q&quot; &amp;amp;<a href=https://x.example/g>\" src='about:blank'></iframe>",
                body("<iframe src='https://x.example/f'></iframe>"));
    }

    @Test
    void staysWithinItsLimit() {
        put("https://news.example/big.png", "image/png", "x".repeat(90_000));
        put("https://news.example/small.png", "image/png", "y");
        SingleFileHtml.Result result = make("<img src=/big.png><img src=/small.png>".getBytes(UTF_8), "text/html");
        assertEquals("too large", result.missing().get(0).reason());
        assertEquals(List.of("https://news.example/small.png"), result.inlined());
    }

    @Test
    void sheetsThatImportEachOtherEnd() {
        put("https://news.example/s.css", "text/css", "@import '/s.css';@import '/s.css';");
        assertTrue(make("<link rel=stylesheet href=/s.css>".getBytes(UTF_8), "text/html")
                        .bytes()
                        .length
                < 200_000);
    }

    @Test
    void saysWhereItComesFromAndMayLoadNothing() {
        String all = new String(
                make("<!DOCTYPE html><html><head><title>t</title></head><body>x".getBytes(UTF_8), "text/html")
                        .bytes(),
                UTF_8);
        assertTrue(all.startsWith("<!-- Archived page"), all);
        assertTrue(
                all.contains("url: " + PAGE) && all.contains("2024-03-01T12:30:05Z") && all.contains("urn:uuid:1"),
                all);
        assertTrue(
                all.contains(
                        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"/><meta http-equiv=\"Content-Security-Policy\""),
                all);
        assertTrue(all.endsWith("<title>t</title></head><body>x"), all);
    }

    @Test
    void theNoteCannotBeEndedByItsValues() {
        SingleFileHtml.Provenance nasty = new SingleFileHtml.Provenance(
                "https://x.example/--><script>alert(1)</script>?\u001b\u00e9", Instant.EPOCH, "a", "b");
        String all = new String(
                new SingleFileHtml(nasty, url -> Optional.empty(), 0)
                        .make("x".getBytes(UTF_8), Optional.of("text/html"), PAGE)
                        .bytes(),
                UTF_8);
        assertEquals(all.indexOf("-->"), all.indexOf(" -->\n") + 1);
        assertFalse(all.contains("<script"), all);
    }

    @Test
    void keepsTheEncodingAndNamesIt() {
        byte[] latin = "<p>\u00e9t\u00e9<img src=/i.png>".getBytes(ISO_8859_1);
        put("https://news.example/i.png", "image/png", "PNG");
        byte[] out = make(latin, "text/html; charset=iso-8859-1").bytes();
        SourceText again = SourceText.decode(out, Optional.empty());
        assertEquals("windows-1252", again.charset().name());
        assertTrue(again.text().contains("<p>\u00e9t\u00e9<img src=data:image/png;base64,"), again.text());
        byte[] wide = make("<p>日本 page of words".getBytes(UTF_16LE), "text/html; charset=utf-16le")
                .bytes();
        assertTrue(SourceText.decode(wide, Optional.empty()).text().endsWith("<p>日本 page of words"));
    }

    @Test
    void charactersThatTheEncodingLacksAreEscaped() {
        put("https://news.example/s.css", "text/css; charset=utf-8", "a::after{content:'→'}");
        byte[] out = make("<link rel=stylesheet href=/s.css>\u00e9".getBytes(ISO_8859_1), "text/html; charset=latin1")
                .bytes();
        assertTrue(new String(out, ISO_8859_1).contains("<style>a::after{content:'\\2192 '}</style>\u00e9"));
    }

    @Test
    void theResultLoadsNothingFromTheWeb() {
        String html =
                "<body background=b><video src=v poster=p></video><object data=o></object><embed src=e><input type=image src=i>"
                        + "<svg><image xlink:href=s /><use href=u#x /></svg><table background=t><style>a{b:url(c)}</style><iframe srcdoc=\"<img src=z>\" src=q></iframe>"
                        + "<link rel=icon href=f><link rel=manifest href=m><audio><source src=au></audio><img srcset='a 1x, b 2x'><frame src=fr>";
        String all = new String(make(html.getBytes(UTF_8), "text/html").bytes(), UTF_8);
        for (Address address : AddressScan.html(all, PAGE)) {
            boolean loads = address.kind().requisite() && address.fetchable();
            assertFalse(loads, address + " " + address.raw());
        }
        assertFalse(all.toLowerCase(Locale.ROOT).contains("<script"));
    }

    @Test
    void whatIsNoPageIsPutIntoOne() {
        String text =
                new String(make("a <b> \u00e9".getBytes(UTF_8), "text/plain").bytes(), UTF_8);
        assertTrue(text.contains("<pre>a &lt;b> \u00e9</pre>"), text);
        String picture = new String(make("PNG".getBytes(UTF_8), "image/png").bytes(), UTF_8);
        assertTrue(picture.contains("<img alt=\"\" src=\"" + data("image/png", "PNG") + "\">"), picture);
    }

    @Test
    void iconsOfOtherFilesArePutIn() {
        put(
                "https://news.example/s.svg",
                "image/svg+xml",
                "<svg><g id='i' onclick='x()'><image href='/i.png'/><script>x()</script></g></svg>");
        put("https://news.example/i.png", "image/png", "PNG");
        assertEquals(
                "<body><svg><use href='#pressmark-sprite-0-0'/></svg><svg><use href='data:,'/></svg>"
                        + "<svg xmlns=\"http://www.w3.org/2000/svg\" style=\"position:absolute;width:0;height:0\""
                        + " aria-hidden=\"true\"><defs><g id=\"pressmark-sprite-0-0\"><image href=\""
                        + data("image/png", "PNG") + "\"></image></g></defs></svg></body>",
                body("<body><svg><use href='/s.svg#i'/></svg><svg><use href='/none.svg#i'/></svg></body>"));
        assertEquals(
                List.of("https://news.example/none.svg"),
                make("<svg><use href='/s.svg#i'/><use href='/none.svg#i'/></svg>".getBytes(UTF_8), "text/html")
                        .missing()
                        .stream()
                        .map(SingleFileHtml.Missing::url)
                        .toList());
    }
}
