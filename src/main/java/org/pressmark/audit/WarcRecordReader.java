package org.pressmark.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.audit.Seen.End;

/** Reads WARC records: header rules, true length, block and payload digests (WARC 1.1 §4 to §6). */
final class WarcRecordReader implements RecordReader {
    private static final byte[] START = "WARC/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STATUS_LINE = {'H', 'T', 'T', 'P', '/'};
    private static final List<String> ODD_ENDS = List.of("\n\n", "\r\n\n", "\n\r\n", "\r\n", "\n", "");
    private static final byte[] MARK = "\r\n\r\nWARC/".getBytes(StandardCharsets.US_ASCII);

    private final Findings findings;
    private final IndexCheck index;
    private final HeaderRules rules;
    private String current = "";
    private long revisits;
    private boolean first = true;

    WarcRecordReader(String file, Findings findings, IndexCheck index, SeenIds ids) {
        this.findings = findings;
        this.index = index;
        this.rules = new HeaderRules(file, findings, ids);
    }

    static boolean begins(RecordBytes in) throws IOException, DamagedMember {
        return in.startsWith(START);
    }

    @Override
    public Seen read(RecordBytes in, long offset) throws IOException, DamagedMember {
        current = "";
        if (!begins(in)) {
            return Seen.nothing(End.NOT_A_RECORD);
        }
        int length = in.headerLength();
        if (length < 0) {
            return Seen.nothing(length == -1 ? End.SHORT : End.NOT_A_RECORD);
        }
        RecordHeader header = RecordHeader.parse(in.buffer(), in.index(), length);
        in.skip(length);
        current = header.id();
        rules.check(header, offset, first);
        first = false;
        if (header.contentLength() < 0) {
            findings.damage(
                    "content-length-missing",
                    offset,
                    "Record " + name(header) + ": expected Content-Length with a number, found "
                            + header.first("Content-Length")
                                    .map(value -> "\"" + value + "\"")
                                    .orElse("none") + ".");
            return new Seen(End.NO_LENGTH, header.id(), header.type(), java.util.Map.of(), java.util.Map.of());
        }
        return block(in, offset, header);
    }

    private Seen block(RecordBytes in, long offset, RecordHeader header) throws IOException, DamagedMember {
        Optional<DeclaredDigest> declaredBlock = declared(header, "WARC-Block-Digest", offset);
        Optional<DeclaredDigest> declaredPayload = declared(header, "WARC-Payload-Digest", offset);
        boolean revisit = header.type().equals("revisit");
        boolean segment = header.has("WARC-Segment-Number");
        Set<String> wanted = new HashSet<>();
        if (!revisit && !segment) {
            declaredPayload.ifPresent(digest -> wanted.add(digest.algorithm()));
            index.expected(header.id(), offset)
                    .filter(record -> !record.payloadSha256().isEmpty())
                    .ifPresent(record -> wanted.add("SHA-256"));
        }
        revisits += revisit && declaredPayload.isPresent() ? 1 : 0;
        MessageDigest blockDigest = declaredBlock
                .map(digest -> DeclaredDigest.digest(digest.algorithm()))
                .orElse(null);
        boolean http = PayloadDigests.http(header.contentType())
                || (header.contentType().isBlank() && in.startsWith(STATUS_LINE));
        PayloadDigests payload = new PayloadDigests(wanted, http);
        notModified(in, header, offset);
        long left = stream(in, header.contentLength(), blockDigest, payload);
        boolean proper = left == 0 && in.startsWith(END);
        int behind = proper ? END.length : left == 0 ? oddEnd(in, declaredBlock, blockDigest) : -1;
        boolean ended = behind >= 0;
        if (ended) {
            in.skip(behind);
        }
        if (ended && !proper) {
            findings.warning(
                    "record-end",
                    offset,
                    "Record " + name(header) + ": expected CR LF CR LF behind it, found "
                            + (behind == 0 ? "nothing" : "other line ends") + ".");
        }
        PayloadDigests.Result computed = payload.finish();
        if (ended) {
            blockAgrees(header, offset, declaredBlock, blockDigest);
            declaredPayload
                    .filter(digest -> !revisit && !segment)
                    .ifPresent(digest -> payloadAgrees(header, offset, digest, computed));
        }
        End end = left > 0 ? End.SHORT : ended ? End.WHOLE : End.OVERRUN;
        String type = header.lookUp() ? "look-up" : header.type(); // which no index of captures knows
        return new Seen(end, header.id(), type, computed.payload(), computed.other());
    }

    /**
     * How long the line ends are where a record ends otherwise than the standard says: another record or the end of all follows
     * them, and its block's digest shows that the length is true; of two bare line feeds there is no other reading.
     *
     * @return −1 where none stand here
     */
    private static int oddEnd(RecordBytes in, Optional<DeclaredDigest> declared, @Nullable MessageDigest computed)
            throws IOException, DamagedMember {
        boolean agrees =
                computed != null && declared.isPresent() && declared.get().agrees(peek(computed));
        for (String end : ODD_ENDS) {
            boolean sure = declared.isEmpty() ? end.equals("\n\n") : agrees;
            byte[] bytes = end.getBytes(StandardCharsets.US_ASCII);
            boolean here = in.startsWith((end + "WARC/").getBytes(StandardCharsets.US_ASCII))
                    || in.startsWith(bytes) && in.endsBehind(bytes.length);
            if (sure && here) {
                return bytes.length;
            }
        }
        return -1;
    }

    /** What a digest comes to so far. */
    private static byte[] peek(MessageDigest digest) {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("expected the platform's digests to be cloneable", e);
        }
    }

    private static long stream(RecordBytes in, long length, @Nullable MessageDigest blockDigest, PayloadDigests payload)
            throws IOException, DamagedMember {
        long left = length;
        while (left > 0) {
            int count = (int) Math.min(left, in.available());
            if (count == 0) {
                return left;
            }
            if (blockDigest != null) {
                blockDigest.update(in.buffer(), in.index(), count);
            }
            payload.update(in.buffer(), in.index(), count);
            in.skip(count);
            left -= count;
        }
        return 0;
    }

    private void blockAgrees(
            RecordHeader header, long offset, Optional<DeclaredDigest> declared, @Nullable MessageDigest computed) {
        if (declared.isPresent() && computed != null) {
            byte[] value = computed.digest();
            if (header.type().equals("revisit")
                    && header.contentLength() > 0
                    && declared.get().ofNothing()) {
                findings.warning(
                        "block-digest-of-nothing",
                        offset,
                        "Record " + name(header)
                                + ": the block digest is that of no bytes at all, as wget writes it for"
                                + " revisits; it says nothing of the block.");
            } else if (!declared.get().agrees(value)) {
                findings.damage(
                        "block-digest-differs",
                        offset,
                        "Record " + name(header) + ": expected a block with "
                                + declared.get().written() + ", found "
                                + declared.get().alike(value) + ". The block was changed after it was written.");
            }
        }
    }

    private void payloadAgrees(
            RecordHeader header, long offset, DeclaredDigest declared, PayloadDigests.Result computed) {
        byte[] value = computed.of(declared.algorithm());
        if (value == null || declared.agrees(value)) {
            if (computed.chunksLie()) {
                findings.note(
                        "not-chunked",
                        offset,
                        "Record " + name(header)
                                + " says Transfer-Encoding: chunked, and its body is not chunked; the digest is of the"
                                + " body as stored.");
            }
            return;
        }
        if (computed.otherAgrees(declared) && computed.chunksLie()) {
            findings.note(
                    "chunks-end-early",
                    offset,
                    "Record " + name(header)
                            + " says Transfer-Encoding: chunked, and its chunks break off; the digest is of what they"
                            + " hold.");
            return;
        }
        if (computed.otherAgrees(declared)) {
            findings.note(
                    "payload-digest-of-chunks",
                    offset,
                    "Record " + name(header)
                            + ": the payload digest is of the chunked bytes; the standard means the body without"
                            + " chunks (WARC 1.1 §6.3.2).");
            return;
        }
        findings.damage(
                "payload-digest-differs",
                offset,
                "Record " + name(header) + ": expected a payload with " + declared.written() + ", found "
                        + declared.alike(value) + ".");
    }

    private Optional<DeclaredDigest> declared(RecordHeader header, String field, long offset) {
        Optional<String> written = header.first(field);
        Optional<DeclaredDigest> digest = written.flatMap(DeclaredDigest::parse);
        if (written.isPresent() && digest.isEmpty()) {
            String said = "Record " + name(header) + ": expected " + field
                    + " as sha1: or sha256: with a base32 or hexadecimal value, found \"" + written.get() + "\"";
            if (DeclaredDigest.known(written.get())) {
                findings.damage("digest-unreadable", offset, said + "; what it stood for cannot be checked.");
            } else {
                findings.warning("digest-unknown", offset, said + "; it was not checked.");
            }
        }
        return digest;
    }

    /** A13: a 304 answer belongs into a server-not-modified revisit. */
    private void notModified(RecordBytes in, RecordHeader header, long offset) throws IOException, DamagedMember {
        if (header.type().equals("response") && in.available() > 12) {
            String start = new String(in.buffer(), in.index(), 12, StandardCharsets.ISO_8859_1);
            if (start.matches("HTTP/1\\.[01] 304")) {
                findings.warning(
                        "not-modified-as-response",
                        offset,
                        "Record " + name(header)
                                + ": expected a 304 answer as a revisit (server-not-modified), found a response.");
            }
        }
    }

    private static String name(RecordHeader header) {
        return header.id().isEmpty() ? "(without id)" : header.id();
    }

    @Override
    public int passOver(RecordBytes in, long offset) throws IOException, DamagedMember {
        int count = in.skipLineEnds();
        if (count > 0) {
            findings.warning("line-ends", offset, "Expected a record, found " + count + " more bytes of line ends.");
        }
        return count;
    }

    @Override
    public String current() {
        return current;
    }

    @Override
    public byte[] mark() {
        return MARK.clone();
    }

    @Override
    public int markLead() {
        return END.length;
    }

    @Override
    public void finish() {
        if (revisits > 0) {
            findings.note(
                    "revisit-payload-elsewhere",
                    -1,
                    revisits
                            + " revisit records carry the payload digest of their originals; that cannot be recomputed"
                            + " here, their blocks were checked.");
        }
    }
}
