package org.pressmark.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.pressmark.markup.ContentCoding;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Body;
import org.pressmark.replay.Medium;
import org.pressmark.replay.Modifier;
import org.pressmark.replay.PageRewriter;

/**
 * The body of a replayed answer: the stored bytes, streamed, unless they hold addresses that must be rewritten. Bytes that
 * cannot be decoded are given as they are stored, with a word about it: damage in the archive is no failure of the server.
 */
final class ReplayedBody {
    /** Longer documents are given as stored: nobody reads them, and their memory would be everybody's. */
    private static final int LONGEST_REWRITTEN = 16 << 20;

    /** So many bytes tell a document from a picture where no label does. */
    private static final int SNIFFED = 1024;

    /** Megabytes of documents that are rewritten at a time, each of which takes about eight of memory. */
    private static final int ROOM =
            (int) Math.max(4, Math.min(64, Runtime.getRuntime().maxMemory() >> 24));

    private static final Semaphore REWRITING = new Semaphore(ROOM, true);

    private final byte @Nullable [] bytes;
    private final Body stored;
    private final boolean asStored;
    private final Optional<String> odd;
    private final Optional<PageRewriter.Rewritten> made;

    private ReplayedBody(byte @Nullable [] bytes, Body stored, boolean asStored, Optional<String> odd) {
        this(bytes, stored, asStored, odd, Optional.empty());
    }

    private ReplayedBody(
            byte @Nullable [] bytes,
            Body stored,
            boolean asStored,
            Optional<String> odd,
            Optional<PageRewriter.Rewritten> made) {
        this.bytes = bytes;
        this.made = made;
        this.stored = stored;
        this.asStored = asStored;
        this.odd = odd;
    }

    static ReplayedBody of(ArchivedResponse response, PageRewriter rewriter, Modifier wanted) throws IOException {
        Body stored = response.body();
        if (wanted == Modifier.IDENTITY || stored.length() == 0 || binary(response)) {
            return new ReplayedBody(null, stored, true, Optional.empty());
        }
        long most = Math.min(LONGEST_REWRITTEN, (long) ROOM << 20);
        int share = (int) Math.min(ROOM, 1 + (Math.min(most, stored.length() * 8) >> 20));
        REWRITING.acquireUninterruptibly(share);
        try {
            return rewritten(response, rewriter, wanted, most);
        } finally {
            REWRITING.release(share);
        }
    }

    private static ReplayedBody rewritten(ArchivedResponse response, PageRewriter rewriter, Modifier wanted, long most)
            throws IOException {
        Body stored = response.body();
        ContentCoding.Decoded decoded = decode(response, most);
        boolean cutByCapture = response.capture().truncated().isPresent();
        if (decoded.truncated()) {
            return new ReplayedBody(null, stored, true, decoded.problem().map(why -> why + "; given as stored"));
        }
        if (decoded.problem().filter(why -> why.startsWith("unsupported")).isPresent()) {
            return new ReplayedBody(null, stored, true, decoded.problem());
        }
        boolean damaged = decoded.problem().isPresent() && !mislabelled(decoded, stored);
        if (damaged && !cutByCapture) {
            return new ReplayedBody(
                    null, stored, false, decoded.problem().map(why -> "content-encoding " + why + "; given as stored"));
        }
        PageRewriter.Rewritten rewritten = rewriter.rewrite(
                decoded.bytes(), response.contentType(), response.capture().url(), wanted);
        return new ReplayedBody(rewritten.bytes(), stored, false, decoded.problem(), Optional.of(rewritten));
    }

    /** A label that the bytes never had: they are the document as it is. */
    private static boolean mislabelled(ContentCoding.Decoded decoded, Body stored) {
        return decoded.bytes().length == stored.length();
    }

    /** Pictures, films and archives hold no address to rewrite; what has no label is looked at. */
    private static boolean binary(ArchivedResponse response) throws IOException {
        byte[] head = decode(response, SNIFFED).bytes();
        return Medium.of(response.contentType(), head) == Medium.BINARY;
    }

    private static ContentCoding.Decoded decode(ArchivedResponse response, long limit) throws IOException {
        try (InputStream in = response.body().open()) {
            return ContentCoding.decode(in, ServeReplay.coding(response), limit);
        }
    }

    /** True where the bytes are the stored ones in their content-encoding, which is to be named. */
    boolean asStored() {
        return asStored;
    }

    /** What is odd about the bytes, a sentence. */
    Optional<String> odd() {
        return odd;
    }

    /** What was made of the bytes, where they were rewritten. */
    Optional<PageRewriter.Rewritten> made() {
        return made;
    }

    long length() {
        return bytes == null ? stored.length() : bytes.length;
    }

    InputStream open() throws IOException {
        if (bytes == null) {
            return ServeReplay.open(stored);
        }
        Documents.discard(stored);
        return new ByteArrayInputStream(bytes);
    }
}
