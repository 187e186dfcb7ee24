package org.pressmark.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/** The stored bytes of one file, read forward through one buffer; its size is fixed when it is opened. */
final class RawInput implements Closeable {
    private static final int BUFFER = 256 * 1024;

    private final FileChannel channel;
    private final LongConsumer progress;
    private final long size;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteBuffer target = ByteBuffer.wrap(buffer);
    private long bufferStart;
    private int position;
    private int limit;

    /** @param progress told the offset each time the buffer is filled */
    RawInput(Path file, LongConsumer progress) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.progress = progress;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    long position() {
        return bufferStart + position;
    }

    byte[] buffer() {
        return buffer;
    }

    int index() {
        return position;
    }

    /** Bytes at hand, filling the buffer where there are none; 0 at the end of the file. */
    int available() throws IOException {
        if (position == limit) {
            bufferStart += limit;
            position = 0;
            target.clear();
            int wanted = (int) Math.min(buffer.length, size - bufferStart);
            target.limit(Math.max(0, wanted));
            int read = wanted <= 0 ? 0 : channel.read(target, bufferStart);
            limit = Math.max(0, read);
            progress.accept(bufferStart + limit);
        }
        return limit - position;
    }

    void skip(int count) {
        position += count;
    }

    /** The next byte, −1 at the end. */
    int next() throws IOException {
        return available() == 0 ? -1 : buffer[position++] & 0xff;
    }

    void seek(long offset) {
        if (offset >= bufferStart && offset <= bufferStart + limit) {
            position = (int) (offset - bufferStart);
        } else {
            bufferStart = offset;
            position = 0;
            limit = 0;
        }
    }

    /** The offset of the next occurrence of some bytes at or after {@code from}, −1 where there is none. */
    long find(byte[] wanted, long from) throws IOException {
        seek(from);
        int matched = 0;
        while (true) {
            int here = available();
            if (here == 0) {
                return -1;
            }
            for (int i = position; i < limit; i++) {
                byte b = buffer[i];
                while (matched > 0 && b != wanted[matched]) {
                    matched = shorter(wanted, matched);
                }
                matched = b == wanted[matched] ? matched + 1 : 0;
                if (matched == wanted.length) {
                    return bufferStart + i + 1 - wanted.length;
                }
            }
            position = limit;
        }
    }

    /** The longest proper start of {@code wanted} that is also an end of its first {@code matched} bytes. */
    private static int shorter(byte[] wanted, int matched) {
        for (int length = matched - 1; length > 0; length--) {
            boolean same = true;
            for (int i = 0; i < length && same; i++) {
                same = wanted[i] == wanted[matched - length + i];
            }
            if (same) {
                return length;
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
