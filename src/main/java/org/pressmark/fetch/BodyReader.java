package org.pressmark.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Body;
import org.pressmark.model.Digest;
import org.pressmark.model.Truncation;

/** Takes a body as far as it comes: into memory, then into a file; digests it on the way. */
final class BodyReader {
    /** An announced length is believed up to here; beyond, memory grows with what really comes. */
    private static final int TRUSTED = 256 << 10;

    private final Path spoolDir;
    private final int memoryBytes;
    private final AtomicLong number = new AtomicLong();

    /** A body, and why it is shorter than the server's, where it is. */
    record Taken(Body body, Optional<Truncation> truncated) {}

    BodyReader(Path spoolDir, int memoryBytes) {
        this.spoolDir = spoolDir;
        this.memoryBytes = memoryBytes;
    }

    /**
     * Reads to the end, to the limit, or until the connection fails; whatever came is kept.
     *
     * @param expected the body's length as announced, −1 where it is not; only saves copying
     * @param outOfTime whether the time for the whole request is over, asked when the stream fails
     * @throws FetchException where the body cannot be written to its file
     */
    Taken read(InputStream in, long expected, long limit, BooleanSupplier outOfTime) {
        try (Sink sink = new Sink((int) Math.max(512, Math.min(expected, Math.min(memoryBytes, TRUSTED))))) {
            Optional<Truncation> truncated = pour(in, sink, limit, outOfTime);
            return new Taken(sink.finish(), truncated);
        }
    }

    private static Optional<Truncation> pour(InputStream in, Sink sink, long limit, BooleanSupplier outOfTime) {
        byte[] gulp = new byte[1 << 14];
        long rest = limit;
        while (true) {
            int some;
            try {
                // One byte more than the limit tells a body that just fits from one that does not.
                some = in.read(gulp, 0, rest >= gulp.length ? gulp.length : (int) rest + 1);
            } catch (IOException e) {
                return Optional.of(why(e, outOfTime.getAsBoolean()));
            }
            if (some < 0) {
                return Optional.empty();
            }
            sink.write(gulp, (int) Math.min(some, rest));
            if (some > rest) {
                return Optional.of(Truncation.LENGTH);
            }
            rest -= some;
        }
    }

    private static Truncation why(IOException e, boolean outOfTime) {
        if (Thread.currentThread().isInterrupted()) {
            return Truncation.UNSPECIFIED; // we ourselves were told to stop
        }
        if (outOfTime || e instanceof InterruptedIOException) {
            return Truncation.TIME;
        }
        // okio reports a body that ends early as a ProtocolException too; ours speak of chunks.
        boolean badChunks = e instanceof ProtocolException
                && e.getMessage() != null
                && e.getMessage().startsWith("expected ");
        return badChunks ? Truncation.UNSPECIFIED : Truncation.DISCONNECT;
    }

    private final class Sink implements AutoCloseable {
        private final MessageDigest sha1 = digest(Digest.Algorithm.SHA1);
        private final MessageDigest sha256 = digest(Digest.Algorithm.SHA256);
        private final Memory memory;
        private @Nullable Path file;
        private @Nullable OutputStream out;
        private boolean finished;
        private long length;

        Sink(int expected) {
            this.memory = new Memory(expected);
        }

        void write(byte[] bytes, int count) {
            sha1.update(bytes, 0, count);
            sha256.update(bytes, 0, count);
            length += count;
            try {
                if (out == null && length > memoryBytes) {
                    file = create();
                    out = Files.newOutputStream(file, StandardOpenOption.WRITE);
                    memory.writeTo(out);
                    memory.reset();
                }
                (out == null ? memory : out).write(bytes, 0, count);
            } catch (IOException e) {
                throw failure(e);
            }
        }

        Body finish() {
            Digest first = Digest.of(Digest.Algorithm.SHA1, sha1.digest());
            Digest second = Digest.of(Digest.Algorithm.SHA256, sha256.digest());
            finished = true;
            if (file == null || out == null) {
                return new Body.InMemory(memory.whole(), first, second);
            }
            try {
                out.close();
            } catch (IOException e) {
                finished = false;
                throw failure(e);
            }
            return new Body.Spooled(file, length, first, second);
        }

        private Path create() throws IOException {
            Files.createDirectories(spoolDir);
            Path candidate = next();
            while (Files.exists(candidate)) { // another process's, or one left behind
                candidate = next();
            }
            try {
                return Files.createFile(candidate);
            } catch (FileAlreadyExistsException e) {
                return create();
            }
        }

        private Path next() {
            return spoolDir.resolve("body-" + number.getAndIncrement() + ".spool");
        }

        private FetchException failure(IOException e) {
            return FetchException.ofMachine(
                    "a body cannot be written to " + spoolDir + ": " + e + "; is there room on the disk?", e);
        }

        @Override
        public void close() {
            if (finished || file == null) {
                return;
            }
            try {
                if (out != null) {
                    out.close();
                }
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw failure(e);
            }
        }
    }

    /** Bytes in memory that are handed over without a copy where the expected number came. */
    private static final class Memory extends ByteArrayOutputStream {
        Memory(int expected) {
            super(expected);
        }

        byte[] whole() {
            return count == buf.length ? buf : toByteArray();
        }
    }

    private static MessageDigest digest(Digest.Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.javaName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm.javaName(), e);
        }
    }
}
