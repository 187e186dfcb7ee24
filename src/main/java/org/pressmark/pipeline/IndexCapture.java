package org.pressmark.pipeline;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pressmark.extract.Extractor;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Claim;
import org.pressmark.model.Digest;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.provenance.ClaimReader;
import org.pressmark.provenance.FeedClaims;
import org.pressmark.reuse.Fingerprints;
import org.pressmark.reuse.Wording;
import org.pressmark.store.Store;
import org.pressmark.store.Tx;

/**
 * Enters stored captures into the index: their rows and, for pages, the article with its claims and fingerprints, all read
 * from the WARC file. Capture, import, catch-up and rebuild all come this way, so the rows come out the same.
 */
final class IndexCapture {
    private static final int PLACED_TOGETHER = 1_000;

    private final Pipeline house;
    private final Store store;
    private final Extractor extractor = new Extractor();
    /** Pages into whose history captures were put: their versions are numbered once, when all are there. */
    private final Set<UrlKey> unnumbered = new HashSet<>();

    IndexCapture(Pipeline house, Store store) {
        this.house = house;
        this.store = store;
    }

    /** What a page says, ready to be stored. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Reading(Article article, Digest text, List<Claim> claims, long[] fingerprints) {
        /** Characters of its text, about what it takes of memory. */
        long length() {
            return article.blocks().stream()
                    .mapToLong(block -> block.text().length())
                    .sum();
        }
    }

    /**
     * Enters one capture and makes its rows safe.
     *
     * @return the version that it belongs to, where it holds an article
     */
    Optional<Version> index(Capture capture) {
        return index(capture, true);
    }

    /** @param advance whether everything before it in its file is indexed too */
    Optional<Version> index(Capture capture, boolean advance) {
        Optional<Reading> reading = reading(capture);
        List<FeedClaims.Item> feed = FeedWords.read(house, capture);
        Set<String> concluded = new TreeSet<>();
        boolean says = reading.isPresent() || repeatsPage(capture) || !feed.isEmpty();
        Optional<Version> version = store.transaction(tx -> {
            if (says) {
                tx.inTurn();
            }
            if (advance) {
                advance(tx, capture);
            }
            Optional<Version> placed = enter(tx, capture, reading, concluded);
            concluded.addAll(FeedWords.enter(tx, capture, feed));
            return placed;
        });
        reading.ifPresent(said -> log(capture, said));
        if (!feed.isEmpty()) {
            house.journal().add(Leaves.claims(capture.recordId(), FeedWords.claims(feed)));
        }
        house.journal().texts(concluded);
        return version;
    }

    /** What was read goes into the log: which text, and which claims. */
    private void log(Capture capture, Reading said) {
        house.journal()
                .add(Leaves.version(
                        capture.recordId(), said.text(), said.article().extractor()));
        house.journal().add(Leaves.claims(capture.recordId(), said.claims()));
    }

    /**
     * Enters the rows of many captures, without reading the articles; how far their files are indexed is said elsewhere. They
     * are seen at once, and safe after the next {@link Store#sync}: until then the WARC files hold them.
     *
     * @return how many they are without those whose record id the index had already
     */
    int enterRows(List<Capture> captures) {
        boolean says = captures.stream().anyMatch(IndexCapture::repeatsPage);
        return store.batch(tx -> {
            if (says) {
                tx.inTurn();
            }
            List<Capture> added = tx.captures().insertAll(captures);
            placeLike(tx, added.stream().filter(IndexCapture::repeatsPage).toList());
            return added.size();
        });
    }

    /** What a stored capture says, whatever it is. */
    record Said(Capture capture, Optional<Reading> reading, List<FeedClaims.Item> feed) {
        long length() {
            return reading.map(Reading::length).orElse(0L);
        }
    }

    /** Reads what a capture says; any thread may. */
    Said said(Capture capture) {
        return new Said(capture, reading(capture), FeedWords.read(house, capture));
    }

    /**
     * Enters what captures say as one unit of work, to be made safe by a later {@link Store#sync}; how far their files are
     * indexed is said elsewhere.
     *
     * @return how many they are without those whose record id the index had already
     */
    int indexInBatch(List<Said> captures) {
        return store.batch(tx -> {
            tx.inTurn();
            int added = 0;
            for (Said said : captures) {
                Capture capture = said.capture();
                if (tx.captures().find(capture.recordId()).isEmpty()) {
                    enter(tx, capture, said.reading(), new TreeSet<>());
                    FeedWords.enter(tx, capture, said.feed());
                    added++;
                } else {
                    tx.captures().insert(capture);
                }
            }
            return added;
        });
    }

    /** Gives revisits that were entered before their originals what those say. */
    void placeRevisits() {
        Optional<Capture> last = Optional.empty();
        do {
            Optional<Capture> before = last;
            List<Capture> some = store.read(tx -> tx.captures().revisitsWithoutText(before, PLACED_TOGETHER));
            some.forEach(revisit -> store.batch(tx -> {
                tx.inTurn();
                return placeLike(tx, revisit, new TreeSet<>());
            }));
            last = some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
        } while (last.isPresent());
    }

    /** Numbers the versions of pages whose captures came in another order than that of their dates. */
    void number() {
        for (UrlKey page : unnumbered) {
            store.batch(tx -> {
                tx.versions().number(page);
                return true;
            });
        }
        unnumbered.clear();
    }

    private static void advance(Tx tx, Capture capture) {
        tx.files()
                .advance(
                        capture.location().file(),
                        capture.location().offset() + capture.location().length());
    }

    private Optional<Version> enter(Tx tx, Capture capture, Optional<Reading> reading, Set<String> concluded) {
        if (!tx.captures().insert(capture) && bornTwice(tx, capture)) {
            return Optional.empty();
        }
        if (repeatsPage(capture)) {
            return placeLike(tx, capture, concluded);
        }
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        Version version = place(tx, capture, reading.get());
        if (tx.versions().unnumbered()) {
            unnumbered.add(capture.key());
        }
        concluded.addAll(TraceProvenance.follow(tx, tx.versions().change()));
        return Optional.of(version);
    }

    /** Only pages have texts: the robots.txt of a crawl's own has none, be it a page of another. */
    private static boolean repeatsPage(Capture capture) {
        return capture.revisit() && capture.role() == Capture.Role.PAGE;
    }

    private void placeLike(Tx tx, List<Capture> revisits) {
        Set<String> saying = tx.versions()
                .saying(revisits.stream()
                        .flatMap(revisit -> original(revisit).stream())
                        .toList());
        for (Capture revisit : revisits) {
            if (original(revisit).map(saying::contains).orElse(true)) {
                placeLike(tx, revisit, new TreeSet<>());
            }
        }
    }

    private static Optional<String> original(Capture revisit) {
        return revisit.refersTo().flatMap(Capture.Original::recordId);
    }

    /** Whether the index has a record of the same id from another place: the first counts, whatever the other is. */
    private static boolean bornTwice(Tx tx, Capture capture) {
        return tx.captures()
                .find(capture.recordId())
                .filter(there -> !there.location().equals(capture.location()))
                .isPresent();
    }

    /** A revisit says what its original says, where that says anything. */
    private Optional<Version> placeLike(Tx tx, Capture revisit, Set<String> concluded) {
        Optional<Capture> original = tx.captures().original(revisit.refersTo().orElseThrow());
        if (original.isEmpty()
                || tx.versions().ofCapture(original.get().recordId()).isEmpty()) {
            return Optional.empty();
        }
        Optional<Version> version =
                tx.versions().placeLike(revisit, original.get().recordId());
        if (tx.versions().unnumbered()) {
            unnumbered.add(revisit.key());
        }
        concluded.addAll(TraceProvenance.follow(tx, tx.versions().change()));
        return version;
    }

    static Version place(Tx tx, Capture capture, Reading said) {
        Version version = tx.versions().place(capture, said.article(), said.text());
        tx.claims().replace(capture.recordId(), said.claims());
        tx.fingerprints().replace(said.text(), said.fingerprints());
        return version;
    }

    /** Reads the article; a page that cannot be read stays a capture without one, and says so. */
    private Optional<Reading> reading(Capture capture) {
        if (capture.revisit() || !Documents.readable(capture)) {
            return Optional.empty();
        }
        return Guarded.call(capture.url(), () -> read(capture), house.notices())
                .filter(said -> Wording.present(said.article()));
    }

    Reading read(Capture capture) throws IOException {
        ArchivedResponse response = house.warcs().read(capture, original -> Optional.empty());
        Article article = ReadableText.of(Documents.payload(response).bytes(), response.contentType(), capture.url())
                .article(extractor);
        return new Reading(
                article,
                Wording.digest(article),
                ClaimReader.read(article, capture.recordId()),
                Fingerprints.of(article.body()));
    }
}
