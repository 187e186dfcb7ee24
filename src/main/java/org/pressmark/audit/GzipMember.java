package org.pressmark.audit;

import java.io.Closeable;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One gzip member after the other (RFC 1952 §2.3), each checked against its own checksum and length. */
final class GzipMember implements ByteFeed, Closeable {
    private static final int TEXT = 1;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    /** No path is longer. */
    private static final int LONGEST_NAME = 4096;

    private final RawInput in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private long inflated;
    private boolean ended;

    GzipMember(RawInput in) {
        this.in = in;
    }

    /** True where a member's first bytes stand at the input's position, which stays. */
    boolean here() throws IOException {
        long at = in.position();
        boolean magic = in.next() == 0x1f && in.next() == 0x8b && in.next() == 8;
        int flags = in.next();
        in.seek(at);
        return magic && flags >= 0 && flags <= 0x1f;
    }

    /** Reads the header of the member at the input's position. */
    void begin() throws IOException, DamagedMember {
        inflater.reset();
        crc.reset();
        inflated = 0;
        ended = false;
        take(3);
        int flags = one();
        take(6);
        if ((flags & ~(TEXT | HEADER_CRC | EXTRA | NAME | COMMENT)) != 0) {
            throw new DamagedMember(false, "expected known flags in the gzip header, found " + flags);
        }
        if ((flags & EXTRA) != 0) {
            int extra = one() | one() << 8;
            in.seek(in.position() + extra);
        }
        if ((flags & NAME) != 0) {
            text();
        }
        if ((flags & COMMENT) != 0) {
            text();
        }
        if ((flags & HEADER_CRC) != 0) {
            take(2);
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException, DamagedMember {
        if (ended) {
            return -1;
        }
        try {
            while (true) {
                int count = inflater.inflate(into, offset, length);
                if (count > 0) {
                    crc.update(into, offset, count);
                    inflated += count;
                    return count;
                }
                if (inflater.finished()) {
                    ended = true;
                    trailer();
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new DamagedMember(false, "expected plain deflate data, found a call for a dictionary");
                }
                feed();
            }
        } catch (DataFormatException e) {
            throw new DamagedMember(false, "expected deflate data, found what cannot be inflated: " + e.getMessage());
        }
    }

    private void feed() throws IOException, DamagedMember {
        int here = in.available();
        if (here == 0) {
            throw cut();
        }
        inflater.setInput(in.buffer(), in.index(), here);
        in.skip(here);
    }

    private void trailer() throws IOException, DamagedMember {
        in.seek(in.position() - inflater.getRemaining());
        long sum = four();
        long length = four();
        if (sum != crc.getValue() || length != (inflated & 0xffffffffL)) {
            throw new DamagedMember(
                    false,
                    String.format(
                            java.util.Locale.ROOT,
                            "expected the checksum %08x and %d bytes as the gzip trailer says, found %08x and %d",
                            sum,
                            length,
                            crc.getValue(),
                            inflated));
        }
    }

    private long four() throws IOException, DamagedMember {
        return one() | one() << 8 | one() << 16 | (long) one() << 24;
    }

    private int one() throws IOException, DamagedMember {
        int b = in.next();
        if (b < 0) {
            throw cut();
        }
        return b;
    }

    private void take(int count) throws IOException, DamagedMember {
        for (int i = 0; i < count; i++) {
            one();
        }
    }

    /** Up to the zero that ends a text. */
    private void text() throws IOException, DamagedMember {
        int length = 0;
        while (one() != 0) {
            if (++length > LONGEST_NAME) {
                throw new DamagedMember(false, "expected a gzip header, found a name in it that does not end");
            }
        }
    }

    private static DamagedMember cut() {
        return new DamagedMember(true, "expected more compressed bytes, found the end of the file");
    }

    @Override
    public void close() {
        inflater.end();
    }
}
