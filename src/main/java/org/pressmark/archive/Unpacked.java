package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes of a WARC file as they were before compression, with the places of its gzip members. A plain file counts as one
 * member. Reading never crosses the end of a member; {@link #next} goes on to the next one. Holds two buffers, whatever
 * stands in the file.
 */
final class Unpacked implements Closeable {
    private static final int SIZE = 1 << 16;
    /** How much to unpack at a time when only looking whether a member begins with a record. */
    private static final int PROBE = 256;

    /** How much to unpack at first where only the heads of records are wanted. */
    private static final int HEAD = 2048;

    /** No path is longer; where members are looked for among garbage, one that had no end would be read from every place. */
    private static final int LONGEST_NAME = 4096;

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CRC = 2;

    private final PackedBytes in;
    private final boolean gzip;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private byte[] out;
    private int at;
    private int limit;
    private long outAt;
    private long memberStart;
    private long memberEnd = -1;
    private boolean open;
    private MemberEnds ends = MemberEnds.none();
    private int firstStep = SIZE;
    private int step = SIZE;
    private OutputStream copy = OutputStream.nullOutputStream();

    private Unpacked(PackedBytes in, int size) throws IOException {
        this.in = in;
        this.out = new byte[size];
        this.gzip = in.fill(2) >= 2 && in.peek(0) == 0x1f && in.peek(1) == 0x8b;
    }

    /** The whole file. */
    static Unpacked of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return of(channel, 0, channel.size());
    }

    /** A stretch of a file; closing this closes the channel. */
    static Unpacked of(FileChannel channel, long start, long end) throws IOException {
        return new Unpacked(new PackedBytes(channel, start, end), SIZE);
    }

    /** The same where only the heads of one record are wanted: little is read and unpacked at first. */
    static Unpacked head(FileChannel channel, long start, long end) throws IOException {
        Unpacked head = new Unpacked(new PackedBytes(channel, start, end, PackedBytes.LEAST), 2 * HEAD);
        head.firstStep = HEAD;
        return head;
    }

    /** From now on {@link #leap} may pass over what is left of a member. */
    void passOverBodies(MemberEnds known) {
        ends = known;
        firstStep = HEAD;
    }

    boolean gzip() {
        return gzip;
    }

    /** Where the current member begins in the file. */
    long memberStart() {
        return memberStart;
    }

    /** Where the current member ends in the file; −1 as long as its end was not reached. */
    long memberEnd() {
        return memberEnd;
    }

    /** In a gzip file the place in the unpacked member, in a plain file the place in the file. */
    long position() {
        return outAt + at;
    }

    /** How far the packed bytes were read. */
    long packedPosition() {
        return in.position();
    }

    long fileEnd() {
        return in.end();
    }

    /**
     * Goes to the next member, leaving unread what is left of this one.
     *
     * @return false at the end of the file
     * @throws BrokenMember if other bytes stand where a member should begin
     */
    boolean next() throws IOException {
        if (!gzip) {
            boolean first = memberEnd < 0 && !open;
            open = true;
            outAt = first ? in.position() : outAt;
            memberStart = first ? in.position() : memberStart;
            return first && in.fill(1) > 0;
        }
        while (open) {
            consume(fill(1));
        }
        if (in.fill(1) < 1) {
            return false;
        }
        begin(in.position());
        return true;
    }

    /** Begins to unpack a gzip member at this place of the file, or to read a plain file on from there. */
    void begin(long place) throws IOException {
        if (!gzip
                && place >= outAt
                && place <= outAt + limit) { // still at hand, however often one looks ahead from here
            at = (int) (place - outAt);
            memberStart = place;
            memberEnd = -1;
            open = true;
            return;
        }
        in.position(place);
        at = 0;
        limit = 0;
        outAt = gzip ? 0 : place;
        memberStart = place;
        memberEnd = -1;
        open = !gzip;
        if (gzip) {
            header();
            inflater.reset();
            crc.reset();
            step = firstStep;
            open = true;
        }
    }

    /**
     * Searches for the next gzip member that begins with a record.
     *
     * @param from where in the file to begin
     * @return true with that member begun, false where there is none up to the end
     */
    boolean resync(long from, Lines lines) throws IOException {
        in.position(from);
        int usual = firstStep;
        firstStep = PROBE;
        try {
            while (in.fill(3) >= 3) {
                long place = in.position();
                if (in.peek(0) == 0x1f && in.peek(1) == 0x8b && in.peek(2) == 8 && beginsRecord(place, lines)) {
                    firstStep = usual;
                    begin(place);
                    return true;
                }
                in.position(place + 1);
            }
            in.position(in.end());
            return false;
        } finally {
            firstStep = usual;
        }
    }

    /**
     * Goes to the end of a gzip member without unpacking what is left of it, if it is certain where it ends.
     *
     * @param left how many bytes it should still unpack to, behind those in the buffer, all of which were consumed
     * @return false where nothing was done
     */
    boolean leap(long left) throws IOException {
        long end = gzip && open && at == limit ? ends.endOf(memberStart, outAt + at + left) : -1;
        if (end < 0) {
            return false;
        }
        in.position(end);
        outAt += at + left;
        at = 0;
        limit = 0;
        open = false;
        memberEnd = end;
        return true;
    }

    /** True where the file holds nothing but zeros from a place on. */
    boolean zerosToTheEnd(long place) throws IOException {
        in.position(place);
        while (in.fill(1) > 0) {
            if (in.read() != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean beginsRecord(long place, Lines lines) throws IOException {
        try {
            begin(place);
            return lines.atRecord();
        } catch (BrokenMember no) {
            return false;
        } finally {
            open = false;
        }
    }

    /** Makes at least {@code wanted} bytes (no more than 32 KiB) lie in the buffer, if the member has so many left. */
    int fill(int wanted) throws IOException {
        if (limit - at >= wanted) {
            return limit - at;
        }
        byte[] target = wanted > out.length ? new byte[SIZE] : out;
        System.arraycopy(out, at, target, 0, limit - at);
        out = target;
        outAt += at;
        limit -= at;
        at = 0;
        while (open && limit < wanted) {
            if (gzip) {
                inflate();
            } else {
                plain();
            }
        }
        return limit - at;
    }

    byte[] buffer() {
        return out;
    }

    int at() {
        return at;
    }

    int peek(int ahead) {
        return out[at + ahead] & 0xff;
    }

    /** The first bytes of the buffer, at most so many. */
    byte[] bufferStart(int count) {
        return Arrays.copyOfRange(out, at, at + Math.min(count, limit - at));
    }

    void consume(int count) throws IOException {
        copy.write(out, at, count);
        at += count;
    }

    /** From now on everything consumed is copied there. */
    void copyTo(OutputStream target) {
        copy = target;
    }

    /** So many bytes of the file at a place, fewer at its end; moves nothing. */
    byte[] bytesAt(long place, int count) throws IOException {
        return in.bytesAt(place, count);
    }

    private void plain() throws IOException {
        int count = Math.min(in.fill(1), out.length - limit);
        if (count < 1) {
            open = false;
            memberEnd = in.position();
            return;
        }
        System.arraycopy(in.buffer(), in.at(), out, limit, count);
        in.skip(count);
        limit += count;
    }

    private void inflate() throws IOException {
        try {
            int count = inflater.inflate(out, limit, Math.min(step, out.length - limit));
            crc.update(out, limit, count);
            limit += count;
            step = count == 0 || firstStep == PROBE ? step : SIZE;
            if (inflater.finished()) {
                trailer();
            } else if (count == 0 && inflater.needsInput()) {
                int more = in.fill(1);
                if (more < 1) {
                    open = false;
                    throw new BrokenMember("the rest of a gzip member", "the end of the file");
                }
                inflater.setInput(in.buffer(), in.at(), more);
                in.skip(more);
            } else if (count == 0 && inflater.needsDictionary()) {
                open = false;
                throw new BrokenMember("deflated data", "a preset dictionary");
            }
        } catch (DataFormatException e) {
            open = false;
            throw new BrokenMember("deflated data", "bytes that are none (" + e.getMessage() + ")");
        }
    }

    private void trailer() throws IOException {
        open = false;
        in.position(in.position() - inflater.getRemaining());
        if (in.fill(8) < 8) {
            throw new BrokenMember("a gzip member's checksum", "the end of the file");
        }
        long stated = word();
        long length = word();
        if (stated != crc.getValue()) {
            throw new BrokenMember(
                    "gzip checksum " + Long.toHexString(stated), Long.toHexString(crc.getValue()) + " of the bytes");
        }
        if (length != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new BrokenMember("gzip length " + length, inflater.getBytesWritten() + " bytes");
        }
        memberEnd = in.position();
    }

    private long word() {
        long value = in.peek(0) | in.peek(1) << 8 | in.peek(2) << 16 | (long) in.peek(3) << 24;
        in.skip(4);
        return value;
    }

    private void header() throws IOException {
        int have = in.fill(10);
        if (have < 3 || in.peek(0) != 0x1f || in.peek(1) != 0x8b || in.peek(2) != 8) {
            throw new BrokenMember("a gzip member", "other bytes");
        }
        if (have < 10) {
            throw new BrokenMember("the rest of a gzip member", "the end of the file");
        }
        int flags = in.peek(3);
        if (flags > 0x1f) {
            throw new BrokenMember("a gzip member", "unknown flags " + flags);
        }
        in.skip(10);
        if ((flags & EXTRA) != 0) {
            int low = need();
            int length = low | need() << 8;
            if (length > in.end() - in.position()) {
                throw new BrokenMember("the rest of a gzip header", "the end of the file");
            }
            in.position(in.position() + length);
        }
        for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
            int length = 0;
            while (need() != 0) { // a file name or comment, ended by a zero
                if (++length > LONGEST_NAME) {
                    throw new BrokenMember("a gzip member", "a name in its header that does not end");
                }
            }
        }
        if ((flags & HEADER_CRC) != 0) {
            need();
            need();
        }
    }

    private int need() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new BrokenMember("the rest of a gzip header", "the end of the file");
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
