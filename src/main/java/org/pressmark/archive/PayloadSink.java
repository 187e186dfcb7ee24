package org.pressmark.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Digest;

/** Counts and digests a payload on its way, and hands it on. */
final class PayloadSink extends OutputStream {
    private final OutputStream copy;
    private final @Nullable MessageDigest sha1;
    private final @Nullable MessageDigest sha256;
    private long length;

    /** Digests as much as is asked for. */
    PayloadSink(OutputStream copy, boolean sha1, boolean sha256) {
        this.copy = copy;
        this.sha1 = sha1 ? Digests.start(Digest.Algorithm.SHA1) : null;
        this.sha256 = sha256 ? Digests.start(Digest.Algorithm.SHA256) : null;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (sha1 != null) {
            sha1.update(bytes, offset, count);
        }
        if (sha256 != null) {
            sha256.update(bytes, offset, count);
        }
        length += count;
        copy.write(bytes, offset, count);
    }

    boolean digests() {
        return sha1 != null || sha256 != null;
    }

    long length() {
        return length;
    }

    /** To be asked once; empty where it was not made. */
    Optional<Digest> sha1() {
        return Optional.ofNullable(sha1).map(made -> Digest.of(Digest.Algorithm.SHA1, made.digest()));
    }

    /** To be asked once; empty where it was not made. */
    Optional<Digest> sha256() {
        return Optional.ofNullable(sha256).map(made -> Digest.of(Digest.Algorithm.SHA256, made.digest()));
    }
}
