package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Joins the chunks of a chunked body (RFC 9112 §7.1) that other software stored as it came. Where the chunk sizes lie, or
 * where the body is not chunked at all, what follows passes through as it is and {@link #lied} says so.
 */
final class Chunks extends OutputStream {
    private static final int LONGEST_SIZE_LINE = 4096;

    private enum State {
        SIZE,
        DATA,
        AFTER_DATA,
        TRAILER,
        DONE,
        RAW
    }

    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private State state = State.SIZE;
    private long left;
    private boolean lied;

    Chunks(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            if (state == State.RAW) {
                out.write(bytes, at, end - at);
                return;
            }
            if (state == State.DATA) {
                int some = (int) Math.min(left, end - at);
                out.write(bytes, at, some);
                left -= some;
                at += some;
                state = left == 0 ? State.AFTER_DATA : State.DATA;
                continue;
            }
            if (state == State.DONE) {
                lied = true; // something stands behind the last chunk: no part of the body
                return;
            }
            lineByte(bytes[at++]);
        }
    }

    private void lineByte(byte b) throws IOException {
        line.write(b);
        if (b != '\n') {
            boolean startsData = state == State.AFTER_DATA && b != '\r';
            if (startsData || (state == State.SIZE && line.size() > LONGEST_SIZE_LINE)) {
                giveUp();
            } else if (state == State.TRAILER && line.size() > LONGEST_SIZE_LINE) {
                line.reset();
                line.write('x'); // a long trailer line is skipped; it must not look like the empty one
            }
            return;
        }
        String text = line.toString(StandardCharsets.ISO_8859_1).strip();
        switch (state) {
            case AFTER_DATA -> {
                if (text.isEmpty()) {
                    state = State.SIZE;
                } else {
                    giveUp();
                    return;
                }
            }
            case TRAILER -> state = text.isEmpty() ? State.DONE : State.TRAILER;
            default -> {
                long size = size(text);
                if (size < 0) {
                    giveUp();
                    return;
                }
                left = size;
                state = size == 0 ? State.TRAILER : State.DATA;
            }
        }
        line.reset();
    }

    private void giveUp() throws IOException {
        lied = true;
        state = State.RAW;
        line.writeTo(out);
        line.reset();
    }

    private static long size(String text) {
        int end = text.indexOf(';') < 0 ? text.length() : text.indexOf(';');
        String digits = text.substring(0, end).strip();
        if (digits.isEmpty() || digits.length() > 15) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Says that the body ends here. */
    void end() throws IOException {
        if (state == State.SIZE && line.size() > 0) {
            giveUp();
        }
        lied |= state != State.DONE && state != State.TRAILER && state != State.RAW;
    }

    /** True where the chunk sizes did not fit the bytes. */
    boolean lied() {
        return lied;
    }
}
