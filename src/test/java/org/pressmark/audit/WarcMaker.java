package org.pressmark.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A tiny WARC writer for the tests: right by default, wrong where a test says so. */
final class WarcMaker {
    static final String DATE = "2026-11-22T10:15:00Z";

    /** One record in the making. */
    static final class Rec {
        final Map<String, String> fields = new LinkedHashMap<>();
        final List<String> extra = new ArrayList<>();
        byte[] block;
        String version = "WARC/1.1";
        String end = "\r\n\r\n";

        Rec(byte[] block) {
            this.block = block;
        }

        Rec with(String name, String value) {
            fields.put(name, value);
            return this;
        }

        String field(String name) {
            return fields.getOrDefault(name, "");
        }

        Rec without(String name) {
            fields.remove(name);
            return this;
        }

        Rec line(String line) {
            extra.add(line);
            return this;
        }

        Rec end(String other) {
            end = other;
            return this;
        }

        Rec version(String other) {
            version = other;
            return this;
        }

        byte[] bytes() {
            StringBuilder head = new StringBuilder(version).append("\r\n");
            fields.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            extra.forEach(line -> head.append(line).append("\r\n"));
            return join(utf8(head.append("\r\n").toString()), block, utf8(end));
        }
    }

    /** Where a written record lies. */
    record At(String id, long offset, long length, String payloadSha256) {}

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<At> places = new ArrayList<>();
    private final boolean gzip;
    private int count;

    WarcMaker(boolean gzip) {
        this.gzip = gzip;
    }

    String nextId() {
        return String.format(java.util.Locale.ROOT, "urn:uuid:00000000-0000-4000-8000-%012d", count++);
    }

    Rec record(String type, byte[] block) {
        return new Rec(block)
                .with("WARC-Type", type)
                .with("WARC-Record-ID", "<" + nextId() + ">")
                .with("WARC-Date", DATE)
                .with("Content-Length", String.valueOf(block.length))
                .with("WARC-Block-Digest", sha1(block));
    }

    Rec info(String file) {
        return record("warcinfo", utf8("software: test\r\nformat: WARC File Format 1.1\r\n"))
                .with("WARC-Filename", file)
                .with("Content-Type", "application/warc-fields");
    }

    Rec response(String url, String head, byte[] body, byte[] payload) {
        return record("response", join(utf8(head), body))
                .with("WARC-Target-URI", url)
                .with("Content-Type", "application/http;msgtype=response")
                .with("WARC-Payload-Digest", sha1(payload));
    }

    Rec page(int number) {
        byte[] body = utf8("<p>page " + number + " " + "lorem ipsum ".repeat(40) + "</p>");
        return response(
                "http://site.example/" + number, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", body, body);
    }

    WarcMaker add(Rec record, byte[] payload) {
        byte[] bytes = record.bytes();
        byte[] stored = gzip ? gzip(bytes) : bytes;
        String id = record.fields.getOrDefault("WARC-Record-ID", "<>").replaceAll("[<>]", "");
        places.add(new At(id, out.size(), stored.length, HexFormat.of().formatHex(digest("SHA-256", payload))));
        out.writeBytes(stored);
        return this;
    }

    WarcMaker add(Rec record) {
        byte[] block = record.block;
        String text = new String(block, StandardCharsets.ISO_8859_1);
        int head = text.startsWith("HTTP/") ? text.indexOf("\r\n\r\n") + 4 : 0;
        return add(record, java.util.Arrays.copyOfRange(block, head, block.length));
    }

    WarcMaker raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    List<At> places() {
        return places;
    }

    /** A warcinfo and some pages. */
    static WarcMaker archive(boolean gzip, String file, int pages) {
        WarcMaker maker = new WarcMaker(gzip);
        maker.add(maker.info(file));
        for (int i = 0; i < pages; i++) {
            maker.add(maker.page(i));
        }
        return maker;
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String sha1(byte[] bytes) {
        return "sha1:" + DeclaredDigest.base32(digest("SHA-1", bytes));
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        MessageDigest digest = DeclaredDigest.digest(algorithm);
        return digest.digest(bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
