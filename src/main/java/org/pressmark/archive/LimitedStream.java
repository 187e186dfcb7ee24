package org.pressmark.archive;

import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a stream. */
final class LimitedStream extends InputStream {
    private final InputStream in;
    private long left;

    LimitedStream(InputStream in, long left) {
        this.in = in;
        this.left = left;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (left == 0 && count > 0) {
            return -1;
        }
        int some = in.read(buffer, offset, (int) Math.min(count, left));
        left -= Math.max(some, 0);
        return some;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
