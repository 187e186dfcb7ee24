package org.pressmark.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.pressmark.testing.WarcMaker;

/** An archive of awkward captures, each made for a check of the conformance list. */
final class Probe {
    static final String STORY = "https://news.example/story";
    static final String PAGE = "https://news.example/page";
    static final String PAGE_HEAD = """
            HTTP/1.1 200 OK
            Content-Type: text/html; charset=utf-8
            Set-Cookie: sid=1; Path=/; Secure
            Content-Security-Policy: default-src 'self'
            X-Frame-Options: DENY
            Link: </s.css>; rel=preload; as=style
            Refresh: 9; url=https://news.example/r
            Clear-Site-Data: "*"
            Strict-Transport-Security: max-age=1
            Public-Key-Pins: x
            NEL: {}
            Report-To: {}
            Alt-Svc: h3=":443"
            Service-Worker-Allowed: /
            Cross-Origin-Opener-Policy: same-origin
            Cross-Origin-Embedder-Policy: require-corp
            Cross-Origin-Resource-Policy: same-origin
            SourceMap: https://cdn.example/m.map
            Speculation-Rules: "/rules.json"
            Vary: *
            Content-Location: /elsewhere
            Memento-Datetime: Thu, 01 Jan 1970 00:00:00 GMT""";
    static final String PAGE_HTML = """
            <!doctype html><html><head><base href="https://news.example/sub/"><meta http-equiv="refresh" content="5; url=/next">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'"><meta http-equiv=x-dns-prefetch-control content=on>
            <link rel="stylesheet" href="s.css" integrity="sha384-x" crossorigin><link rel="preload" as="image" imagesrcset="/p1.jpg 1x, /p2.jpg 2x">
            <link rel=preconnect href="https://cdn.example"><link rel=dns-prefetch href="//dns.example"><link rel=manifest href=/app.webmanifest>
            <link rel=icon href="https://cdn.example/i.ico"><link rel=prerender href="https://other.example/next"><script src="//cdn.example/a.js" nonce=q></script>
            <script type="module">import "/m.js";</script><script type="importmap">{"imports":{"x":"https://cdn.example/x.js"}}</script>
            <script type=speculationrules>{"prefetch":[{"source":"list","urls":["/spec"]}]}</script>
            <script type="application/ld+json">{"note":"left alone"}</script>
            <style>@import "/i.css"; body{background:url('/bg.png')} p{background:image-set("/1.png" 1x, url(/2.png) 2x)}
            @font-face{font-family:f;src:url(https://cdn.example/f.woff2)}</style></head>
            <body style="background-image:url(https://cdn.example/b.png)"><img src="/a.jpg" srcset="/a.jpg 1x, https://cdn.example/a2.jpg 2x" longdesc=/d>
            <img data-src="/lazy.jpg" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><picture><source srcset="/w.webp 480w, /w2.webp 800w"></picture>
            <video poster="/poster.jpg" src="/v.mp4"><track src=/t.vtt></video><a href="https://other.example/x" ping="https://track.example/p">x</a>
            <form action="/post" method=post><button formaction="https://other.example/f">b</button></form><table background=/t.gif><tr><td>c</table>
            <svg><image xlink:href="/s.svg"/><use href="/u.svg#i"/></svg><object data="/o.pdf"></object><embed src=/e.swf>
            <iframe src="https://other.example/f" srcdoc="<img src='https://cdn.example/d.jpg'>"></iframe><iframe src="https://other.example/frame"></iframe>
            <blockquote cite=https://cite.example/>q</blockquote><div onclick="go()">c</div><script>go = function () {}; fetch('//live.example/leak')</script></body></html>
            """;

    private Probe() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream coding = new GZIPOutputStream(out)) {
            coding.write(plain);
        }
        return out.toByteArray();
    }

    static byte[] deflate(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream coding = new DeflaterOutputStream(out)) {
            coding.write(plain);
        }
        return out.toByteArray();
    }

    /** Ten times 1,024 bytes that tell their place. */
    static byte[] film() {
        byte[] film = new byte[10_240];
        for (int i = 0; i < film.length; i++) {
            film[i] = (byte) (i * 7 + i / 256);
        }
        return film;
    }

    static Path write(Path folder) throws IOException {
        WarcMaker warc = new WarcMaker();
        String march = "2020-03-01T00:00:00Z";
        warc.page(STORY, "2020-01-01T00:00:00Z", "<html><title>v1</title><body>version 1</body></html>");
        warc.page(STORY, "2020-06-01T00:00:00Z", "<html><title>v2</title><body>version 2</body></html>");
        warc.page(STORY, "2021-01-01T00:00:00Z", "<html><title>v3</title><body>version 3</body></html>");
        warc.response(PAGE, march, PAGE_HEAD, bytes(PAGE_HTML));
        String html = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8";
        byte[] linked = bytes("<html><a href=/l>link</a></html>");
        warc.response("https://news.example/gz", march, html + "\nContent-Encoding: gzip", gzip(linked));
        warc.response("https://news.example/deflate", march, html + "\nContent-Encoding: deflate", deflate(linked));
        // the made-up minimum of Brotli: one uncompressed meta-block (RFC 7932 §9.2)
        warc.response("https://news.example/br", march, html + "\nContent-Encoding: br", brotli(linked));
        warc.response("https://news.example/zstd", march, html + "\nContent-Encoding: zstd", zstd(linked));
        warc.response("https://news.example/broken-gz", march, html + "\nContent-Encoding: gzip", broken(linked));
        warc.response("https://news.example/no-gz", march, html + "\nContent-Encoding: gzip", linked);
        warc.response(
                "https://news.example/latin1",
                march,
                "HTTP/1.1 200 OK\nContent-Type: text/html; charset=iso-8859-1",
                "<html><body>caf\u00e9 <a href=/\u00e9>l</a></body></html>".getBytes(StandardCharsets.ISO_8859_1));
        warc.response(
                "https://news.example/film.mp4",
                march,
                "HTTP/1.1 200 OK\nContent-Type: video/mp4\nAccept-Ranges: none",
                film());
        warc.response(
                "https://news.example/redir",
                march,
                "HTTP/1.1 301 Moved\nContent-Type: text/html\nLocation: https://news.example/story",
                new byte[0]);
        warc.response(
                "https://news.example/gone",
                march,
                "HTTP/1.1 404 Not Found\nContent-Type: text/html",
                bytes("<p>archived 404"));
        warc.response(
                "https://news.example/sick",
                march,
                "HTTP/1.1 503 Sick\nContent-Type: text/html\nRetry-After: 5",
                bytes("<p>sick"));
        warc.response("https://news.example/odd", march, "HTTP/1.1 999 Odd\nContent-Type: text/html", bytes("<p>odd"));
        warc.page("http://www.news.example:80/Path/?b=2&a=1#frag", march, "<html>canon</html>");
        warc.page("https://news.example/b\u00fccher?q=1'2", march, "<html>idn path</html>");
        warc.page("https://news.example/a%20b/%C3%A9?x=%2F&y=1", march, "<html>escapes</html>");
        warc.resource("https://news.example/doc.pdf", march, "application/pdf", bytes("%PDF-1.4 resource"));
        warc.response(
                "https://news.example/s.svg",
                march,
                "HTTP/1.1 200 OK\nContent-Type: image/svg+xml",
                bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>x</script><image href='/p.png'/></svg>"));
        warc.response(
                "https://news.example/feed.xml",
                march,
                "HTTP/1.1 200 OK\nContent-Type: application/rss+xml",
                bytes(
                        "<rss><channel><item><link>https://news.example/story</link><guid>https://news.example/story</guid>"
                                + "<enclosure url='https://cdn.example/a.mp3?x=1&amp;y=2'/></item></channel></rss>"));
        warc.response(
                "https://news.example/style.css",
                march,
                "HTTP/1.1 200 OK\nContent-Type: text/css",
                bytes(
                        "@import url(/x.css); a{background:url( \"https://cdn.example/y.png\" )}\n/*# sourceMappingURL=https://cdn.example/y.map */"));
        warc.response(
                "https://news.example/list.m3u8",
                march,
                "HTTP/1.1 200 OK\nContent-Type: application/vnd.apple.mpegurl",
                bytes(
                        "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"https://cdn.example/k\"\nhttps://cdn.example/1.ts\nlow/1.ts\n/2.ts\n"));
        return warc.write(folder.resolve("probe.warc.gz"));
    }

    static byte[] broken(byte[] plain) throws IOException {
        byte[] packed = gzip(plain);
        for (int i = 12; i < packed.length - 8; i++) {
            packed[i] = (byte) 0xFF;
        }
        return packed;
    }

    /** A stream of one uncompressed meta-block and an empty last one (RFC 7932 §9). */
    static byte[] brotli(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // WBITS 16 (0), ISLAST 0, MNIBBLES 4 (00), MLEN-1 in 16 bits, ISUNCOMPRESSED 1, then to the byte's end
        int bits = (plain.length - 1) << 4 | 1 << 20;
        out.write(bits);
        out.write(bits >> 8);
        out.write(bits >> 16);
        out.writeBytes(plain);
        out.write(3);
        return out.toByteArray();
    }

    /** A frame of one raw block (RFC 8878 §3.1.1). */
    static byte[] zstd(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0x20, (byte) plain.length});
        int block = plain.length << 3 | 1;
        out.write(block);
        out.write(block >> 8);
        out.write(block >> 16);
        out.writeBytes(plain);
        return out.toByteArray();
    }
}
