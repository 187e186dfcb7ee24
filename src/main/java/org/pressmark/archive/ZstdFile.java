package org.pressmark.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A WARC file compressed with zstd (WARC-Zstandard 1.0): a frame a record, perhaps behind a skippable frame with the dictionary
 * that all of them need. Read frame by frame, in bounded memory: a frame that wants a window of more than 128 MiB is refused,
 * and so is a file that swells beyond measure.
 */
final class ZstdFile {
    private static final int DICTIONARY = 0x184d2a5d;
    private static final int SKIPPABLE = 0x184d2a50;
    private static final int FRAME = 0xfd2fb528;
    private static final int LARGEST_DICTIONARY = 16 << 20;
    private static final long SWELLING = 1_000;
    private static final int BUFFER = 1 << 17;

    private final FileChannel channel;
    private final String name;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
    private long unpacked;

    private ZstdFile(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
        in.limit(0);
    }

    /** True where a file begins as one of zstd's frames does. */
    static boolean looksLike(byte[] start) {
        if (start.length < 4) {
            return false;
        }
        int magic = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return magic == FRAME || (magic & ~15) == SKIPPABLE;
    }

    /**
     * Writes each frame as a gzip member.
     *
     * @throws DamagedRecordException at the first frame that cannot be unpacked; what stood before it is written
     */
    static void toGzip(Path file, OutputStream to, Deflate deflate) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            new ZstdFile(channel, name).frames(context, to, deflate);
        }
    }

    private void frames(ZstdDecompressCtx context, OutputStream to, Deflate deflate) throws IOException {
        while (fill(4) >= 4) {
            long start = channel.position() - in.remaining();
            int magic = in.getInt(in.position());
            try {
                if ((magic & ~15) == SKIPPABLE) {
                    skippable(context, magic);
                } else if (magic == FRAME) {
                    frame(context, to, deflate);
                } else {
                    throw new DamagedRecordException(name, start, "a zstd frame", "other bytes");
                }
            } catch (ZstdException e) {
                throw new DamagedRecordException(
                        name, start, "a zstd frame", "bytes that are none (" + e.getMessage() + ")");
            }
        }
        if (in.hasRemaining()) {
            throw new DamagedRecordException(
                    name, channel.size() - in.remaining(), "a zstd frame", "the end of the file");
        }
    }

    private void skippable(ZstdDecompressCtx context, int magic) throws IOException {
        long start = channel.position() - in.remaining();
        if (fill(8) < 8) {
            throw new DamagedRecordException(name, start, "a frame's length", "the end of the file");
        }
        in.getInt();
        long length = in.getInt() & 0xffffffffL;
        if (magic != DICTIONARY) {
            channel.position(Math.min(channel.size(), channel.position() - in.remaining() + length));
            in.limit(0).position(0);
            return;
        }
        if (length > LARGEST_DICTIONARY) {
            throw new DamagedRecordException(
                    name, start, "a dictionary of at most " + LARGEST_DICTIONARY + " bytes", length + " bytes");
        }
        byte[] bytes = new byte[(int) length];
        int have = 0;
        while (have < bytes.length && fill(1) > 0) {
            int some = Math.min(in.remaining(), bytes.length - have);
            in.get(bytes, have, some);
            have += some;
        }
        if (have < bytes.length) {
            throw new DamagedRecordException(
                    name, start, "a dictionary of " + length + " bytes", "the end of the file");
        }
        context.loadDict(plain(bytes));
    }

    /** The dictionary may be compressed itself. */
    private static byte[] plain(byte[] dictionary) {
        boolean packed = dictionary.length >= 4
                && ByteBuffer.wrap(dictionary).order(ByteOrder.LITTLE_ENDIAN).getInt() == FRAME;
        return packed ? Zstd.decompress(dictionary, LARGEST_DICTIONARY) : dictionary;
    }

    private void frame(ZstdDecompressCtx context, OutputStream to, Deflate deflate) throws IOException {
        long start = channel.position() - in.remaining();
        byte[] bytes = new byte[BUFFER];
        try (GzipMember member = new GzipMember(to, deflate)) {
            boolean ended = false;
            while (!ended) {
                if (fill(1) == 0) {
                    throw new DamagedRecordException(name, start, "the rest of a zstd frame", "the end of the file");
                }
                out.clear();
                ended = context.decompressDirectByteBufferStream(out, in);
                out.flip();
                int count = out.remaining();
                out.get(bytes, 0, count);
                member.write(bytes, 0, count);
                unpacked += count;
                if (unpacked / SWELLING > channel.size() + BUFFER) {
                    throw new DamagedRecordException(
                            name, start, "at most " + SWELLING + " times as many bytes as are stored", "more");
                }
            }
        }
    }

    /** Makes so many bytes lie in the buffer, if the file has them; says how many do. */
    private int fill(int wanted) throws IOException {
        while (in.remaining() < wanted) {
            in.compact();
            int count = channel.read(in);
            in.flip();
            if (count < 0) {
                break;
            }
        }
        return in.remaining();
    }
}
