package org.pressmark.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.config.Setting;
import org.pressmark.extract.Extractor;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Claim;
import org.pressmark.model.Digest;
import org.pressmark.model.Version;
import org.pressmark.provenance.ClaimReader;
import org.pressmark.reuse.Fingerprints;
import org.pressmark.reuse.Wording;
import org.pressmark.store.Store;
import org.pressmark.store.Tx;

/**
 * Enters stored captures into the index: their rows and, for pages, the article with its claims and fingerprints, all read
 * from the WARC file. Capture, import, catch-up and rebuild all come this way, so the rows come out the same.
 */
final class IndexCapture {
    private final Pipeline house;
    private final Store store;
    private final Extractor extractor = new Extractor();

    IndexCapture(Pipeline house, Store store) {
        this.house = house;
        this.store = store;
    }

    /** What a page says, ready to be stored. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    private record Reading(Article article, Digest text, List<Claim> claims, long[] fingerprints) {}

    /**
     * Enters one capture and makes its rows safe.
     *
     * @return the version that it belongs to, where it holds an article
     */
    Optional<Version> index(Capture capture) {
        Optional<Reading> reading = reading(capture);
        return store.transaction(tx -> enter(tx, capture, reading));
    }

    /** The same, to be made safe by a later {@link Store#sync}. */
    Optional<Version> indexInBatch(Capture capture) {
        Optional<Reading> reading = reading(capture);
        return store.batch(tx -> enter(tx, capture, reading));
    }

    private static Optional<Version> enter(Tx tx, Capture capture, Optional<Reading> reading) {
        tx.captures().insert(capture);
        tx.files()
                .advance(
                        capture.location().file(),
                        capture.location().offset() + capture.location().length());
        if (reading.isEmpty() && capture.refersTo().isEmpty()) {
            return Optional.empty();
        }
        Set<String> before = TraceProvenance.firsts(tx, capture.key());
        Optional<Version> version = capture.refersTo().isPresent()
                ? tx.captures()
                        .original(capture.refersTo().get())
                        .flatMap(original -> tx.versions().placeLike(capture, original.recordId()))
                : reading.map(said -> place(tx, capture, said));
        TraceProvenance.follow(tx, capture.key(), before);
        return version;
    }

    private static Version place(Tx tx, Capture capture, Reading said) {
        Version version = tx.versions().place(capture, said.article(), said.text());
        tx.claims().replace(capture.recordId(), said.claims());
        tx.fingerprints().replace(said.text(), said.fingerprints());
        return version;
    }

    /** True where pages are stored now and read later. */
    private boolean deferred() {
        return !house.settings().flag(Setting.CAPTURE_EXTRACT);
    }

    /** Reads the article; a page that cannot be read stays a capture without one, and says so. */
    private Optional<Reading> reading(Capture capture) {
        if (deferred() || capture.revisit() || !Documents.readable(capture)) {
            return Optional.empty();
        }
        return Guarded.call(capture.url(), () -> read(capture), house.notices())
                .filter(said -> Wording.present(said.article()));
    }

    private Reading read(Capture capture) throws IOException {
        ArchivedResponse response = house.warcs().read(capture, original -> Optional.empty());
        Article article = extractor.extract(Documents.payload(response).bytes(), response.contentType(), capture.url());
        return new Reading(
                article,
                Wording.digest(article),
                ClaimReader.read(article, capture.recordId()),
                Fingerprints.of(article.body()));
    }
}
