package org.pressmark.audit;

/** Takes the chunked transfer coding off a body that comes in pieces (RFC 9112 §7.1). */
final class Dechunker {
    private static final int LONGEST_LINE = 8192;

    private enum State {
        SIZE,
        DATA,
        AFTER_DATA,
        TRAILER,
        DONE,
        BROKEN
    }

    /** Where the content goes. */
    interface Sink {
        void accept(byte[] bytes, int offset, int length);
    }

    private final Sink sink;
    private State state = State.SIZE;
    private long left;
    private boolean extension;
    private int line;
    private int digits;

    Dechunker(Sink sink) {
        this.sink = sink;
    }

    /** True where the last chunk and the trailer were seen. */
    boolean complete() {
        return state == State.DONE;
    }

    /** True where the bytes are no chunked coding, or where something stands behind its end. */
    boolean broken() {
        return state == State.BROKEN;
    }

    void accept(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && state != State.BROKEN) {
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

    private void step(byte b) {
        switch (state) {
            case SIZE -> size(b);
            case AFTER_DATA -> {
                if (b == '\n') {
                    state = State.SIZE;
                } else if (b != '\r') {
                    state = State.BROKEN;
                }
            }
            case TRAILER -> {
                if (b == '\n') {
                    state = line == 0 ? State.DONE : State.TRAILER;
                    line = 0;
                } else if (b != '\r') {
                    line++;
                    state = line > LONGEST_LINE ? State.BROKEN : State.TRAILER;
                }
            }
            default -> state = State.BROKEN; // bytes behind the end
        }
    }

    private void size(byte b) {
        int digit = Character.digit(b, 16);
        if (b == '\n') {
            if (digits == 0) {
                state = State.BROKEN;
                return;
            }
            state = left == 0 ? State.TRAILER : State.DATA;
            digits = 0;
            line = 0;
            extension = false;
        } else if (digit >= 0 && !extension) {
            left = (digits == 0 ? 0 : left) * 16 + digit;
            state = ++digits > 15 ? State.BROKEN : State.SIZE;
        } else if (b == ';' || b == ' ' || b == '\t') {
            extension = true;
        } else if (b != '\r' && !extension || ++line > LONGEST_LINE) {
            state = State.BROKEN;
        }
    }
}
