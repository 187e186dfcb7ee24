package org.pressmark.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pressmark.extract.Extractor;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.provenance.FeedClaims;
import org.pressmark.reuse.Wording;
import org.pressmark.store.Store;
import org.pressmark.store.Tx;
import org.pressmark.store.VersionChange;

/**
 * Reads all stored pages again by this program's rules: articles, and what depends on them. Each capture is one unit of work,
 * so it can be stopped anywhere; the next run goes on with those that do not carry the present rules' name. The index
 * comes out as a rebuild would make it; the log hears what is read otherwise than it says.
 */
public final class ReextractArticles {
    private final Pipeline house;
    private final Store store;
    private final IndexCapture index;

    public ReextractArticles(Pipeline house) {
        this.house = house;
        this.store = house.store();
        this.index = new IndexCapture(house, store);
    }

    /**
     * What is to be read again.
     *
     * @param url only captures of this address
     * @param all also articles that the present rules made
     * @param dryRun tell what would change, and change nothing
     */
    public record Wanted(Optional<String> url, boolean all, boolean dryRun) {}

    /**
     * A capture whose article is another now.
     *
     * @param fields names of the fields that differ; {@code found} for an article where there was none, {@code lost} for the
     *     reverse
     */
    public record Changed(String url, Instant captured, String recordId, List<String> fields) {
        public Changed {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What came of it.
     *
     * @param read documents that were read again
     * @param same articles that came out the same
     * @param without documents that hold no article, as before
     * @param failed documents that could not be read; their articles stay as they are
     * @param current articles that carried the present rules' name already
     * @param byField how many articles changed in each field
     */
    public record Done(
            String extractor,
            long read,
            long same,
            long without,
            long failed,
            long current,
            Map<String, Long> byField,
            List<Changed> changed) {}

    /** Hears how far it is. */
    public interface Progress {
        void at(long done, long all, long changed);
    }

    /** Does it. */
    public Done run(Wanted wanted, Progress progress) {
        if (!wanted.dryRun()) {
            house.needWritableIndex();
        }
        Optional<UrlKey> page = wanted.url().map(UrlKey::of);
        if (page.isPresent() && store.read(tx -> tx.captures().count(page.get())) == 0) {
            throw new PipelineException(
                    PipelineException.Trouble.NOT_FOUND,
                    wanted.url().orElse("") + ": not in the archive " + house.folder()
                            + "; 'pressmark list' shows what is");
        }
        Optional<String> skip = wanted.all() ? Optional.empty() : Optional.of(Extractor.NAME);
        long current = wanted.all() || page.isPresent()
                ? 0
                : store.read(tx -> tx.articles().madeBy(Extractor.NAME));
        List<Capture> captures = store.read(tx -> tx.captures().readOtherwise(skip, page));
        List<Capture> documents = captures.stream()
                .filter(capture -> !capture.revisit() && Documents.readable(capture))
                .toList();
        Count count = new Count();
        ReadAhead<Capture, Optional<IndexCapture.Reading>> pages = new ReadAhead<>(
                this::read,
                Capture::payloadLength,
                said -> said.map(IndexCapture.Reading::length).orElse(0L),
                some -> some.forEach(done -> {
                    again(done.item(), done.result(), wanted.dryRun(), count);
                    progress.at(count.read + count.failed, documents.size(), count.changed.size());
                }));
        documents.forEach(pages::add);
        pages.finish();
        if (!wanted.dryRun()) {
            captures.stream().filter(Documents::perhapsFeed).forEach(this::feed);
            captures.stream().filter(Capture::revisit).forEach(this::revisit);
            store.sync();
        }
        return new Done(
                Extractor.NAME,
                count.read,
                count.same,
                count.without,
                count.failed,
                current,
                count.byField,
                List.copyOf(count.changed));
    }

    private static final class Count {
        private long read;
        private long same;
        private long without;
        private long failed;
        private final Map<String, Long> byField = new LinkedHashMap<>();
        private final List<Changed> changed = new ArrayList<>();

        void changed(Capture capture, List<String> fields) {
            changed.add(new Changed(capture.url(), capture.date(), capture.recordId(), fields));
            fields.forEach(field -> byField.merge(field, 1L, Long::sum));
        }
    }

    private Optional<IndexCapture.Reading> read(Capture capture) {
        return Guarded.call(capture.url(), () -> index.read(capture), house.notices());
    }

    private void again(Capture capture, Optional<IndexCapture.Reading> reading, boolean dryRun, Count count) {
        if (reading.isEmpty()) {
            count.failed++;
            return;
        }
        count.read++;
        Optional<IndexCapture.Reading> said = reading.filter(found -> Wording.present(found.article()));
        Optional<Article> before = store.read(tx -> tx.articles().ofCapture(capture.recordId()));
        if (before.isEmpty() && said.isEmpty()) {
            count.without++;
            return;
        }
        List<String> fields = before.isEmpty()
                ? List.of("found")
                : said.map(now -> ArticleChanges.between(before.get(), now.article()))
                        .orElse(List.of("lost"));
        if (fields.isEmpty()) {
            count.same++;
        } else {
            count.changed(capture, fields);
        }
        if (!dryRun) {
            Set<String> concluded = fields.isEmpty() && stands(capture, before, said)
                    ? Set.of()
                    : store.batch(tx -> enter(tx, capture, said, !fields.isEmpty()));
            house.journal().texts(List.of(capture.recordId()));
            house.journal().texts(concluded);
        }
    }

    /** Whether the index says just this already, to the last row. */
    private boolean stands(Capture capture, Optional<Article> before, Optional<IndexCapture.Reading> said) {
        return before.isPresent()
                && said.isPresent()
                && before.get().equals(said.get().article())
                && store.read(tx -> tx.claims()
                                .ofCapture(capture.recordId())
                                .equals(said.get().claims())
                        && tx.versions()
                                .ofCapture(capture.recordId())
                                .filter(version ->
                                        version.textDigest().equals(said.get().text()))
                                .isPresent()
                        && Arrays.equals(
                                tx.fingerprints().of(said.get().text()),
                                said.get().fingerprints()));
    }

    private static Set<String> enter(Tx tx, Capture capture, Optional<IndexCapture.Reading> said, boolean changed) {
        tx.inTurn();
        boolean claims = said.isPresent()
                && !tx.claims().ofCapture(capture.recordId()).equals(said.get().claims());
        Set<String> around = changed || claims ? TraceProvenance.around(tx, capture) : Set.of();
        if (said.isPresent()) {
            IndexCapture.place(tx, capture, said.get());
        } else {
            tx.versions().remove(capture);
        }
        if (!changed && !claims) {
            return Set.of();
        }
        Set<String> todo = new TreeSet<>(around);
        tx.versions().ofCapture(capture.recordId()).map(Version::firstCapture).ifPresent(todo::add);
        return TraceProvenance.followText(tx, tx.versions().change(), todo);
    }

    /** What a feed says that was captured without being read. */
    private void feed(Capture feed) {
        List<FeedClaims.Item> items = FeedWords.read(house, feed);
        house.journal().texts(store.batch(tx -> {
            tx.inTurn();
            return FeedWords.enter(tx, feed, items);
        }));
    }

    /** A revisit says what its original says. */
    private void revisit(Capture revisit) {
        house.journal().texts(store.batch(tx -> {
            tx.inTurn();
            Set<String> around = TraceProvenance.around(tx, revisit);
            Optional<Capture> original =
                    revisit.refersTo().flatMap(named -> tx.captures().original(named));
            if (original.flatMap(found -> tx.versions().placeLike(revisit, found.recordId()))
                    .isEmpty()) {
                tx.versions().remove(revisit);
            }
            VersionChange change = tx.versions().change();
            return change.equals(VersionChange.NONE) ? Set.of() : TraceProvenance.followText(tx, change, around);
        }));
    }
}
