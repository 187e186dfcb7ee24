package org.pressmark.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Digests of a record's payload as its block goes by: of the whole block or, for an HTTP message, of the entity body; of
 * that twice where it is chunked, with and without the chunks, since writers differ (CONFORMANCE A9), also where a capture
 * was cut off among them.
 */
final class PayloadDigests {
    private static final int LONGEST_HEAD = 1024 * 1024;
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding[ \\t]*:[^\\r\\n]*\\bchunked\\b");

    private final Map<String, MessageDigest> plain = new LinkedHashMap<>();
    private final Map<String, MessageDigest> unchunked = new LinkedHashMap<>();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final Dechunker dechunker = new Dechunker(this::content);
    private boolean inHead;
    private boolean chunked;

    /** @param http true where the block is an HTTP message */
    PayloadDigests(Set<String> algorithms, boolean http) {
        algorithms.forEach(name -> plain.put(name, DeclaredDigest.digest(name)));
        algorithms.forEach(name -> unchunked.put(name, DeclaredDigest.digest(name)));
        inHead = http;
    }

    void update(byte[] bytes, int offset, int length) {
        if (plain.isEmpty()) {
            return;
        }
        if (!inHead) {
            body(bytes, offset, length);
            return;
        }
        int from = Math.max(0, head.size() - 3);
        head.write(bytes, offset, length);
        byte[] all = head.toByteArray();
        int end = headEnd(all, from);
        if (end >= 0) {
            inHead = false;
            chunked = CHUNKED.matcher(new String(all, 0, end, StandardCharsets.ISO_8859_1))
                    .find();
            head.reset();
            body(all, end, all.length - end);
        } else if (all.length > LONGEST_HEAD) {
            inHead = false; // no HTTP message: the block is its own payload
            head.reset();
            body(all, 0, all.length);
        }
    }

    private void body(byte[] bytes, int offset, int length) {
        plain.values().forEach(digest -> digest.update(bytes, offset, length));
        if (chunked) {
            dechunker.accept(bytes, offset, length);
        }
    }

    private void content(byte[] bytes, int offset, int length) {
        unchunked.values().forEach(digest -> digest.update(bytes, offset, length));
    }

    /** The payload's digests by algorithm, without chunks where it was chunked. */
    Result finish() {
        if (chunked) {
            dechunker.end();
        }
        boolean taken = chunked && dechunker.complete();
        Map<String, byte[]> stored = digests(plain);
        Map<String, byte[]> joined = chunked ? digests(unchunked) : Map.of();
        return taken ? new Result(joined, stored, false) : new Result(stored, joined, chunked);
    }

    private static Map<String, byte[]> digests(Map<String, MessageDigest> running) {
        Map<String, byte[]> done = new LinkedHashMap<>();
        running.forEach((name, digest) -> done.put(name, digest.digest()));
        return done;
    }

    /**
     * What was computed.
     *
     * @param payload of the entity body after transfer-decoding; as stored, where its chunks do not come to their end
     * @param other where the head says chunked, of the other reading: with its chunks, or without those that there are
     * @param chunksLie true where the head says chunked and the body is not, or not to its end
     */
    record Result(Map<String, byte[]> payload, Map<String, byte[]> other, boolean chunksLie) {
        byte @Nullable [] of(String algorithm) {
            return payload.get(algorithm);
        }

        boolean otherAgrees(DeclaredDigest declared) {
            return Optional.ofNullable(other.get(declared.algorithm()))
                    .filter(declared::agrees)
                    .isPresent();
        }
    }

    private static int headEnd(byte[] all, int from) {
        for (int i = from; i < all.length; i++) {
            if (all[i] == '\n') {
                boolean unix = i == 0 || all[i - 1] == '\n';
                boolean dos = i >= 1 && all[i - 1] == '\r' && (i == 1 || all[i - 2] == '\n');
                if (unix || dos) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    static boolean http(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("application/http");
    }
}
