package org.pressmark.audit;

import java.io.IOException;

/** A buffer over a feed: header lines are looked for in it, blocks are streamed through it. */
final class RecordBytes {
    /** No header of a record is longer; what is, is none. */
    static final int LONGEST_HEADER = 512 * 1024;

    private static final int ENOUGH = 16 * 1024;

    private final ByteFeed feed;
    private byte[] buffer = new byte[128 * 1024];
    private int position;
    private int limit;
    private long consumed;
    private boolean ended;

    RecordBytes(ByteFeed feed) {
        this.feed = feed;
    }

    /** Uncompressed bytes given out so far. */
    long consumed() {
        return consumed;
    }

    /** Begins anew with the feed's next content. */
    void restart() {
        position = 0;
        limit = 0;
        consumed = 0;
        ended = false;
    }

    byte[] buffer() {
        return buffer;
    }

    int index() {
        return position;
    }

    /** Bytes at hand, read where there are none; 0 at the end. */
    int available() throws IOException, DamagedMember {
        if (position == limit) {
            position = 0;
            limit = 0;
            // a hostile member may inflate byte by byte
            boolean grew = true;
            while (grew && limit < ENOUGH) {
                grew = more();
            }
        }
        return limit - position;
    }

    void skip(int count) {
        position += count;
        consumed += count;
    }

    /** True where these bytes come next; they stay. */
    boolean startsWith(byte[] wanted) throws IOException, DamagedMember {
        boolean grew = true;
        while (grew && limit - position < wanted.length) {
            grew = more();
        }
        if (limit - position < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (buffer[position + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** True where nothing comes behind so many bytes. */
    boolean endsBehind(int count) throws IOException, DamagedMember {
        boolean grew = true;
        while (grew && limit - position <= count) {
            grew = more();
        }
        return limit - position <= count;
    }

    /** Goes past line ends; says how many bytes they were. */
    int skipLineEnds() throws IOException, DamagedMember {
        int count = 0;
        while (available() > 0 && (buffer[position] == '\r' || buffer[position] == '\n')) {
            skip(1);
            count++;
        }
        return count;
    }

    /**
     * The length of the header that comes next, with the empty line that ends it; CR LF or bare LF.
     *
     * @return −1 where the bytes end before, −2 where it is too long to be a header
     */
    int headerLength() throws IOException, DamagedMember {
        int at = 0;
        while (true) {
            for (; position + at < limit; at++) {
                if (buffer[position + at] == '\n' && at > 0 && emptyLineBefore(position + at)) {
                    return at + 1;
                }
            }
            if (at > LONGEST_HEADER) {
                return -2;
            }
            if (!more()) {
                return -1;
            }
        }
    }

    /** The length of the line that comes next, its LF included, likewise. */
    int lineLength(int longest) throws IOException, DamagedMember {
        int at = 0;
        while (true) {
            for (; position + at < limit; at++) {
                if (buffer[position + at] == '\n') {
                    return at + 1;
                }
            }
            if (at > longest) {
                return -2;
            }
            if (!more()) {
                return -1;
            }
        }
    }

    private boolean emptyLineBefore(int lineFeed) {
        int before = lineFeed - 1;
        if (before >= position && buffer[before] == '\r') {
            before--;
        }
        return before >= position && buffer[before] == '\n';
    }

    /** Reads on behind what is at hand. */
    private boolean more() throws IOException, DamagedMember {
        if (ended) {
            return false;
        }
        if (limit == buffer.length) {
            if (position > 0) {
                System.arraycopy(buffer, position, buffer, 0, limit - position);
                limit -= position;
                position = 0;
            } else {
                buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int read = feed.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
            return false;
        }
        limit += read;
        return true;
    }
}
