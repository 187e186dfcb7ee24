package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Claim;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.report.ArchivePage;
import org.pressmark.report.PageLine;
import org.pressmark.report.SitePage;
import org.pressmark.store.Attempt;
import org.pressmark.store.Page;
import org.pressmark.store.PageTable;
import org.pressmark.store.Totals;

/** What the archive holds: pages, their captures and versions, one capture in full. */
public final class Holdings {
    /** So many captures of one page are shown. */
    private static final int MOST = 10_000;

    private final Pipeline house;

    public Holdings(Pipeline house) {
        this.house = house;
    }

    /** The size of the archive. */
    public record Size(long files, long bytes, long captures, long pages, long versions) {}

    /**
     * A page in full.
     *
     * @param captures oldest first
     * @param versions the first first
     * @param versionOf for each capture the number of its version, 0 where it has none
     * @param attempts that gave nothing to store, the last first
     */
    public record PageInFull(
            UrlKey key,
            List<Capture> captures,
            List<Version> versions,
            List<Integer> versionOf,
            List<String> attempts) {}

    /**
     * A capture in full.
     *
     * @param parts what was captured in its course
     */
    public record CaptureInFull(
            Capture capture,
            Optional<Version> version,
            Optional<Article> article,
            List<Claim> claims,
            List<Capture> parts) {}

    /** Pages, the last captured first. */
    public List<PageLine> pages(int offset, int limit) {
        return house.store().read(tx -> tx.pages().all(offset, limit)).stream()
                .map(Holdings::listed)
                .toList();
    }

    /** Pages of a host. */
    public List<PageLine> ofHost(String host, SitePage.Order order, int offset, int limit) {
        PageTable.By by = switch (order) {
            case ADDRESS -> PageTable.By.KEY;
            case TEXTS -> PageTable.By.VERSIONS;
            case CAPTURES -> PageTable.By.CAPTURES;
            case LAST -> PageTable.By.LAST;
        };
        return house.store().read(tx -> tx.pages().ofHost(host, by, offset, limit)).stream()
                .map(Holdings::listed)
                .toList();
    }

    /** Pages, the last captured first, without what a crawl asks for on its way: robots.txt files, feeds, sitemaps, and errors. */
    public List<PageLine> reading(int offset, int limit) {
        return house.store().read(tx -> tx.pages().reading(offset, limit)).stream()
                .map(Holdings::listed)
                .toList();
    }

    /** How many pages {@link #reading} leaves out. */
    public long leftOut() {
        return house.store().read(tx -> tx.pages().count() - tx.pages().countReading());
    }

    /** How the archive grew, month by month. */
    public List<ArchivePage.Grown> growth() {
        return house.store().read(tx -> tx.growth()).stream()
                .map(row -> new ArchivePage.Grown(row.month(), row.captures(), row.bytes()))
                .toList();
    }

    /** Bytes that are free where the archive lies. */
    public long free() throws IOException {
        return Files.getFileStore(house.folder()).getUsableSpace();
    }

    public Size size() {
        Totals totals = house.store().read(tx -> tx.totals());
        return new Size(totals.files(), totals.bytes(), totals.captures(), totals.pages(), totals.versions());
    }

    /** A page with its captures and versions; empty where the archive has none and no attempt was made. */
    public Optional<PageInFull> page(String url) {
        UrlKey key = UrlKey.of(url);
        return house.store().read(tx -> {
            List<Capture> captures = tx.captures().of(key, 0, MOST);
            List<Attempt> attempts = tx.attempts().of(key, 20);
            if (captures.isEmpty() && attempts.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new PageInFull(
                    key,
                    captures,
                    tx.versions().of(key),
                    tx.versions().numbers(key, 0, MOST),
                    attempts.stream()
                            .map(attempt -> attempt.date() + " " + attempt.outcome() + ": " + attempt.detail())
                            .toList()));
        });
    }

    /** Some of a page's captures, oldest first, and the versions that they belong to; empty where nothing is stored. */
    public Optional<PageInFull> part(String url, int offset, int limit) {
        UrlKey key = UrlKey.of(url);
        return house.store().read(tx -> {
            List<Capture> captures = tx.captures().of(key, offset, limit);
            if (captures.isEmpty() && tx.captures().count(key) == 0) {
                return Optional.empty();
            }
            List<Integer> numbers = tx.versions().numbers(key, offset, limit);
            IntSummaryStatistics named = numbers.stream()
                    .mapToInt(number -> number)
                    .filter(number -> number > 0)
                    .summaryStatistics();
            List<Version> versions = named.getCount() == 0
                    ? List.of()
                    : tx.versions().of(key, named.getMin() - 1, named.getMax() - named.getMin() + 1);
            return Optional.of(new PageInFull(key, captures, versions, numbers, List.of()));
        });
    }

    /** A page's captures, oldest first. */
    public List<Capture> captures(String url) {
        return house.store().read(tx -> tx.captures().of(UrlKey.of(url), 0, MOST));
    }

    /** The capture with this record id. */
    public Optional<Capture> find(String recordId) {
        return house.store().read(tx -> tx.captures().find(recordId));
    }

    /** One capture with everything that is known of it. */
    public CaptureInFull capture(Capture capture) {
        return house.store()
                .read(tx -> new CaptureInFull(
                        capture,
                        tx.versions().ofCapture(capture.recordId()),
                        tx.articles().ofCapture(capture.recordId()),
                        Stream.concat(
                                        tx.claims().ofCapture(capture.recordId()).stream(),
                                        tx.claims().ofFeeds(capture.key()).stream())
                                .toList(),
                        tx.captures().course(capture.recordId())));
    }

    private static PageLine listed(Page page) {
        return new PageLine(
                page.last().url(),
                page.headline().orElse(""),
                page.captures(),
                page.versions(),
                page.firstSeen(),
                page.last().date());
    }
}
