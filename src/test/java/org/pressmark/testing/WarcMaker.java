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

/** Writes WARC files as other programs do: records of our own making, a gzip member each, digests right unless told otherwise. */
public final class WarcMaker {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** An HTTP response; {@code head} without its last empty line and without Content-Length. */
    public String response(String url, String date, String head, byte[] body) {
        return response(url, date, head, body, "");
    }

    /** The same, with more WARC headers. */
    public String response(String url, String date, String head, byte[] body, String more) {
        String http = head.strip().replace("\n", "\r\n") + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        return record(
                "response",
                url,
                date,
                "Content-Type: application/http; msgtype=response\r\nWARC-Payload-Digest: " + sha1(body) + "\r\n"
                        + more,
                concat(http.getBytes(StandardCharsets.ISO_8859_1), body));
    }

    /** An HTML page that was answered with 200. */
    public String page(String url, String date, String html) {
        return response(
                url,
                date,
                "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8",
                html.getBytes(StandardCharsets.UTF_8));
    }

    /** A revisit of a payload; {@code more} holds its WARC-Refers-To lines. */
    public String revisit(String url, String date, String type, String digest, String more) {
        return record(
                "revisit",
                url,
                date,
                "Content-Type: application/http; msgtype=response\r\n"
                        + "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
                        + "WARC-Payload-Digest: " + digest + "\r\n" + more,
                ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A request, concurrent to a response. */
    public String request(String url, String date, String concurrentTo, String head, byte[] body) {
        String http = head.strip().replace("\n", "\r\n") + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        return record(
                "request",
                url,
                date,
                "Content-Type: application/http; msgtype=request\r\nWARC-Concurrent-To: <" + concurrentTo + ">\r\n",
                concat(http.getBytes(StandardCharsets.ISO_8859_1), body));
    }

    /** A resource. */
    public String resource(String url, String date, String type, byte[] body) {
        return record(
                "resource",
                url,
                date,
                "Content-Type: " + type + "\r\nWARC-Payload-Digest: " + sha1(body) + "\r\n",
                body);
    }

    /** Any record; gives its id without brackets. */
    public String record(String type, String url, String date, String fields, byte[] block) {
        String id =
                "urn:uuid:" + UUID.nameUUIDFromBytes((type + url + date + out.size()).getBytes(StandardCharsets.UTF_8));
        String head = "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <" + id + ">\r\nWARC-Target-URI: " + url
                + "\r\nWARC-Date: " + date + "\r\nWARC-Block-Digest: " + sha1(block) + "\r\n" + fields
                + "Content-Length: " + block.length + "\r\n\r\n";
        try (GZIPOutputStream member = new GZIPOutputStream(out)) {
            member.write(head.getBytes(StandardCharsets.UTF_8));
            member.write(block);
            member.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException("expected memory to take what is written", e);
        }
        return id;
    }

    /** Writes what was made so far to a file. */
    public Path write(Path file) throws IOException {
        return Files.write(file, out.toByteArray());
    }

    /** As WARC headers have it: {@code sha1:} and base 32. */
    public static String sha1(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
            StringBuilder text = new StringBuilder("sha1:");
            for (int bit = 0; bit < digest.length * 8; bit += 5) {
                int at = bit / 8;
                int two = (digest[at] & 0xff) << 8 | (at + 1 < digest.length ? digest[at + 1] & 0xff : 0);
                text.append(BASE32.charAt(two >> (11 - bit % 8) & 31));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected SHA-1 on every platform", e);
        }
    }

    private static byte[] concat(byte[] head, byte[] body) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(head);
        both.writeBytes(body);
        return both.toByteArray();
    }
}
