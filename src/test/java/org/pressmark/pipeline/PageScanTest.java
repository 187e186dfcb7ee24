package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Body;
import org.pressmark.model.Digest;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

class PageScanTest {

    @Test
    void everyAddressIsNamedOnceWithItsWay() throws IOException {
        assertEquals(
                List.of(
                        "http://a.example/b L a/@href",
                        "http://a.example/c.png E img/@src",
                        "http://a.example/d.css E link/@href"),
                outlinks(
                        "text/html",
                        "<a href=/b#x>1</a><a href=/b>2</a><img src=c.png><link rel=stylesheet href=d.css><a href=mailto:x>",
                        StandardCharsets.UTF_8));
    }

    @Test
    void addressesWithOtherLettersAreReadInThePagesOwnEncoding() throws IOException {
        String html = "<meta charset=windows-1251><a href=\"/новости?q=да\">Новости</a>";
        assertEquals(
                List.of("http://a.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?q=%E4%E0 L a/@href"),
                outlinks("text/html", html, Charset.forName("windows-1251")));
    }

    @Test
    void wideEncodingsAreDecodedFirst() throws IOException {
        assertEquals(
                List.of("http://a.example/b L a/@href"),
                outlinks("text/html; charset=utf-16le", "<a href=/b>wide</a>", StandardCharsets.UTF_16LE));
    }

    @Test
    void styleSheetsNameWhatTheyNeed() throws IOException {
        assertTrue(outlinks("text/css", "@import 'x.css'; a{background:url(y.png)}", StandardCharsets.UTF_8).stream()
                .anyMatch(line -> line.startsWith("http://a.example/y.png E ")));
        assertEquals(List.of(), outlinks("image/png", "<a href=/b>", StandardCharsets.UTF_8));
    }

    @Test
    void strictPagesAreReadAsXml() throws IOException {
        assertEquals(
                List.of("http://a.example/x.css E xml-stylesheet/@href", "http://a.example/y.png E style"),
                outlinks(
                        "application/xhtml+xml",
                        "<?xml version='1.0'?><?xml-stylesheet href=\"x.css\"?><html xmlns='http://www.w3.org/1999/xhtml'>"
                                + "<style><![CDATA[ a{background:url(y.png)} ]]></style></html>",
                        StandardCharsets.UTF_8));
    }

    private static List<String> outlinks(String type, String text, Charset charset) throws IOException {
        byte[] bytes = text.getBytes(charset);
        return PageScan.of(Answer.of(new Exchange(
                        "http://a.example/",
                        Instant.parse("2021-12-27T10:00:00Z"),
                        Duration.ofMillis(5),
                        new HttpHead("GET / HTTP/1.1\r\n\r\n"),
                        new HttpHead("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n"),
                        new Body.InMemory(
                                bytes, digest(Digest.Algorithm.SHA1, bytes), digest(Digest.Algorithm.SHA256, bytes)),
                        Optional.empty(),
                        List.of("http/1.1"),
                        Optional.empty(),
                        Optional.empty())))
                .outlinks();
    }

    private static Digest digest(Digest.Algorithm algorithm, byte[] bytes) {
        try {
            return Digest.of(
                    algorithm, MessageDigest.getInstance(algorithm.javaName()).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
