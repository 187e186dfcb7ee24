package org.pressmark.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.HttpHead;

/**
 * Stands between OkHttp and one connection, above TLS, and keeps the heads of each exchange as they stood on the wire.
 * OkHttp itself gets a plain head in place of the server's ({@link Framing#plainHead}), so that nothing a server writes
 * there is lost, refused or acted upon; bodies pass through as they are. It never reads past the end of a message, so a
 * connection that is used again cannot slip bytes of one answer into the next.
 *
 * <p>HTTP/1.1 only, one exchange after the other. HTTP/2 leaves the tape out ({@link ListedHeads}): its headers have no
 * bytes of their own, and OkHttp's are then the truth.
 */
final class Tape {
    private final int maxHeadBytes;
    private Spoken spoken = new Spoken();
    private @Nullable Spoken next;
    private boolean asking;

    Tape(int maxHeadBytes) {
        this.maxHeadBytes = maxHeadBytes;
    }

    /**
     * Where the next exchange will be kept. Whoever is about to ask takes it beforehand: an answer without a body sets the
     * connection free before it is handed over, and somebody else may be asking on it by then.
     */
    Spoken begin() {
        Spoken begun = new Spoken();
        next = begun;
        return begun;
    }

    /** One exchange as it stood on the wire. */
    static final class Spoken {
        private final ByteArrayOutputStream request = new ByteArrayOutputStream();
        private @Nullable HttpHead response;
        private final List<HttpHead> interim = new ArrayList<>();
        private final ChunkTracker chunks = new ChunkTracker();
        private long askedAt;
        private long answeredAt;

        /** What was sent. */
        HttpHead requestHead() {
            return HttpHead.of(request.toByteArray());
        }

        /** The head that answered it; empty where none has come. */
        Optional<HttpHead> responseHead() {
            return Optional.ofNullable(response);
        }

        /** Heads of status 1xx that came before it. */
        List<HttpHead> interim() {
            return List.copyOf(interim);
        }

        /** What stood behind the last chunk of its body, as {@link ChunkTracker#trailer}. */
        String trailer() {
            return chunks.trailer();
        }

        /** When its first byte was sent, by {@link System#nanoTime}. */
        long askedAt() {
            return askedAt;
        }

        /** When the response head had come, likewise. */
        long answeredAt() {
            return answeredAt;
        }
    }

    /** Both sides of one connection. */
    Streams over(InputStream in, OutputStream out) {
        return new Streams(new Playback(in), out);
    }

    final class Streams {
        private final Playback in;
        private final Recording out;

        private Streams(Playback in, OutputStream out) {
            this.in = in;
            this.out = new Recording(out, in);
        }

        InputStream in() {
            return in;
        }

        OutputStream out() {
            return out;
        }
    }

    /** Requests on their way out. */
    private final class Recording extends OutputStream {
        private final OutputStream out;
        private final Playback answers;

        Recording(OutputStream out, Playback answers) {
            this.out = out;
            this.answers = answers;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!asking) {
                if (spoken.response != null) {
                    answers.expectSilence();
                }
                Spoken begun = next;
                spoken = begun == null ? new Spoken() : begun;
                next = null;
                asking = true;
                spoken.askedAt = System.nanoTime();
            }
            spoken.request.write(bytes, offset, length);
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Answers on their way in. */
    private final class Playback extends InputStream {
        private final WireInput wire;
        private byte[] plain = new byte[0];
        private int plainAt;
        private Framing framing = new Framing(Framing.Kind.NONE, 0, false);
        private long rest;

        Playback(InputStream in) {
            this.wire = new WireInput(in);
        }

        /** Before a request on a used connection: bytes that nobody asked for make it unfit (OkHttp then takes a fresh one). */
        void expectSilence() throws IOException {
            if (wire.available() > 0) {
                throw new IOException("the server sent bytes that belong to no request");
            }
        }

        @Override
        public int available() throws IOException {
            return plain.length - plainAt;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (asking) {
                takeHead();
            }
            if (plainAt < plain.length) {
                int some = Math.min(length, plain.length - plainAt);
                System.arraycopy(plain, plainAt, bytes, offset, some);
                plainAt += some;
                return some;
            }
            return switch (framing.kind()) {
                case NONE -> -1;
                case UNTIL_CLOSE -> wire.read(bytes, offset, length);
                case LENGTH -> readLength(bytes, offset, length);
                case CHUNKED -> readChunks(bytes, offset, length);
            };
        }

        private int readLength(byte[] bytes, int offset, int length) throws IOException {
            int some = rest == 0 ? -1 : wire.read(bytes, offset, (int) Math.min(length, rest));
            rest -= Math.max(some, 0);
            return some;
        }

        private int readChunks(byte[] bytes, int offset, int length) throws IOException {
            if (spoken.chunks.done()) {
                return -1;
            }
            int some = wire.read(bytes, offset, length);
            if (some <= 0) {
                return some;
            }
            int taken = spoken.chunks.take(bytes, offset, some);
            wire.giveBack(some - taken);
            return taken;
        }

        private void takeHead() throws IOException {
            HttpHead head = wire.readHead(maxHeadBytes, spoken.interim::add);
            spoken.answeredAt = System.nanoTime();
            framing = Framing.of(head);
            rest = framing.length();
            plain = framing.plainHead().getBytes(StandardCharsets.US_ASCII);
            plainAt = 0;
            spoken.response = head;
            asking = false;
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }
}
