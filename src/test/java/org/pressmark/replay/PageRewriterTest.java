package org.pressmark.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SourceText;

class PageRewriterTest {
    private static final String PAGE = "https://news.example/a/b.html";
    private static final Optional<String> HTML = Optional.of("text/html; charset=utf-8");
    private final PageRewriter rewriter = new PageRewriter("/web/", Instant.parse("2024-03-01T12:30:05Z"));

    private String html(String html) {
        return new String(
                rewriter.rewrite(html.getBytes(UTF_8), HTML, PAGE, Modifier.PAGE)
                        .bytes(),
                UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<a href=\"c?d&amp;e#f\">|<a href=\"/web/20240301123005mp_/https://news.example/a/c?d&amp;e#f\">",
                "<a href=c>|<a href=/web/20240301123005mp_/https://news.example/a/c>",
                "<img src='//cdn.example/i' alt='c'>|<img src='/web/20240301123005im_/https://cdn.example/i' alt='c'>",
                "<img srcset='a 1x,/b 2x'>|<img srcset='/web/20240301123005im_/https://news.example/a/a 1x,/web/20240301123005im_/https://news.example/b 2x'>",
                "<link rel=stylesheet href=s integrity=x crossorigin>|<link rel=stylesheet href=/web/20240301123005cs_/https://news.example/a/s>",
                "<script src=s nonce='n' defer></script>|<script src=/web/20240301123005js_/https://news.example/a/s defer></script>",
                "<iframe src=f></iframe>|<iframe src=/web/20240301123005if_/https://news.example/a/f></iframe>",
                "<iframe srcdoc='<img src=&quot;i&quot; nonce=x>'></iframe>|<iframe srcdoc='<img src=&quot;/web/20240301123005im_/https://news.example/a/i&quot;>'></iframe>",
                "<p style=\"background:url(&quot;i&quot;)\">|<p style=\"background:url(&quot;/web/20240301123005im_/https://news.example/a/i&quot;)\">",
                "<style>@import 'i.css';</style>|<style>@import '/web/20240301123005cs_/https://news.example/a/i.css';</style>",
                "<base href='/x/'><a href=y>|<base href='/web/20240301123005mp_/https://news.example/x/'><a href=/web/20240301123005mp_/https://news.example/x/y>",
                "<meta http-equiv=refresh content='5; url=/n'>|<meta http-equiv=refresh content='5; url=/web/20240301123005mp_/https://news.example/n'>",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"x\">|<meta http-equiv=\"X-Archive-Orig-Content-Security-Policy\" content=\"x\">",
                "<form action=/p>|<form action=/web/20240301123005mp_/https://news.example/p>",
                "<img src='/100%.png?of=5%'>|<img src='/web/20240301123005im_/https://news.example/100%25.png?of=5%'>",
                "<img src=/a%20b%zz.png>|<img src=/web/20240301123005im_/https://news.example/a%20b%25zz.png>",
                "<a href=http://EXAMPLE.com>|<a href=/web/20240301123005mp_/http://example.com/>",
            })
    void changesTheAddressAndNothingElse(String stored, String replayed) {
        assertEquals(replayed, html(stored));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='#x'>",
                "<a href='mailto:a@b.example'>",
                "<a href='javascript:x()'>",
                "<img src='data:image/gif,x'>",
                "<p>https://news.example/ in text</p>",
                "<script>var u='https://news.example/'</script>",
                "<script type=application/ld+json>{\"url\":\"https://news.example/\"}</script>",
                "<!-- <a href=https://news.example/> -->",
                "<a href=\"http://\">",
                "<A  HREF = ''\n>x",
                "<p onclick=\"x('/y')\">"
            })
    void leavesTheRestAsStored(String stored) {
        assertEquals(stored, html(stored));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"windows-1252", "windows-31j", "EUC-JP", "GB18030", "Big5-HKSCS", "UTF-16LE", "ISO-2022-JP"})
    void keepsTheEncodingAndTheBytesBetween(String name) {
        Charset charset = Charset.forName(name);
        String words = charset.newEncoder().canEncode('日') ? "日本" : "été";
        String page = "<p>" + words + "<a title='" + words + "' href='x'>" + words + "</a><img src=\"" + words
                + ".png\">" + words;
        String label = name.equals("windows-31j") ? "shift_jis" : name;
        byte[] out = rewriter.rewrite(
                        page.getBytes(charset), Optional.of("text/html; charset=" + label), PAGE, Modifier.PAGE)
                .bytes();
        String expected = page.replace("href='x'", "href='/web/20240301123005mp_/https://news.example/a/x'")
                .replace(
                        "src=\"" + words,
                        "src=\"/web/20240301123005im_/https://news.example/a/"
                                + (words.equals("été") ? "%C3%A9t%C3%A9" : "%E6%97%A5%E6%9C%AC"));
        assertEquals(expected, new String(out, charset));
    }

    @Test
    void keepsMarksNulsAndBrokenBytes() {
        byte[] page = concat(
                "\uFEFFa\0b".getBytes(UTF_8),
                new byte[] {(byte) 0xC3, (byte) 0x28, '\r', '\n'},
                "<a href=x>".getBytes(UTF_8));
        byte[] out = rewriter.rewrite(page, HTML, PAGE, Modifier.PAGE).bytes();
        byte[] tail = "<a href=/web/20240301123005mp_/https://news.example/a/x>".getBytes(UTF_8);
        assertArrayEquals(
                concat("\uFEFFa\0b".getBytes(UTF_8), new byte[] {(byte) 0xC3, (byte) 0x28, '\r', '\n'}, tail), out);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Test
    void styleSheetsAreRewrittenWhateverTheirLabel() {
        byte[] css = "a{b:url( i.png )} @font-face{src:url('f')}".getBytes(UTF_8);
        String expected = "a{b:url( /web/20240301123005im_/https://news.example/a/i.png )}"
                + " @font-face{src:url('/web/20240301123005oe_/https://news.example/a/f')}";
        assertEquals(
                expected,
                new String(
                        rewriter.rewrite(css, Optional.of("text/css"), PAGE, Modifier.STYLE)
                                .bytes(),
                        UTF_8));
        assertEquals(
                expected,
                new String(
                        rewriter.rewrite(css, Optional.of("text/plain"), PAGE, Modifier.STYLE)
                                .bytes(),
                        UTF_8));
    }

    @Test
    void svgIsRewrittenByTheRulesOfXml() {
        byte[] svg =
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='p.png'/><style>a{b:url(&quot;c&quot;)}</style></svg>"
                        .getBytes(UTF_8);
        String out = new String(
                rewriter.rewrite(svg, Optional.of("image/svg+xml"), PAGE, Modifier.IMAGE)
                        .bytes(),
                UTF_8);
        assertEquals(
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='/web/20240301123005im_/https://news.example/a/p.png'/>"
                        + "<style>a{b:url(&quot;/web/20240301123005im_/https://news.example/a/c&quot;)}</style></svg>",
                out);
    }

    @Test
    void rawAndBinaryPayloadsAreNotTouched() {
        byte[] page = "<a href=x>".getBytes(UTF_8);
        assertSame(page, rewriter.rewrite(page, HTML, PAGE, Modifier.IDENTITY).bytes());
        assertSame(
                page,
                rewriter.rewrite(page, Optional.of("image/png"), PAGE, Modifier.IMAGE)
                        .bytes());
        assertSame(
                page,
                rewriter.rewrite(page, Optional.of("application/json"), PAGE, Modifier.PAGE)
                        .bytes());
    }

    @Test
    void redirectsStayInTheArchive() {
        assertEquals(
                Optional.of("/web/20240301123005mp_/https://news.example/story"),
                rewriter.location(PAGE, "/story", Modifier.PAGE));
        assertEquals(Optional.empty(), rewriter.location(PAGE, "javascript:x", Modifier.PAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"archived-original.html", "republished-copy.html"})
    void theDemoPagesAskForNothingOutside(String name) throws IOException {
        byte[] stored;
        try (InputStream in = PageRewriterTest.class.getResourceAsStream("/org/pressmark/demo/" + name)) {
            stored = Objects.requireNonNull(in).readAllBytes();
        }
        PageRewriter.Rewritten out = rewriter.rewrite(stored, Optional.of("text/html"), PAGE, Modifier.PAGE);
        assertTrue(out.addresses() > 5);
        insideOnly(new String(out.bytes(), UTF_8));
        sameBetween(new String(stored, UTF_8), new String(out.bytes(), UTF_8));
    }

    /** The probe's awkward page, in our own words: every kind of address that CONFORMANCE F58 names. */
    @Test
    void aPageOfEveryKindOfAddressAsksForNothingOutside() {
        String stored = """
                <!doctype html><html manifest=m.appcache><head><base href="https://news.example/sub/">
                <meta http-equiv="refresh" content="5; url=/next"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
                <link rel="stylesheet" href="s.css" integrity="sha384-x" crossorigin><link rel="preload" as="image" imagesrcset="/p1.jpg 1x, /p2.jpg 2x">
                <link rel=preconnect href=https://cdn.example><script src="//cdn.example/a.js"></script>
                <script type="importmap">{"imports":{"x":"https://cdn.example/x.js"}}</script>
                <style>@import "/i.css"; body{background:url('/bg.png')} a{b:image-set("/1.png" 1x, url(/2.png) 2x)}</style></head>
                <body background=/old.gif style="background-image:url(https://cdn.example/b.png)"><img src="/a.jpg" lowsrc=l.gif srcset="/a.jpg 1x, https://cdn.example/a2.jpg 2x" data-src="/lazy.jpg" longdesc=d>
                <picture><source srcset="/w.webp 480w, /w2.webp 800w"></picture><video poster="/poster.jpg" src="/v.mp4"><track src=t></video>
                <a href="https://other.example/x" ping="https://track.example/p">x</a><form action="/post"><button formaction="https://other.example/f">b</button><input type=image src=i></form>
                <svg><image xlink:href="/s.svg"/><use href="/u.svg#i"/></svg><object data="/o.pdf"></object><embed src=e>
                <iframe src="https://other.example/f" srcdoc="<img src='https://cdn.example/d.jpg'><iframe srcdoc='&lt;a href=&quot;//x.example/&quot;&gt;'></iframe>"></iframe>
                <blockquote cite=https://c.example/></blockquote></body></html>
                """;
        String out = html(stored);
        insideOnly(out);
        sameBetween(stored, out);
        assertFalse(out.contains("integrity"));
    }

    private static void insideOnly(String html) {
        for (Address address : AddressScan.html(html, "http://replay.example/web/20240301123005mp_/" + PAGE)) {
            String target = address.absolute().orElse("");
            boolean inside = !address.fetchable() || target.startsWith("http://replay.example/web/20240301123005");
            assertTrue(inside, address.toString());
        }
    }

    /** Takes all addresses out of both; what remains must be the same but for the attributes that go. */
    private static void sameBetween(String stored, String replayed) {
        assertEquals(
                between(stored).replaceAll("\\s+(integrity|crossorigin|nonce)(=\"[^\"]*\")?", ""),
                between(replayed).replace("X-Archive-Orig-", ""));
    }

    private static String between(String html) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        List<Address> all = AddressScan.html(html, PAGE).stream()
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .toList();
        for (Address address : all) {
            out.append(html, done, address.start()).append('§');
            done = address.end();
        }
        return out.append(html, done, html.length()).toString();
    }

    @Test
    void whatWasReadAsAnotherEncodingIsWrittenBackUnchanged() {
        byte[] mislabelled = "<p>Grüße <a href=x>".getBytes(UTF_8);
        PageRewriter.Rewritten out =
                rewriter.rewrite(mislabelled, Optional.of("text/html; charset=iso-8859-1"), PAGE, Modifier.PAGE);
        assertTrue(new String(out.bytes(), UTF_8).startsWith("<p>Grüße <a href=/web/"));
        assertEquals(UTF_8, SourceText.decode(out.bytes(), Optional.empty()).charset());
    }
}
