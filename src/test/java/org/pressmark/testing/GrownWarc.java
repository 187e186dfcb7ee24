package org.pressmark.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.pressmark.model.Digest;

/** A WARC file as it grows, record by record, as another program might have written it. */
public final class GrownWarc {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean together;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    private GrownWarc(boolean together) {
        this.together = together;
    }

    /** One gzip member a record. */
    public static GrownWarc gzip() {
        return new GrownWarc(false);
    }

    /** All records in one gzip member. */
    public static GrownWarc oneMember() {
        return new GrownWarc(true);
    }

    /** An answer of 200 with an HTML body. */
    public GrownWarc page(String url, String date, String html) {
        return answer(url, date, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n", html.getBytes(UTF_8));
    }

    /**
     * Any answer.
     *
     * @param head status line and headers, each ending in a line break; Content-Length is added
     */
    public GrownWarc answer(String url, String date, String head, byte[] body) {
        ByteArrayOutputStream http = new ByteArrayOutputStream();
        http.writeBytes((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1));
        http.writeBytes(body);
        String fields = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:"
                + UUID.nameUUIDFromBytes((url + date).getBytes(UTF_8)) + ">\r\nWARC-Date: " + date
                + "\r\nWARC-Target-URI: " + url + "\r\nWARC-Block-Digest: " + sha1(http.toByteArray())
                + "\r\nWARC-Payload-Digest: " + sha1(body)
                + "\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: " + http.size() + "\r\n\r\n";
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(fields.getBytes(UTF_8));
        record.writeBytes(http.toByteArray());
        record.writeBytes("\r\n\r\n".getBytes(UTF_8));
        if (together) {
            waiting.writeBytes(record.toByteArray());
        } else {
            out.writeBytes(zipped(record.toByteArray()));
        }
        return this;
    }

    public byte[] bytes() {
        return together ? zipped(waiting.toByteArray()) : out.toByteArray();
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zip)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }

    private static String sha1(byte[] bytes) {
        try {
            return Digest.of(
                            Digest.Algorithm.SHA1,
                            MessageDigest.getInstance("SHA-1").digest(bytes))
                    .base32();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
