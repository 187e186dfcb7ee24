package org.pressmark.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Passes bytes on, but for the last four, which may turn out to be the line ends behind a record. */
final class HoldBack extends OutputStream {
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final OutputStream out;
    private byte[] held = new byte[0];

    HoldBack(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (count >= 4) {
            out.write(held, 0, held.length);
            out.write(bytes, offset, count - 4);
            held = Arrays.copyOfRange(bytes, offset + count - 4, offset + count);
            return;
        }
        byte[] both = Arrays.copyOf(held, held.length + count);
        System.arraycopy(bytes, offset, both, held.length, count);
        int pass = Math.max(0, both.length - 4);
        out.write(both, 0, pass);
        held = Arrays.copyOfRange(both, pass, both.length);
    }

    /** How many bytes are held. */
    int length() {
        return held.length;
    }

    /**
     * How many of the last bytes are no part of the block, but the beginning of the two line ends behind it.
     *
     * @param rest what follows, up to the next record
     */
    static int lineEndsIn(byte[] last, byte[] rest) {
        int have = rest.length;
        if (have >= END.length || !Arrays.equals(rest, 0, have, END, END.length - have, END.length)) {
            return 0;
        }
        int count = END.length - have;
        boolean ends = last.length >= count && Arrays.equals(last, last.length - count, last.length, END, 0, count);
        return ends ? count : 0;
    }

    byte[] last() {
        return held.clone();
    }

    /** Passes so many of the last bytes on, and drops the others. */
    void release(int count) throws IOException {
        out.write(held, 0, count);
        held = new byte[0];
    }

    /** Passes the last bytes on but for up to two line ends. */
    void releaseWithoutLineEnds() throws IOException {
        int end = held.length;
        for (int ends = 0; ends < 2 && end > 0 && held[end - 1] == '\n'; ends++) {
            end -= end > 1 && held[end - 2] == '\r' ? 2 : 1;
        }
        out.write(held, 0, end);
        held = new byte[0];
    }
}
