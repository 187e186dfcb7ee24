package org.pressmark.pipeline;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.archive.DamagedRecordException;
import org.pressmark.archive.MissingOriginalException;
import org.pressmark.archive.RequestQuery;
import org.pressmark.extract.Extractor;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Block;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.model.ReplayPlace;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.replay.Medium;
import org.pressmark.replay.Modifier;
import org.pressmark.replay.PageRewriter;
import org.pressmark.replay.ReplayHeaders;

/** A stored capture as a browser may be given it: addresses led back into the archive, unsafe headers renamed. */
public final class ServeReplay {
    /** What replay addresses begin with. */
    private static final String PREFIX = "/web/";

    /** What the addresses of framed pages begin with. */
    private static final String FRAMES = "/view/";

    /** Where an answer says what is odd about it. */
    private static final String WARNING = "X-Archive-Warning";

    /** What archived headers are called that do not pass. */
    public static final String RENAMED = ReplayHeaders.RENAMED;

    private final Pipeline house;

    public ServeReplay(Pipeline house) {
        this.house = house;
    }

    /** Of a request's body no more than this is looked at, in bytes. */
    public static final int MOST_SENT = RequestQuery.MOST_BYTES;

    /** What a request asks for besides its address; empty for a plain GET. */
    public static Optional<CdxLine.Request> request(String method, String type, byte[] body) {
        return RequestQuery.of(method, type, body);
    }

    /** Whether the letters after a timestamp mean something here. */
    public static boolean understands(String modifier) {
        return Modifier.parse(modifier).isPresent();
    }

    /** The same headers for a page that no frame of ours shows. */
    public static List<Header> unframed(List<Header> headers) {
        return ReplayHeaders.unframed(headers);
    }

    /** What an archived header is called that must not be taken for one of ours. */
    public static String renamed(String name) {
        return ReplayHeaders.RENAMED + name;
    }

    /**
     * An answer for a browser.
     *
     * @param status the archived status; 200 for a document that was handed in
     * @param headers archived headers that may pass, the others renamed, and those that keep archived content from doing harm
     * @param length of the body in bytes
     * @param body to be read once; closing it lets the stored bytes go
     */
    public record Replayed(int status, List<Header> headers, long length, InputStream body) {
        public Replayed {
            headers = List.copyOf(headers);
            Objects.requireNonNull(body);
        }
    }

    /**
     * The capture as a browser may be given it.
     *
     * @param letters what stood after the digits, e.g. {@code im_}; {@code id_} gives the body as stored
     * @param at the capture of the page that this is a part of, or its own: what its own parts are chosen nearest to
     */
    public Replayed replay(Capture capture, String letters, Instant at, ReplayPlace place) throws IOException {
        Modifier wanted = Modifier.parse(letters)
                .orElseThrow(
                        () -> new PipelineException(Trouble.INPUT, letters + ": no such modifier of a replay address"));
        PageRewriter rewriter =
                new PageRewriter(PREFIX, at).shownIn(place, FRAMES).takingIn(new TakenIn(house, at)::part);
        ArchivedResponse response = read(capture);
        boolean made = false;
        try {
            Replayed replayed = replayed(response, rewriter, wanted, place);
            made = true;
            return replayed;
        } finally {
            if (!made) {
                Documents.discard(response.body());
            }
        }
    }

    private static Replayed replayed(
            ArchivedResponse response, PageRewriter rewriter, Modifier wanted, ReplayPlace place) throws IOException {
        Capture capture = response.capture();
        ReplayedBody body = ReplayedBody.of(response, rewriter, wanted);
        List<Header> headers = headers(response, body.asStored());
        body.made().ifPresent(made -> label(headers, made));
        capture.redirect()
                .flatMap(to -> rewriter.location(capture.url(), to, wanted))
                .ifPresent(to -> headers.add(new Header("Location", to)));
        List<String> odd = new ArrayList<>();
        body.odd().ifPresent(odd::add);
        capture.truncated()
                .ifPresent(why ->
                        odd.add("the stored body is incomplete: " + why.name().toLowerCase(Locale.ROOT)));
        int status = status(capture);
        if (status != capture.status() && capture.status() != 0 && capture.kind() == Capture.Kind.RESPONSE) {
            odd.add("the archived status is " + capture.status());
        }
        odd.forEach(sentence -> headers.add(new Header(WARNING, sentence)));
        headers.addAll(ReplayHeaders.safety(place, contentType(headers)));
        return new Replayed(status, headers, body.length(), body.open());
    }

    /**
     * A copy of a stored page with the blocks that extraction reads from it outlined; all else as in {@link #replay}.
     *
     * @param origin under which the server is being spoken to
     */
    public Replayed marked(Capture capture, String origin) throws IOException {
        ArchivedResponse response = read(capture);
        byte[] payload = Documents.payload(response).bytes();
        List<Block> blocks = new Extractor()
                .extract(payload, response.contentType(), capture.url())
                .blocks();
        byte[] body = new PageRewriter(PREFIX, capture.date())
                .takingIn(new TakenIn(house, capture.date())::part)
                .marked(payload, response.contentType(), capture.url(), blocks)
                .bytes();
        List<Header> headers = new ArrayList<>(headers(response, false).stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .toList());
        headers.addAll(ReplayHeaders.safety(ReplayPlace.quiet(origin), contentType(headers)));
        return new Replayed(200, headers, body.length, new ByteArrayInputStream(body));
    }

    private ArchivedResponse read(Capture capture) throws IOException {
        try {
            return house.warcs().read(capture, new Originals(house, capture)::find);
        } catch (DamagedRecordException | MissingOriginalException e) {
            throw new PipelineException(Trouble.DAMAGED, "record " + capture.recordId() + ": " + e.getMessage(), e);
        }
    }

    private static List<Header> headers(ArchivedResponse response, boolean asStored) {
        List<Header> headers = new ArrayList<>();
        response.head().ifPresent(head -> headers.addAll(ReplayHeaders.archived(head, asStored)));
        if (response.head().isEmpty()) {
            headers.add(new Header("Content-Type", response.capture().mediaType()));
        }
        return headers;
    }

    /** Browsers are told not to look at the bytes, so they are told what was seen there, and in which encoding. */
    private static void label(List<Header> headers, PageRewriter.Rewritten made) {
        String stored = contentType(headers);
        String type = Medium.unknown(stored) ? made.medium().label().orElse(stored) : stored;
        boolean markup = made.medium() == Medium.HTML || made.medium() == Medium.XML;
        String said = markup && made.charset().isPresent()
                ? ReplayHeaders.inEncoding(type, made.charset().get())
                : type;
        if (!said.equals(stored)) {
            headers.removeIf(header -> header.name().equalsIgnoreCase("Content-Type"));
            headers.add(new Header("Content-Type", said));
            if (!stored.isEmpty()) {
                headers.add(new Header(renamed("Content-Type"), stored));
            }
        }
    }

    private static String contentType(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** A document that was handed in has none; one that no browser could be given stands as 200. */
    private static int status(Capture capture) {
        boolean answered = capture.status() >= 200 && capture.status() <= 599 && capture.status() != 304;
        return answered && capture.kind() != Capture.Kind.REVISIT_NOT_MODIFIED ? capture.status() : 200;
    }

    /** A stored body's bytes; the file that a long one lies in goes with the stream. */
    static InputStream open(Body body) throws IOException {
        return new FilterInputStream(body.open()) {
            @Override
            public void close() throws IOException {
                try {
                    super.close();
                } finally {
                    Documents.discard(body);
                }
            }
        };
    }

    /** The Content-Encoding of a response, where it has one. */
    static Optional<String> coding(ArchivedResponse response) {
        return response.head()
                .flatMap(head -> head.first("Content-Encoding"))
                .filter(coding -> !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity"));
    }
}
