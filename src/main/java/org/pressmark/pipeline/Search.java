package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Field;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.replay.TimeSpec;
import org.pressmark.report.SearchHit;
import org.pressmark.report.SearchPage;
import org.pressmark.search.Excerpt;
import org.pressmark.search.Found;
import org.pressmark.search.IndexedText;
import org.pressmark.search.Wanted;
import org.pressmark.search.WordIndex;
import org.pressmark.store.SearchTable;
import org.pressmark.store.SearchTable.Due;
import org.pressmark.store.StoreLocation;

/**
 * Finds stored articles by their words: all texts that a page ever had, one hit a page. The word index is brought up to date
 * first; what it does not know stands in the database, written with the texts themselves, so nothing is ever missed for good.
 */
public final class Search {
    static final String FOLDER = "words";
    private static final int TOGETHER = 500;
    /** So many pages are entered before all is committed. */
    private static final int COMMIT = 20_000;

    /** Pages of which it is known that they were entered. */
    private static final int LATELY = 10_000;

    private final Pipeline house;
    private final Path folder;
    private WordIndex index;

    public Search(Pipeline house) {
        this.house = house;
        this.folder = house.folder().resolve(StoreLocation.FOLDER).resolve(FOLDER);
        this.index = new WordIndex(folder);
    }

    /**
     * What is looked for.
     *
     * @param words see {@link Wanted}: words that must all be there, phrases in quotes, {@code begin*}, {@code -not}; empty
     *     text: every text
     * @param titleOnly only in headlines
     * @param site a host and what lies below it
     * @param url an address that the page's begins with, whatever its scheme and {@code www.}
     * @param from only texts that were seen in this time or later, e.g. {@code 2024-03}, {@code last week}
     * @param to only texts that were seen before this time ended
     * @param newestFirst by time, and not by what answers best
     * @param offset so many pages are passed over
     * @param limit at most so many pages
     */
    public record Query(
            String words,
            boolean titleOnly,
            Optional<String> site,
            Optional<String> url,
            Optional<String> from,
            Optional<String> to,
            boolean newestFirst,
            int offset,
            int limit) {
        public Query {
            Objects.requireNonNull(words);
            if (offset < 0 || limit < 1) {
                throw new IllegalArgumentException(
                        "expected an offset from 0 and a limit from 1, found: " + offset + ", " + limit);
            }
        }

        /** The first ten pages that hold these words. */
        public static Query of(String words) {
            return new Query(
                    words, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, 0, 10);
        }
    }

    /** Brings the word index up to date and looks. */
    public SearchPage find(Query query) throws IOException {
        catchUp(entered -> {});
        return look(query);
    }

    /** Looks into the word index as it is. */
    public SearchPage look(Query query) throws IOException {
        Wanted wanted = new Wanted(
                query.words(),
                query.titleOnly(),
                query.site().map(Search::host),
                query.url().map(url -> UrlKey.of(url).surt()),
                query.from().map(words -> time(words).from()),
                query.to().map(words -> time(words).to()),
                query.newestFirst());
        if (wanted.wordless()) {
            throw new PipelineException(
                    Trouble.INPUT,
                    query.words() + ": expected words to look for, found none; letters or digits make a word");
        }
        Found found = index.find(wanted, query.offset(), query.limit());
        List<SearchHit> hits = new ArrayList<>();
        for (Found.Hit hit : found.texts()) {
            hit(hit, wanted).ifPresent(hits::add);
        }
        long waiting =
                house.onlyRead() ? 0 : house.store().read(tx -> tx.search().waiting());
        return new SearchPage(hits, found.pages(), found.all(), waiting);
    }

    /**
     * Enters the texts that the word index does not know, as far as no other process is doing so.
     *
     * @param progress hears how many pages are entered
     */
    public void catchUp(LongConsumer progress) throws IOException {
        if (house.onlyRead()) {
            index = house.wordsAside().upToDate(folder, this::enter, progress);
            return;
        }
        boolean anew = index.missing() || house.store().read(tx -> tx.search().everything());
        if (!anew && house.store().read(tx -> tx.search().due(0, 1)).rows().isEmpty()) {
            return;
        }
        Optional<WordIndex.Change> begun = index.change(anew);
        if (begun.isEmpty()) {
            return;
        }
        try (WordIndex.Change change = begun.get()) {
            if (anew) {
                // The empty index first: dies this process between the two, the next one begins in the same way.
                change.commit();
                house.store().write(tx -> tx.search().begin());
            }
            long entered = 0;
            List<Due> done = new ArrayList<>();
            long known = house.store().read(tx -> tx.search().last());
            Set<UUID> lately = new HashSet<>();
            for (Due due = after(0); !due.rows().isEmpty(); due = after(due.last())) {
                // a page has as many rows as captures came; once it is entered, those that were there then are done
                Set<UUID> pages = new HashSet<>(due.pages());
                pages.removeAll(due.last() <= known ? lately : Set.of());
                lately = lately.size() > LATELY ? new HashSet<>() : lately;
                lately.addAll(pages);
                for (UUID page : pages) {
                    enter(change, page);
                }
                done.add(due);
                entered += due.pages().size();
                progress.accept(entered);
                if (done.size() * TOGETHER >= COMMIT) {
                    settle(change, done);
                }
            }
            settle(change, done);
        }
    }

    private Due after(long row) {
        return house.store().read(tx -> tx.search().due(row, TOGETHER));
    }

    /** First the index, then the word that it knows: the other way round a crash would lose texts. */
    private void settle(WordIndex.Change change, List<Due> done) throws IOException {
        change.commit();
        for (Due due : done) {
            house.store().write(tx -> tx.search().done(due));
        }
        done.clear();
    }

    /** Some texts at a time: a page may have more than memory holds. What changes meanwhile waits again. */
    private void enter(WordIndex.Change change, UUID page) throws IOException {
        change.remove(page.toString());
        List<SearchTable.Text> texts = List.of();
        for (int from = 0; from == 0 || !texts.isEmpty(); from += TOGETHER) {
            int offset = from;
            texts = house.store().read(tx -> tx.search().texts(page, offset, TOGETHER));
            for (SearchTable.Text text : texts) {
                change.add(indexed(text));
            }
        }
    }

    private static IndexedText indexed(SearchTable.Text text) {
        Version version = text.version();
        Article article = text.article();
        return new IndexedText(
                SearchTable.key(version.page()).toString(),
                version.page().surt(),
                version.number(),
                version.firstCapture(),
                host(text.url()),
                article.headline().map(Field::value).orElse(""),
                article.body(),
                version.firstSeen(),
                version.lastSeen());
    }

    /** The hit with its text; nothing where the text has changed since it was entered. */
    private Optional<SearchHit> hit(Found.Hit hit, Wanted wanted) {
        return house.store().read(tx -> {
            Optional<Capture> capture = tx.captures().find(hit.record());
            Optional<Version> version = tx.versions().ofCapture(hit.record());
            Optional<Article> article = tx.articles().ofCapture(hit.record());
            if (capture.isEmpty() || version.isEmpty() || article.isEmpty()) {
                return Optional.<SearchHit>empty();
            }
            Excerpt excerpt = Excerpt.of(article.get().body(), wanted);
            return Optional.of(new SearchHit(
                    capture.get().url(),
                    version.get(),
                    hit.texts(),
                    excerpt.text(),
                    excerpt.marks().stream()
                            .map(mark -> new SearchHit.Mark(mark.start(), mark.end()))
                            .toList()));
        });
    }

    private static String host(String url) {
        return WebAddress.parse(url).map(WebAddress::host).orElse(url);
    }

    private TimeSpec time(String words) {
        try {
            return TimeSpec.dated(words, house.clock());
        } catch (IllegalArgumentException e) {
            throw new PipelineException(Trouble.INPUT, String.valueOf(e.getMessage()), e);
        }
    }
}
