package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/** Files as other software, old standards and accidents leave them, made by code. */
final class OddFiles {
    private OddFiles() {}

    static String http(String head, String body) {
        return head + "\r\n\r\n" + body;
    }

    /** A record with a Content-Length that is right, plus {@code more} header lines, each ended. */
    static String record(String version, String type, String uri, String contentType, String block, String more) {
        return version + "\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri
                + "\r\nWARC-Date: 2020-02-03T04:05:06Z\r\nWARC-Record-ID: <urn:uuid:" + id(uri + type + block)
                + ">\r\nContent-Type: "
                + contentType + "\r\n" + more + "Content-Length: " + block.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + block + "\r\n\r\n";
    }

    static String response(String uri, String body) {
        return record(
                "WARC/1.0",
                "response",
                uri,
                "application/http; msgtype=response",
                http("HTTP/1.1 200 OK\r\nContent-Type: text/html", body),
                "");
    }

    static byte[] member(String text) throws IOException {
        return member(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] member(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GzipMember member = new GzipMember(out, new Deflate(6))) {
            member.write(bytes);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] noise(int length, long seed) {
        byte[] noise = new byte[length];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(bytes(name)).toString();
    }
}
