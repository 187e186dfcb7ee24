package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.pressmark.extract.Extractor;
import org.pressmark.markup.ContentCoding;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Block;
import org.pressmark.model.Capture;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.replay.Modifier;
import org.pressmark.replay.PageRewriter;
import org.pressmark.replay.ReplayHeaders;

/** A stored capture as a browser may be given it: addresses led back into the archive, unsafe headers renamed. */
public final class ServeReplay {
    /** What replay addresses begin with. */
    private static final String PREFIX = "/web/";

    private final ReplayCapture replay;

    public ServeReplay(Pipeline house) {
        this.replay = new ReplayCapture(house);
    }

    /**
     * An answer for a browser.
     *
     * @param status the archived status; 200 for a document that was handed in
     * @param headers archived headers that may pass, the others renamed, and those that keep archived content from doing harm
     * @param body complete, in memory
     */
    @SuppressWarnings("ArrayRecordComponent") // a result on its way out, never compared
    public record Replayed(int status, List<Header> headers, byte[] body) {
        public Replayed {
            headers = List.copyOf(headers);
        }
    }

    /**
     * The capture as a browser may be given it.
     *
     * @param letters what stood after the digits, e.g. {@code im_}; {@code id_} gives the body as stored
     * @param origin under which the server is being spoken to, e.g. {@code http://127.0.0.1:8642}
     */
    public Replayed replay(Capture capture, String letters, String origin) throws IOException {
        Modifier wanted = Modifier.parse(letters)
                .orElseThrow(
                        () -> new PipelineException(Trouble.INPUT, letters + ": no such modifier of a replay address"));
        ArchivedResponse response = replay.read(capture);
        PageRewriter rewriter = new PageRewriter(PREFIX, capture.date());
        boolean asStored = wanted == Modifier.IDENTITY;
        List<Header> headers = new ArrayList<>();
        response.head().ifPresent(head -> headers.addAll(ReplayHeaders.archived(head, asStored)));
        if (response.head().isEmpty()) {
            headers.add(new Header("Content-Type", capture.mediaType()));
        }
        capture.redirect()
                .flatMap(to -> rewriter.location(capture.url(), to, wanted))
                .ifPresent(to -> headers.add(new Header("Location", to)));
        byte[] body = asStored ? bytes(response) : rewritten(response, rewriter, wanted);
        int status =
                capture.status() == 0 || capture.kind() == Capture.Kind.REVISIT_NOT_MODIFIED ? 200 : capture.status();
        headers.addAll(ReplayHeaders.safety(origin, origin));
        return new Replayed(status, headers, body);
    }

    /**
     * A copy of a stored page with the blocks that extraction reads from it outlined; all else as in {@link #replay}.
     *
     * @param origin under which the server is being spoken to
     */
    public Replayed marked(Capture capture, String origin) throws IOException {
        ArchivedResponse response = replay.read(capture);
        byte[] payload = Documents.payload(response).bytes();
        List<Block> blocks = new Extractor()
                .extract(payload, response.contentType(), capture.url())
                .blocks();
        byte[] body = new PageRewriter(PREFIX, capture.date())
                .marked(payload, response.contentType(), capture.url(), blocks)
                .bytes();
        List<Header> headers = new ArrayList<>();
        response.head()
                .ifPresentOrElse(
                        head -> ReplayHeaders.archived(head, false).stream()
                                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                                .forEach(headers::add),
                        () -> headers.add(new Header("Content-Type", capture.mediaType())));
        headers.addAll(ReplayHeaders.safety(origin, origin));
        return new Replayed(200, headers, body);
    }

    private byte[] rewritten(ArchivedResponse response, PageRewriter rewriter, Modifier wanted) throws IOException {
        ContentCoding.Decoded decoded = Documents.payload(response);
        return rewriter.rewrite(
                        decoded.bytes(),
                        response.contentType(),
                        response.capture().url(),
                        wanted)
                .bytes();
    }

    private static byte[] bytes(ArchivedResponse response) throws IOException {
        try (InputStream in = response.body().open()) {
            return in.readAllBytes();
        } finally {
            Documents.discard(response.body());
        }
    }
}
