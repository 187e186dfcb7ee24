package org.pressmark.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.pressmark.model.Digest;

/**
 * What a record is, as hashes: of its block, and of its bytes as they are stored, header, compression and all.
 *
 * @param type the WARC-Type, e.g. {@code response}
 * @param recordId the WARC-Record-ID without angle brackets
 * @param block SHA-256 of the block
 * @param stored SHA-256 of the bytes at the record's place: of a gzip member, or of the plain record
 * @param bytes how many these are
 */
public record RecordHashes(String type, String recordId, Digest block, Digest stored, long bytes) {

    /**
     * Reads a record through.
     *
     * @param raw its bytes as they are stored, and nothing behind them
     */
    static RecordHashes of(ScannedRecord record, InputStream raw) throws IOException {
        MessageDigest stored = Digests.start(Digest.Algorithm.SHA256);
        MessageDigest block = Digests.start(Digest.Algorithm.SHA256);
        DigestInputStream counted = new DigestInputStream(raw, stored);
        PushbackInputStream start = new PushbackInputStream(counted, 2);
        int first = start.read();
        int second = start.read();
        start.unread(second);
        start.unread(first);
        boolean gzip = first == 0x1f && second == 0x8b;
        InputStream plain = gzip ? new GZIPInputStream(start, 1 << 14) : start;
        long length = skipHeader(plain, record.version().startsWith("ARC"));
        if (length < 0) {
            throw new DamagedRecordException(
                    record.location().file(), record.location().offset(), "the length of the block", "no number");
        }
        byte[] buffer = new byte[1 << 14];
        while (length > 0) {
            int count = plain.read(buffer, 0, (int) Math.min(buffer.length, length));
            if (count < 0) {
                throw new DamagedRecordException(
                        record.location().file(),
                        record.location().offset(),
                        length + " more bytes of the block",
                        "none");
            }
            block.update(buffer, 0, count);
            length -= count;
        }
        plain.transferTo(java.io.OutputStream.nullOutputStream());
        counted.transferTo(java.io.OutputStream.nullOutputStream());
        return new RecordHashes(
                record.type(),
                record.recordId(),
                digest(block),
                digest(stored),
                record.location().length());
    }

    static Digest digest(MessageDigest digest) {
        return Digest.of(Digest.Algorithm.SHA256, digest.digest());
    }

    /** Passes over the header; gives the stated length of the block, −1 where none is. */
    private static long skipHeader(InputStream in, boolean arc) throws IOException {
        long length = -1;
        String line = line(in);
        while (line.isEmpty() && arc) {
            line = line(in);
        }
        if (arc) {
            String stated = line.substring(line.lastIndexOf(' ') + 1);
            return stated.matches("[0-9]{1,18}") ? Long.parseLong(stated) : -1;
        }
        while (!line.isEmpty()) {
            Optional<String> value = line.regionMatches(true, 0, "Content-Length:", 0, 15)
                    ? Optional.of(line.substring(15).strip())
                    : Optional.empty();
            length = value.filter(text -> text.matches("[0-9]{1,18}"))
                    .map(Long::parseLong)
                    .orElse(length);
            line = line(in);
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder out = new StringBuilder();
        int b = in.read();
        while (b >= 0 && b != '\n') {
            out.append((char) b);
            b = in.read();
        }
        return out.toString().strip();
    }
}
