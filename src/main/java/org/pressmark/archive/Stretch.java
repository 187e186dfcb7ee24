package org.pressmark.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file that can be scanned by itself: it begins and ends with a gzip member, and some members before and behind
 * it are read too, for the records that belong together.
 *
 * @param from where reading begins
 * @param start where the members begin that count
 * @param end where they end
 * @param to where reading ends
 */
record Stretch(long from, long start, long end, long to) {
    /** A file is parted at about every so many bytes. */
    private static final long LENGTH = 16L << 20;

    /**
     * Parts a file; one whose records are not in gzip members of their own, or that is short, stays whole.
     *
     * <p>Where a part begins is only supposed: the bytes look like a member with a record. Whoever scans the part before
     * comes by there and knows.
     */
    static List<Stretch> of(Path file) throws IOException {
        List<Stretch> out = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            Stretch open = new Stretch(0, 0, size, size);
            for (long near = LENGTH; near + LENGTH / 2 < size; near += LENGTH) {
                List<Long> members = membersBehind(file, near, size);
                if (members.size() <= 2 * CdxLines.REACH) {
                    break;
                }
                long start = members.get(CdxLines.REACH);
                out.add(new Stretch(open.from, open.start, start, members.get(2 * CdxLines.REACH)));
                open = new Stretch(members.get(0), start, size, size);
            }
            out.add(open);
        }
        return out;
    }

    /** A file in one go, from one of its members on. */
    Stretch toTheEnd(long size) {
        return new Stretch(from, start, size, size);
    }

    /** True for the place of a member that counts. */
    boolean counts(long offset) {
        return offset >= start && offset < end;
    }

    /** True where so much is read in one go that what it gives had better not be gathered first. */
    boolean isLong() {
        return to - from > 4 * LENGTH;
    }

    /** True where this is not the last part of its file. */
    boolean goesOn() {
        return to > end;
    }

    private static List<Long> membersBehind(Path file, long near, long size) throws IOException {
        List<Long> out = new ArrayList<>();
        try (Unpacked in = Unpacked.of(FileChannel.open(file, StandardOpenOption.READ), 0, size)) {
            if (!in.gzip() || !in.resync(near, new Lines(in))) {
                return out;
            }
            do {
                out.add(in.memberStart());
            } while (out.size() <= 2 * CdxLines.REACH && in.next());
            return out;
        } catch (BrokenMember broken) {
            return List.of();
        }
    }
}
