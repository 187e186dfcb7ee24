package org.pressmark.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Reads a file's records for their hashes alone; where a record cannot be read, the next one is looked for. */
final class RecordWalk {
    private static final byte[] MAGIC = {0x1f, (byte) 0x8b, 8};
    private static final byte[] START = "WARC/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** A field of a metadata record by which a person says something of a link. */
    private static final Pattern WORD = Pattern.compile("(?im)^link-word\\s*:");

    private static final int MOST_FIELDS = 1 << 20;

    private final Taker taker;

    /**
     * A record as it stands in the file.
     *
     * @param block SHA-256 of the block in hexadecimal
     * @param word whether it keeps what a person says of a link
     * @param stored SHA-256 of its bytes in the file
     */
    record Found(String id, String type, String block, boolean word, String stored, long offset) {
        Found at(long place, String bytes) {
            return new Found(id, type, block, word, bytes, place);
        }
    }

    /** Takes records. */
    interface Taker {
        void record(Found found);
    }

    RecordWalk(Taker taker) {
        this.taker = taker;
    }

    void run(Path file) throws IOException {
        try (RawInput raw = new RawInput(file, offset -> {});
                GzipMember member = new GzipMember(raw)) {
            if (raw.size() == 0) {
                return;
            }
            if (member.here()) {
                members(raw, member);
            } else {
                plain(raw);
            }
        }
    }

    private void members(RawInput raw, GzipMember member) throws IOException {
        RecordBytes in = new RecordBytes(member);
        long offset = 0;
        while (offset >= 0 && offset < raw.size()) {
            raw.seek(offset);
            in.restart();
            try {
                if (!member.here()) {
                    throw new DamagedMember(false, "no member");
                }
                member.begin();
                Found found = record(in, offset);
                while (in.available() > 0) {
                    in.skip(in.available());
                }
                long end = raw.position();
                taker.record(found.at(offset, stored(raw, offset, end)));
                offset = end;
            } catch (DamagedMember damaged) {
                offset = raw.find(MAGIC, offset + 1);
            }
        }
    }

    private void plain(RawInput raw) throws IOException {
        RecordBytes in = new RecordBytes((into, offset, length) -> {
            int here = Math.min(length, raw.available());
            if (here == 0) {
                return -1;
            }
            System.arraycopy(raw.buffer(), raw.index(), into, offset, here);
            raw.skip(here);
            return here;
        });
        long offset = 0;
        while (offset >= 0 && offset < raw.size()) {
            raw.seek(offset);
            in.restart();
            try {
                Found found = record(in, offset);
                if (in.startsWith(END)) {
                    in.skip(END.length);
                }
                long end = offset + in.consumed();
                taker.record(found.at(offset, stored(raw, offset, end)));
                offset = end;
            } catch (DamagedMember damaged) {
                offset = raw.find(START, offset + 1);
            }
        }
    }

    private static Found record(RecordBytes in, long offset) throws IOException, DamagedMember {
        int length = in.startsWith(START) ? in.headerLength() : -1;
        if (length < 0) {
            throw new DamagedMember(false, "no record");
        }
        RecordHeader header = RecordHeader.parse(in.buffer(), in.index(), length);
        in.skip(length);
        MessageDigest block = DeclaredDigest.digest("SHA-256");
        boolean metadata = header.type().equals("metadata");
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        long left = header.contentLength();
        while (left > 0 && in.available() > 0) {
            int count = (int) Math.min(left, in.available());
            block.update(in.buffer(), in.index(), count);
            if (metadata && fields.size() < MOST_FIELDS) {
                fields.write(in.buffer(), in.index(), count);
            }
            in.skip(count);
            left -= count;
        }
        if (left != 0) {
            throw new DamagedMember(false, "no whole record");
        }
        boolean word = WORD.matcher(fields.toString(StandardCharsets.UTF_8)).find();
        return new Found(header.id(), header.type(), HexFormat.of().formatHex(block.digest()), word, "", offset);
    }

    private static String stored(RawInput raw, long from, long to) throws IOException {
        MessageDigest digest = DeclaredDigest.digest("SHA-256");
        raw.seek(from);
        long left = to - from;
        while (left > 0 && raw.available() > 0) {
            int count = (int) Math.min(left, raw.available());
            digest.update(raw.buffer(), raw.index(), count);
            raw.skip(count);
            left -= count;
        }
        raw.seek(to);
        return HexFormat.of().formatHex(digest.digest());
    }
}
