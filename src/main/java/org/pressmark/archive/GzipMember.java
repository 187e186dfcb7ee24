package org.pressmark.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** One gzip member around one record (WARC 1.1 annex D): what is written goes out deflated, {@link #close} ends the member. */
final class GzipMember extends OutputStream {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final OutputStream out;
    private final Deflate pool;
    private final Deflater deflater;
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 14];
    private boolean closed;

    GzipMember(OutputStream out, Deflate pool) throws IOException {
        this.out = out;
        this.pool = pool;
        this.deflater = pool.take();
        out.write(HEADER);
    }

    /** What follows is deflated at another level, 0 to store it; below 0 nothing changes. */
    void level(int level) {
        if (level >= 0) {
            deflater.setLevel(level);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        crc.update(bytes, offset, count);
        deflater.setInput(bytes, offset, count);
        while (!deflater.needsInput()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
    }

    /** Ends the member; the stream below stays open. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            word(crc.getValue());
            word(deflater.getBytesRead());
        } finally {
            pool.giveBack(deflater);
        }
    }

    private void word(long value) throws IOException {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >> shift) & 0xff);
        }
    }
}
