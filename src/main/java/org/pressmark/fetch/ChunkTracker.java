package org.pressmark.fetch;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Follows a chunked body (RFC 9112 §7.1) as it passes by, to know where the message ends. Changes nothing. */
final class ChunkTracker {
    private static final int LINE_LIMIT = 1 << 14;
    private static final int TRAILER_LIMIT = 1 << 16;

    private enum State {
        SIZE,
        EXTENSION,
        DATA,
        AFTER_DATA,
        TRAILER,
        DONE
    }

    private State state = State.SIZE;
    private long rest;
    private int digits;
    private int lineLength;
    private final ByteArrayOutputStream trailer = new ByteArrayOutputStream(0);
    private @Nullable ProtocolException fault;

    boolean done() {
        return state == State.DONE;
    }

    /** The trailer section without the empty line that ends it, a character a byte; empty text where there is none. */
    String trailer() {
        String text = trailer.toString(StandardCharsets.ISO_8859_1);
        return state == State.DONE ? text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1)) : text;
    }

    /**
     * Takes the next bytes of the connection.
     *
     * @return how many of them belong to this message, before a fault
     * @throws ProtocolException where the next byte makes it no chunked body
     */
    int take(byte[] bytes, int offset, int length) throws ProtocolException {
        if (fault != null) {
            throw fault;
        }
        int at = 0;
        while (at < length && state != State.DONE) {
            if (state == State.DATA) {
                int some = (int) Math.min(rest, length - at);
                rest -= some;
                at += some;
                if (rest == 0) {
                    state = State.AFTER_DATA;
                    lineLength = 0;
                }
            } else {
                try {
                    take(bytes[offset + at]);
                    at++;
                } catch (ProtocolException e) {
                    if (at == 0) {
                        throw e;
                    }
                    fault = e; // what came before it is good, and told first
                    return at;
                }
            }
        }
        return at;
    }

    private void take(byte b) throws ProtocolException {
        switch (state) {
            case SIZE, EXTENSION -> takeSize(b);
            case AFTER_DATA -> takeLineEnd(b);
            case TRAILER -> takeTrailer(b);
            case DATA, DONE -> throw new IllegalStateException("no single byte is taken in state " + state);
        }
    }

    private void takeSize(byte b) throws ProtocolException {
        int digit = b >= 0 ? Character.digit(b, 16) : -1;
        if (state == State.SIZE && digit >= 0) {
            if (++digits > 15) {
                throw new ProtocolException("expected the size of a chunk, found more than 15 digits");
            }
            rest = rest * 16 + digit;
        } else if (digits == 0) {
            throw new ProtocolException("expected the size of a chunk in hexadecimal, found byte " + (b & 0xff));
        } else if (b == '\n') {
            state = rest == 0 ? State.TRAILER : State.DATA;
            digits = 0;
            lineLength = 0;
        } else if (state == State.SIZE && b != ';' && b != ' ' && b != '\t' && b != '\r') {
            throw new ProtocolException("expected the end of a chunk's size, found byte " + (b & 0xff));
        } else {
            state = State.EXTENSION;
            if (++lineLength > LINE_LIMIT) {
                throw new ProtocolException("expected a chunk extension of at most " + LINE_LIMIT + " bytes");
            }
        }
    }

    private void takeLineEnd(byte b) throws ProtocolException {
        if (b == '\n') {
            state = State.SIZE;
        } else if (b != '\r' || lineLength++ > 0) {
            throw new ProtocolException("expected the end of a chunk as its size says, found byte " + (b & 0xff));
        }
    }

    private void takeTrailer(byte b) throws ProtocolException {
        trailer.write(b);
        if (trailer.size() > TRAILER_LIMIT) {
            throw new ProtocolException("expected trailers of at most " + TRAILER_LIMIT + " bytes");
        }
        if (b == '\n') {
            if (lineLength == 0) {
                state = State.DONE;
            }
            lineLength = 0;
        } else if (b != '\r') {
            lineLength++;
        }
    }
}
