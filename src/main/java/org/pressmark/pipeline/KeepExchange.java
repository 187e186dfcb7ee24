package org.pressmark.pipeline;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.pressmark.archive.CaptureContext;
import org.pressmark.archive.WarcArchive;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.store.Store;

/** Stores an exchange, as a revisit where its payload is known, and indexes it. */
final class KeepExchange {
    private final Pipeline house;
    private final WarcArchive warcs;
    private final Store store;
    private final IndexCapture index;

    KeepExchange(Pipeline house) {
        this.house = house;
        this.warcs = house.warcs();
        this.store = house.store();
        this.index = new IndexCapture(house, store);
    }

    /**
     * What was kept.
     *
     * @param status the status line's words, e.g. {@code 404 Not Found}
     * @param version where it holds an article
     * @param knownPage whether the address was captured before
     */
    record Kept(Capture capture, String status, Optional<Version> version, boolean knownPage) {}

    /** The last good capture of an address, with its validators. */
    Earlier earlier(String url) {
        Optional<Capture> last = store.read(tx -> tx.captures()
                .latest(UrlKey.of(url), 200)
                .filter(capture -> capture.url().equals(url)));
        if (last.isEmpty()) {
            return Earlier.NONE;
        }
        Optional<Capture> original = last.get().refersTo().isEmpty()
                ? last
                : store.read(tx -> tx.captures().original(last.get().refersTo().get()));
        if (original.isEmpty()) {
            return Earlier.NONE;
        }
        return Guarded.call(url, () -> validators(original.get()), house.notices())
                .orElse(Earlier.NONE);
    }

    private Earlier validators(Capture original) throws IOException {
        Optional<HttpHead> head =
                warcs.read(original, named -> Optional.empty()).head();
        return new Earlier(
                Optional.of(original),
                head.flatMap(found -> found.first("ETag")),
                head.flatMap(found -> found.first("Last-Modified")));
    }

    /** A page, or a redirect on the way to one. */
    Kept page(Exchange exchange, Found found) {
        boolean redirect = exchange.responseHead().status() / 100 == 3
                && exchange.responseHead().first("Location").isPresent();
        Capture.Role role = redirect ? Capture.Role.REDIRECT : Capture.Role.PAGE;
        return keep(exchange, context(role, Optional.empty(), found, Optional.empty()), true);
    }

    /** A page that the server says is as it was. */
    Kept notModified(Exchange exchange, Earlier earlier, Found found) {
        return keep(exchange, context(Capture.Role.PAGE, Optional.empty(), found, earlier.original()), false);
    }

    /** A part of a page. */
    Kept requisite(Exchange exchange, Capture page, Optional<Capture> earlier) {
        Found found = new Found(Optional.of(page.url()), "E", Map.of());
        return keep(exchange, context(Capture.Role.REQUISITE, Optional.of(page), found, earlier), earlier.isEmpty());
    }

    /** A robots.txt as fetched on the way. */
    void robots(Exchange exchange) {
        keep(exchange, context(Capture.Role.ROBOTS, Optional.empty(), Found.by("P"), Optional.empty()), true);
    }

    private static CaptureContext context(
            Capture.Role role, Optional<Capture> page, Found found, Optional<Capture> earlier) {
        return new CaptureContext(
                role, page.map(Capture::recordId), found.via(), found.hops(), earlier, Optional.empty(), found.facts());
    }

    private Kept keep(Exchange exchange, CaptureContext context, boolean mayRepeat) {
        UrlKey key = UrlKey.of(exchange.url());
        boolean known = store.read(tx -> tx.captures().latest(key)).isPresent();
        CaptureContext full =
                mayRepeat ? repeat(exchange, key).map(context::repeating).orElse(context) : context;
        try {
            Capture capture = append(exchange, full);
            Optional<Version> version = index.index(capture);
            return new Kept(capture, Documents.status(Optional.of(exchange.responseHead())), version, known);
        } catch (IOException e) {
            throw new PipelineException(Trouble.STORAGE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Stores the records; the fetched body, which may lie in a file, is let go in any case. */
    private Capture append(Exchange exchange, CaptureContext context) throws IOException {
        try {
            Capture capture = warcs.append(warcs.prepare(exchange, context));
            house.wrote(capture);
            return capture;
        } finally {
            Documents.discard(exchange.body());
        }
    }

    /** An earlier capture with the same payload under the same status and type: then a revisit says all there is to say. */
    private Optional<Capture> repeat(Exchange exchange, UrlKey key) {
        if (exchange.body().length() == 0 || exchange.truncated().isPresent()) {
            return Optional.empty();
        }
        return store.read(tx -> tx.captures().original(key, exchange.body().sha256()))
                .filter(original -> original.status() == exchange.responseHead().status());
    }

    /** The stored payload under the head that came with it: of a revisit, its original. */
    ArchivedResponse payload(Capture capture) throws IOException {
        Optional<Capture> original = capture.refersTo()
                .flatMap(named -> store.read(tx -> tx.captures().original(named)));
        return warcs.read(original.orElse(capture), named -> Optional.empty());
    }
}
