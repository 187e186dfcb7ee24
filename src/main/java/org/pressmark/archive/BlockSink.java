package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Digest;
import org.pressmark.model.HttpHead;

/**
 * Takes a record's block as it streams by: digests it, parts an HTTP message into head and payload, keeps named fields.
 * Memory is bounded by {@link #LARGEST_HEAD}.
 */
final class BlockSink extends OutputStream {
    /** A head, or a block of named fields, that is longer counts as no such thing. */
    static final int LARGEST_HEAD = 1 << 20;

    /** What the block is. */
    enum Shape {
        HTTP,
        /** HTTP if it begins so: an ARC file does not say. */
        PERHAPS_HTTP,
        FIELDS,
        BYTES
    }

    private final @Nullable MessageDigest block;
    private final PayloadSink payload;
    private final @Nullable MessageDigest rawBody;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private final boolean fields;
    private final boolean mustBeHttp;
    private boolean undecided;
    /** How many bytes stand in the head's line so far, and the last of them. */
    private int inLine;

    private byte last;
    private @Nullable Chunks chunks;
    private Optional<HttpHead> head = Optional.empty();
    private long length;

    /**
     * @param blockDigest which digest of the block to make; empty for none
     * @param payload where the payload goes
     * @param rawBody whether to digest a chunked body as it is stored too
     */
    BlockSink(Shape shape, Optional<Digest.Algorithm> blockDigest, PayloadSink payload, boolean rawBody) {
        this.block = blockDigest.map(Digests::start).orElse(null);
        this.payload = payload;
        this.rawBody = rawBody ? Digests.start(Digest.Algorithm.SHA1) : null;
        this.fields = shape == Shape.FIELDS;
        this.undecided = shape == Shape.HTTP || shape == Shape.PERHAPS_HTTP;
        this.mustBeHttp = shape == Shape.HTTP;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (block != null) {
            block.update(bytes, offset, count);
        }
        length += count;
        if (fields) {
            start.write(bytes, offset, Math.min(count, Math.max(0, LARGEST_HEAD - start.size())));
        } else if (undecided) {
            headBytes(bytes, offset, count);
        } else {
            body(bytes, offset, count);
        }
    }

    private void headBytes(byte[] bytes, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            byte b = bytes[i];
            boolean ends = b == '\n' && (inLine == 0 || (inLine == 1 && last == '\r'));
            inLine = b == '\n' ? 0 : inLine + 1;
            last = b;
            if (ends || (b != '\n' && start.size() + i - offset >= LARGEST_HEAD)) {
                start.write(bytes, offset, i + 1 - offset);
                decide(ends);
                body(bytes, i + 1, offset + count - i - 1);
                return;
            }
        }
        start.write(bytes, offset, count);
    }

    /** Takes what was gathered as head or as the beginning of a body that has none. */
    private void decide(boolean complete) throws IOException {
        undecided = false;
        byte[] gathered = start.toByteArray();
        start.reset();
        String text = new String(gathered, StandardCharsets.ISO_8859_1);
        boolean statusLine = text.startsWith("HTTP/");
        boolean isHead =
                statusLine || (complete && mustBeHttp && !text.stripLeading().startsWith("<"));
        if (!isHead || gathered.length > LARGEST_HEAD) {
            body(gathered, 0, gathered.length);
            return;
        }
        HttpHead found = new HttpHead(text);
        head = Optional.of(found);
        boolean chunked = found.first("Transfer-Encoding").isPresent()
                && found.headers().stream()
                        .anyMatch(header -> header.name().equalsIgnoreCase("Transfer-Encoding")
                                && header.value().toLowerCase(Locale.ROOT).contains("chunked"));
        chunks = chunked ? new Chunks(payload) : null;
    }

    private void body(byte[] bytes, int offset, int count) throws IOException {
        Chunks joined = chunks;
        if (joined == null) {
            payload.write(bytes, offset, count);
        } else {
            if (rawBody != null) {
                rawBody.update(bytes, offset, count);
            }
            joined.write(bytes, offset, count);
        }
    }

    /** Says that the block ends here. */
    void end() throws IOException {
        if (undecided) {
            decide(false);
        }
        if (chunks != null) {
            chunks.end();
        }
    }

    /** True where all that can be told of the block is told: what follows is neither a head nor digested. */
    boolean saidAll() {
        return !undecided && !fields && block == null && !payload.digests();
    }

    /** The block's length in bytes. */
    long length() {
        return length;
    }

    Optional<HttpHead> head() {
        return head;
    }

    PayloadSink payload() {
        return payload;
    }

    /** True where the head says chunked and the bytes say otherwise. */
    boolean chunksLied() {
        return chunks != null && chunks.lied();
    }

    /** True where the HTTP message itself says that it is complete: its Content-Length, or its last chunk. */
    boolean holdsWholeMessage() {
        return chunks == null ? missing() == 0 : !chunks.lied();
    }

    /** How many bytes of an unchunked body are still to come by its Content-Length; −1 where that is not known. */
    long missing() {
        Optional<String> stated =
                head.flatMap(found -> found.first("Content-Length")).filter(text -> text.matches("[0-9]{1,15}"));
        return chunks != null || stated.isEmpty() ? -1 : Long.parseLong(stated.get()) - payload.length();
    }

    /** SHA-1 of a chunked body as stored, which some writers state as payload digest; to be asked once. */
    Optional<Digest> rawBodySha1() {
        return chunks == null || rawBody == null
                ? Optional.empty()
                : Optional.of(Digest.of(Digest.Algorithm.SHA1, rawBody.digest()));
    }

    /** The block's digest; to be asked once, empty where it was not made. */
    Optional<byte[]> blockDigest() {
        return Optional.ofNullable(block).map(MessageDigest::digest);
    }

    /** The named fields of the block. */
    List<HttpHead.Header> fields() {
        return fields ? WarcText.fields(start.toString(StandardCharsets.UTF_8)) : List.of();
    }
}
