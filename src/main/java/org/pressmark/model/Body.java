package org.pressmark.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An HTTP entity body after transfer-decoding and before content-decoding: the payload of WARC 1.1 §6.3.2. Small bodies
 * lie in memory, large ones in a file, so that nothing endless ever sits in a record.
 */
public sealed interface Body {

    /** Length in bytes. */
    long length();

    /** SHA-1 of the bytes, as WARC headers carry it. */
    Digest sha1();

    /** SHA-256 of the bytes, as our index carries it. */
    Digest sha256();

    /** A fresh stream over the bytes; the caller closes it. This and {@link Spooled} are the model's only I/O. */
    InputStream open() throws IOException;

    /** A body in memory. The array is the body's own and is never changed. */
    @SuppressWarnings("ArrayRecordComponent") // compared by digest, never by equals
    record InMemory(byte[] bytes, Digest sha1, Digest sha256) implements Body {
        public InMemory {
            Objects.requireNonNull(sha1);
            Objects.requireNonNull(sha256);
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** A body in a file that belongs to this body until its owner deletes it. */
    record Spooled(Path file, long length, Digest sha1, Digest sha256) implements Body {
        public Spooled {
            Objects.requireNonNull(file);
            if (length < 0) {
                throw new IllegalArgumentException("expected a length of 0 or more, found: " + length);
            }
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
