package org.pressmark.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pressmark.model.Body;
import org.pressmark.model.Digest;
import org.pressmark.model.HttpHead;
import org.pressmark.model.RecordLocation;

/** A record that is being written: its named fields in order, then its block. */
final class Draft {
    private static final String VERSION = "WARC/1.1";
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final String type;
    private final String recordId;
    private final Instant date;
    private final List<HttpHead.Header> fields = new ArrayList<>();
    private Optional<HttpHead> http = Optional.empty();
    private Optional<Body> payload = Optional.empty();
    private List<HttpHead.Header> blockFields = List.of();

    /** @param date cut to milliseconds: the clock knows no more */
    Draft(String type, String recordId, Instant date) {
        this.type = type;
        this.recordId = recordId;
        this.date = date.truncatedTo(ChronoUnit.MILLIS);
        add("WARC-Type", type);
        add("WARC-Record-ID", "<" + recordId + ">");
        add("WARC-Date", WarcText.date(this.date));
    }

    /**
     * A record that stands beside the main record of its capture, names that one alone (WARC 1.1 §5.7: what one record says of
     * the other holds both ways) and repeats nothing of it.
     */
    static Draft beside(String type, String recordId, String main, Instant date) {
        return new Draft(type, recordId, date).id("WARC-Concurrent-To", main);
    }

    Draft add(String name, String value) {
        fields.add(new HttpHead.Header(name, WarcText.line(value)));
        return this;
    }

    Draft add(String name, Optional<String> value) {
        value.ifPresent(text -> add(name, text));
        return this;
    }

    Draft id(String name, String id) {
        return add(name, "<" + id + ">");
    }

    /** A block of named fields. */
    Draft fieldsBlock(List<HttpHead.Header> named) {
        blockFields = named;
        return add("Content-Type", "application/warc-fields");
    }

    /** An HTTP message as block, with or without its body. */
    Draft httpBlock(HttpHead head, String msgtype, Optional<Body> body) {
        http = Optional.of(head);
        payload = body;
        return add("Content-Type", "application/http;msgtype=" + msgtype);
    }

    /** Plain bytes as block. */
    Draft bytesBlock(Body body, String mediaType) {
        payload = Optional.of(body);
        return add("Content-Type", mediaType);
    }

    /**
     * Writes the record as one gzip member.
     *
     * @return the record as a scan of it would give it, but for its place
     * @throws IOException if the body is no longer what its digest says
     */
    ScannedRecord write(OutputStream out, Deflate deflate) throws IOException {
        return write(out, deflate, hashes -> {});
    }

    /** @param hashes told what was written */
    ScannedRecord write(OutputStream out, Deflate deflate, Consumer<RecordHashes> hashes) throws IOException {
        return write(out, deflate, hashes, -1);
    }

    /** @param bodyLevel the level for the payload alone, 0 stores it as it is; −1 the same as for the rest */
    ScannedRecord write(OutputStream out, Deflate deflate, Consumer<RecordHashes> hashes, int bodyLevel)
            throws IOException {
        byte[] start = http.map(HttpHead::bytes)
                .orElseGet(() -> MetadataFields.text(blockFields).getBytes(StandardCharsets.UTF_8));
        MessageDigest block256 = Digests.start(Digest.Algorithm.SHA256);
        MessageDigest stored = Digests.start(Digest.Algorithm.SHA256);
        block256.update(start);
        long length = start.length + payload.map(Body::length).orElse(0L);
        add("WARC-Block-Digest", blockDigest(start).base32());
        add("Content-Length", Long.toString(length));
        StringBuilder head = new StringBuilder(VERSION).append("\r\n");
        for (HttpHead.Header field : fields) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        DigestStream counted = new DigestStream(stored, out);
        try (GzipMember member = new GzipMember(counted, deflate)) {
            member.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            member.write(start);
            if (payload.isPresent()) {
                member.level(bodyLevel);
                copy(payload.get(), new DigestStream(block256, member));
            }
            member.write(END);
        }
        hashes.accept(new RecordHashes(
                type, recordId, RecordHashes.digest(block256), RecordHashes.digest(stored), counted.bytes));
        return scanned();
    }

    private Digest blockDigest(byte[] start) throws IOException {
        if (http.isEmpty() && payload.isPresent()) {
            return payload.get().sha1();
        }
        MessageDigest block = Digests.start(Digest.Algorithm.SHA1);
        block.update(start);
        if (payload.isPresent()) {
            copy(payload.get(), new DigestStream(block, OutputStream.nullOutputStream()));
        }
        return Digest.of(Digest.Algorithm.SHA1, block.digest());
    }

    private ScannedRecord scanned() {
        Optional<Body> own = http.isPresent() && type.equals("revisit") ? Optional.empty() : payload;
        return new ScannedRecord(
                VERSION,
                type,
                recordId,
                first("WARC-Target-URI"),
                Optional.of(date),
                new RecordLocation("-", 0, 0),
                true,
                fields,
                http,
                own.map(Body::sha1),
                own.map(Body::sha256),
                own.map(Body::length).orElse(0L),
                blockFields);
    }

    private Optional<String> first(String name) {
        for (HttpHead.Header field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    private static void copy(Body body, OutputStream out) throws IOException {
        long length = 0;
        try (InputStream in = body.open()) {
            byte[] buffer = new byte[1 << 14];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                length += count;
            }
        }
        if (length != body.length()) {
            throw new IOException("expected a body of " + body.length() + " bytes, found " + length
                    + ": its file was changed while it was being stored");
        }
    }

    /** Feeds a digest on the way. */
    private static final class DigestStream extends OutputStream {
        private final MessageDigest digest;
        private final OutputStream out;
        private long bytes;

        DigestStream(MessageDigest digest, OutputStream out) {
            this.digest = digest;
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            digest.update((byte) b);
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int count) throws IOException {
            digest.update(buffer, offset, count);
            out.write(buffer, offset, count);
            bytes += count;
        }
    }
}
