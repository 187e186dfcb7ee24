package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Where gzip members may end in a stretch of a file, found without unpacking them: wherever another one seems to begin, and at
 * the end of the file. The four bytes before such a place tell to how many bytes a member that ends there unpacks (RFC 1952
 * §2.3.1), and a record's header tells how many they should be.
 *
 * <p>What looks like the end of a member may lie within a payload, put there by whoever sent it. So a place is believed only
 * where no other within reach would do as well: the true one would.
 */
final class MemberEnds {
    /** Of a stretch with more places than these, none is believed: its members are too short to gain by it. */
    private static final int MOST = 1 << 15;

    /** How far beyond a stretch is looked, for members that end near its end. */
    private static final int BEYOND = 1 << 20;

    private static final int SIZE = 1 << 18;
    private static final int LONGEST_HEADER = 4096;

    private final long known;
    private final boolean all;
    private final long[] places;
    private final int[] lengths;

    private MemberEnds(long known, boolean all, long[] places, int[] lengths) {
        this.known = known;
        this.all = all;
        this.places = places;
        this.lengths = lengths;
    }

    /** Nothing is known. */
    static MemberEnds none() {
        return new MemberEnds(0, false, new long[0], new int[0]);
    }

    /** Looks through a stretch of a file. */
    static MemberEnds of(FileChannel channel, long start, long end) throws IOException {
        long size = channel.size();
        long known = Math.min(size, end + BEYOND);
        Finder finder = new Finder();
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        long at = start;
        while (at + 3 <= known && finder.count <= MOST) {
            bytes.clear().limit((int) Math.min(SIZE, known - at));
            while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) {
                // until full or at the end
            }
            if (bytes.position() < 7) {
                break;
            }
            finder.find(bytes.array(), bytes.position(), at);
            // The last six bytes are seen again: a place and the four bytes before it may lie across the bound.
            at += bytes.position() - 6;
        }
        if (known == size && size - start >= 4) {
            finder.add(size, word(new PackedBytes(channel, size - 4, size).bytesAt(size - 4, 4), 0));
        }
        return finder.count > MOST
                ? none()
                : new MemberEnds(
                        known,
                        known == size,
                        Arrays.copyOf(finder.places, finder.count),
                        Arrays.copyOf(finder.lengths, finder.count));
    }

    /**
     * Where the member ends that begins here and should unpack to so many bytes; −1 where that is not certain.
     *
     * @param unpacked how many bytes the record's header, its block and the line ends behind it are
     */
    long endOf(long start, long unpacked) {
        // No member is longer than this: zlib's deflateBound, and room for names in the member's header.
        long reach = start + unpacked + (unpacked >> 3) + (unpacked >> 6) + LONGEST_HEADER;
        if (unpacked > Integer.MAX_VALUE || (reach > known && !all)) {
            return -1;
        }
        int from = Arrays.binarySearch(places, start);
        long found = -1;
        for (int i = from < 0 ? -from - 1 : from + 1; i < places.length && places[i] <= reach; i++) {
            if (lengths[i] == (int) unpacked) {
                if (found >= 0) {
                    return -1;
                }
                found = places[i];
            }
        }
        return found;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
    }

    private static final class Finder {
        private long[] places = new long[256];
        private int[] lengths = new int[256];
        private int count;

        /** @param base the place of the first byte in the file */
        void find(byte[] bytes, int limit, long base) {
            // Looks at every third byte: one of the three that begin a member stands there, or no member begins before
            // it.
            for (int i = 6; i < limit && count <= MOST; i += 3) {
                byte b = bytes[i];
                int at = b == 8 ? i - 2 : b == (byte) 0x8b ? i - 1 : b == 0x1f ? i : limit;
                if (at + 2 < limit && bytes[at] == 0x1f && bytes[at + 1] == (byte) 0x8b && bytes[at + 2] == 8) {
                    add(base + at, word(bytes, at - 4));
                }
            }
        }

        void add(long place, int length) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
                lengths = Arrays.copyOf(lengths, 2 * count);
            }
            places[count] = place;
            lengths[count++] = length;
        }
    }
}
