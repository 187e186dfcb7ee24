package org.pressmark.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** A WARC file as other software writes it: a gzip member a record, in the order in which they are added. */
public final class TestWarc {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** An answer of status 200 and its digest. */
    public TestWarc page(String url, String date, String html) {
        return answer(url, date, "200 OK", "text/html; charset=utf-8", html);
    }

    /** An answer, {@code status} with its words. */
    public TestWarc answer(String url, String date, String status, String type, String body) {
        String block = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n\r\n" + body;
        return record("response", url, date, "application/http;msgtype=response", digestLine(body), block);
    }

    /** An answer that says where to go. */
    public TestWarc redirect(String url, String date, String to) {
        String block = "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\n\r\n";
        return record("response", url, date, "application/http;msgtype=response", digestLine(""), block);
    }

    /** The same payload as was captured of an address before. */
    public TestWarc revisit(String url, String date, String ofUrl, String ofDate, String body) {
        return record(
                "revisit",
                url,
                date,
                "application/http;msgtype=response",
                "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
                        + "WARC-Refers-To-Target-URI: " + ofUrl + "\r\nWARC-Refers-To-Date: " + ofDate + "\r\n"
                        + digestLine(body),
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
    }

    /** The server's word that nothing changed since a capture before. */
    public TestWarc notModified(String url, String date, String ofDate, String body) {
        return record(
                "revisit",
                url,
                date,
                "application/http;msgtype=response",
                "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\n"
                        + "WARC-Refers-To-Target-URI: " + url + "\r\nWARC-Refers-To-Date: " + ofDate + "\r\n"
                        + digestLine(body),
                "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n");
    }

    /** A request with a body, and the answer behind it. */
    public TestWarc posted(String url, String date, String type, String form, String answer) {
        String block = "POST /x HTTP/1.1\r\nContent-Type: " + type + "\r\nContent-Length: "
                + form.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + form;
        String reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + answer;
        String link = "WARC-Concurrent-To: <" + id("response", url, date, reply) + ">\r\n";
        record("request", url, date, "application/http;msgtype=request", link, block);
        return record("response", url, date, "application/http;msgtype=response", digestLine(answer), reply);
    }

    /** Any record. */
    public TestWarc record(String type, String url, String date, String contentType, String more, String block) {
        String text = "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: " + date
                + "\r\nWARC-Record-ID: <" + id(type, url, date, block) + ">\r\nContent-Type: " + contentType + "\r\n"
                + more + "Content-Length: " + block.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + block
                + "\r\n\r\n";
        return raw(member(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Bytes as they are. */
    public TestWarc raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** A gzip member around bytes. */
    public static byte[] member(byte[] bytes) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(made)) {
            gzip.write(bytes);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return made.toByteArray();
    }

    /** SHA-1 in base32, as WARC headers have it. */
    public static String sha1(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(body.getBytes(StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder("sha1:");
            for (int bit = 0; bit < 160; bit += 5) {
                int value = 0;
                for (int i = bit; i < bit + 5; i++) {
                    value = value << 1 | (digest[i / 8] >> (7 - i % 8) & 1);
                }
                text.append(BASE32.charAt(value));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digestLine(String body) {
        return "WARC-Payload-Digest: " + sha1(body) + "\r\n";
    }

    private static String id(String type, String url, String date, String block) {
        String name = type + url + date + block;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
