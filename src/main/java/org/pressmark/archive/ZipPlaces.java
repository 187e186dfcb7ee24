package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * Where in a ZIP file the bytes of its stored entries lie, which {@code java.util.zip} knows but does not tell. A file put
 * together in an unusual way (on several disks, with something before it, encrypted) is refused: it can be unpacked instead.
 */
final class ZipPlaces {
    private static final int LARGEST_DIRECTORY = 64 << 20;
    private static final int END = 22;
    private static final int LOCATOR = 20;
    private static final int END64 = 56;
    private static final int IN_DIRECTORY = 46;
    private static final int BEFORE_BYTES = 30;
    private static final long ELSEWHERE = 0xffffffffL;

    private final FileChannel file;
    private long directory;
    private long directoryLength;

    private ZipPlaces(FileChannel file) {
        this.file = file;
    }

    /** From where on the bytes of an entry stand, and how many. */
    record Place(long start, long length) {}

    /**
     * The places of the stored entries by their names.
     *
     * @throws ZipException where the file is no plain ZIP file
     */
    static Map<String, Place> of(FileChannel file) throws IOException {
        ZipPlaces zip = new ZipPlaces(file);
        zip.findDirectory();
        return zip.readDirectory();
    }

    private void findDirectory() throws IOException {
        long size = file.size();
        int tail = (int) Math.min(size, END + 0xffff + LOCATOR);
        ByteBuffer last = bytes(size - tail, tail);
        int at = tail - END;
        while (at >= 0 && !(mark(last, at, 5) && at + END + u16(last, at + 20) == tail)) {
            at--;
        }
        require(at >= 0, "an end of its directory");
        directoryLength = u32(last, at + 12);
        directory = u32(last, at + 16);
        long behind = size - tail + at;
        if (at >= LOCATOR && mark(last, at - LOCATOR, 6, 7)) {
            behind = last.getLong(at - LOCATOR + 8);
            require(behind >= 0 && behind <= size - END64, "a 64-bit end of its directory");
            ByteBuffer end = bytes(behind, END64);
            require(mark(end, 0, 6, 6), "a 64-bit end of its directory");
            directoryLength = end.getLong(40);
            directory = end.getLong(48);
        }
        boolean sound = directoryLength >= 0 && directoryLength <= LARGEST_DIRECTORY && directory >= 0;
        require(sound && directory == behind - directoryLength, "its directory next before its end");
    }

    private Map<String, Place> readDirectory() throws IOException {
        ByteBuffer all = bytes(directory, (int) directoryLength);
        Map<String, Place> places = new LinkedHashMap<>();
        int at = 0;
        while (at + IN_DIRECTORY <= all.limit()) {
            require(mark(all, at, 1), "an entry in its directory");
            int name = u16(all, at + 28);
            int extra = u16(all, at + 30);
            int next = at + IN_DIRECTORY + name + extra + u16(all, at + 32);
            require(next <= all.limit(), "a whole entry in its directory");
            boolean encrypted = (u16(all, at + 8) & 1) != 0;
            if (u16(all, at + 10) == 0 && !encrypted) {
                byte[] written = new byte[name];
                all.get(at + IN_DIRECTORY, written);
                place(written, sizes(all, at, at + IN_DIRECTORY + name, extra), places);
            }
            at = next;
        }
        return places;
    }

    /** Length and place of an entry: those that do not fit four bytes stand in an extra field, in this order. */
    private static long[] sizes(ByteBuffer all, int at, int extras, int extra) throws ZipException {
        long[] values = {u32(all, at + 24), u32(all, at + 20), u32(all, at + 42)};
        for (int field = extras; field + 4 <= extras + extra; field += 4 + u16(all, field + 2)) {
            if (u16(all, field) == 1) {
                int value = field + 4;
                for (int i = 0; i < values.length; i++) {
                    if (values[i] == ELSEWHERE) {
                        require(value + 8 <= extras + extra, "a whole 64-bit field");
                        values[i] = all.getLong(value);
                        value += 8;
                    }
                }
            }
        }
        return values;
    }

    private void place(byte[] name, long[] sizes, Map<String, Place> places) throws IOException {
        long length = sizes[0];
        long header = sizes[2];
        String words = new String(name, StandardCharsets.UTF_8);
        require(length >= 0 && length == sizes[1], "one length of the stored entry " + words);
        require(header >= 0 && header <= directory - BEFORE_BYTES, "the entry " + words + " before the directory");
        ByteBuffer local = bytes(header, BEFORE_BYTES);
        require(mark(local, 0, 3) && u16(local, 8) == 0, "the stored entry " + words + " where the directory says");
        long start = header + BEFORE_BYTES + u16(local, 26) + u16(local, 28);
        require(start <= directory - length, "the entry " + words + " before the directory");
        places.put(words, new Place(start, length));
    }

    private ByteBuffer bytes(long start, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            require(file.read(buffer, start + buffer.position()) >= 0, count + " bytes at " + start);
        }
        return buffer.flip();
    }

    private static boolean mark(ByteBuffer in, int at, int kind) {
        return mark(in, at, kind, kind + 1);
    }

    private static boolean mark(ByteBuffer in, int at, int third, int fourth) {
        return in.get(at) == 'P' && in.get(at + 1) == 'K' && in.get(at + 2) == third && in.get(at + 3) == fourth;
    }

    private static int u16(ByteBuffer in, int at) {
        return in.getShort(at) & 0xffff;
    }

    private static long u32(ByteBuffer in, int at) {
        return in.getInt(at) & 0xffffffffL;
    }

    private static void require(boolean so, String expected) throws ZipException {
        if (!so) {
            throw new ZipException("a ZIP file that is not laid out plainly: expected " + expected + ", found none");
        }
    }
}
