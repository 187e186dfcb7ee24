package org.pressmark.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.pressmark.model.Digest;

/** Counts and digests a payload on its way, and hands it on. */
final class PayloadSink extends OutputStream {
    private final OutputStream copy;
    private final MessageDigest sha1 = Digests.start(Digest.Algorithm.SHA1);
    private final MessageDigest sha256 = Digests.start(Digest.Algorithm.SHA256);
    private long length;

    PayloadSink(OutputStream copy) {
        this.copy = copy;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        sha1.update(bytes, offset, count);
        sha256.update(bytes, offset, count);
        length += count;
        copy.write(bytes, offset, count);
    }

    long length() {
        return length;
    }

    /** To be asked once. */
    Digest sha1() {
        return Digest.of(Digest.Algorithm.SHA1, sha1.digest());
    }

    /** To be asked once. */
    Digest sha256() {
        return Digest.of(Digest.Algorithm.SHA256, sha256.digest());
    }
}
