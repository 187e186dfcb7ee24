package org.pressmark.audit;

import java.io.ByteArrayOutputStream;

/**
 * Takes the chunked transfer coding off a body that comes in pieces (RFC 9112 §7.1). Where the bytes stop being that coding,
 * what follows is passed on as it stands.
 */
final class Dechunker {
    private static final int LONGEST_LINE = 4096;

    private enum State {
        SIZE,
        DATA,
        AFTER_DATA,
        TRAILER,
        DONE,
        BEHIND,
        BROKEN
    }

    /** Where the content goes. */
    interface Sink {
        void accept(byte[] bytes, int offset, int length);
    }

    private final Sink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private State state = State.SIZE;
    private long left;
    private boolean extension;
    private int digits;
    private int trailer;

    Dechunker(Sink sink) {
        this.sink = sink;
    }

    /** True where the last chunk and the trailer were seen, and nothing behind them. */
    boolean complete() {
        return state == State.DONE;
    }

    void accept(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (state == State.BROKEN) {
                sink.accept(bytes, at, end - at);
                return;
            }
            if (state == State.DATA) {
                int count = (int) Math.min(left, end - at);
                sink.accept(bytes, at, count);
                at += count;
                left -= count;
                state = left == 0 ? State.AFTER_DATA : State.DATA;
            } else {
                step(bytes[at++]);
            }
        }
    }

    /** Says that the body ends here: the beginning of a line that says no size is content too. */
    void end() {
        if (state == State.SIZE && line.size() > 0) {
            giveUp();
        }
    }

    private void step(byte b) {
        switch (state) {
            case SIZE -> {
                line.write(b);
                size(b);
            }
            case AFTER_DATA -> {
                line.write(b);
                if (b == '\n') {
                    state = State.SIZE;
                    line.reset();
                } else if (b != '\r') {
                    giveUp();
                }
            }
            case TRAILER -> {
                if (b == '\n') {
                    state = trailer == 0 ? State.DONE : State.TRAILER;
                    trailer = 0;
                } else if (b != '\r') {
                    trailer = 1;
                }
            }
            default -> state = State.BEHIND; // bytes behind the end are no content
        }
    }

    private void size(byte b) {
        int digit = Character.digit(b, 16);
        if (b == '\n' && digits > 0) {
            state = left == 0 ? State.TRAILER : State.DATA;
            digits = 0;
            extension = false;
            line.reset();
        } else if (digit >= 0 && !extension) {
            left = (digits == 0 ? 0 : left) * 16 + digit;
            if (++digits > 15) {
                giveUp();
            }
        } else if (b == ';' || b == ' ' || b == '\t') {
            extension = true;
        } else if (b == '\n' || b != '\r' && !extension || line.size() > LONGEST_LINE) {
            giveUp();
        }
    }

    private void giveUp() {
        state = State.BROKEN;
        sink.accept(line.toByteArray(), 0, line.size());
        line.reset();
    }
}
