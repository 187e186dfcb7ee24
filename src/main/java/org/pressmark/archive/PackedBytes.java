package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** A stretch of a file, read through one buffer, with a place that can be set. */
final class PackedBytes implements Closeable {
    /** The most that is asked for at once. */
    static final int LEAST = 1 << 12;

    private static final int SIZE = 1 << 16;

    private final FileChannel channel;
    private final long end;
    private final byte[] buffer;
    private long bufferAt;
    private int at;
    private int limit;

    /** @param end where the stretch ends, at most the file's size */
    PackedBytes(FileChannel channel, long start, long end) {
        this(channel, start, end, SIZE);
    }

    /** @param size how much is read at a time, in bytes, at least {@link #LEAST} */
    PackedBytes(FileChannel channel, long start, long end, int size) {
        this.buffer = new byte[size];
        this.channel = channel;
        this.end = end;
        this.bufferAt = start;
    }

    long position() {
        return bufferAt + at;
    }

    long end() {
        return end;
    }

    void position(long place) {
        if (place >= bufferAt && place <= bufferAt + limit) {
            at = (int) (place - bufferAt);
            return;
        }
        bufferAt = place;
        at = 0;
        limit = 0;
    }

    /** Makes at least {@code wanted} bytes (no more than 4096) lie in the buffer, if there are so many; says how many do. */
    int fill(int wanted) throws IOException {
        if (limit - at >= wanted) {
            return limit - at;
        }
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        bufferAt += at;
        limit -= at;
        at = 0;
        while (limit < wanted && bufferAt + limit < end) {
            int most = (int) Math.min(buffer.length - limit, end - bufferAt - limit);
            int count = channel.read(ByteBuffer.wrap(buffer, limit, most), bufferAt + limit);
            if (count <= 0) {
                break;
            }
            limit += count;
        }
        return limit - at;
    }

    byte[] buffer() {
        return buffer;
    }

    int at() {
        return at;
    }

    /** The byte so many places on, which {@link #fill} must have brought in. */
    int peek(int ahead) {
        return buffer[at + ahead] & 0xff;
    }

    void skip(int count) {
        at += count;
    }

    /** So many bytes at a place, fewer at the end; moves nothing. */
    byte[] bytesAt(long place, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(count, end - place)));
        while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) > 0) {
            // until full or at the end
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** The next byte, −1 at the end. */
    int read() throws IOException {
        return fill(1) < 1 ? -1 : buffer[at++] & 0xff;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
