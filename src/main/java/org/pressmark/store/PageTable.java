package org.pressmark.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Capture;
import org.pressmark.model.KeyRange;
import org.pressmark.model.UrlKey;

/** Table {@code page}: kept up by {@link CaptureTable} and {@link VersionTable}. */
public final class PageTable {
    private static final String COLUMNS =
            "SELECT c.*, f.name AS file_name, p.first_at, p.first_ns, p.captures, p.versions, (SELECT v.headline FROM"
                    + " version v WHERE v.page_key = p.page_key ORDER BY v.page_key DESC, v.first_at DESC, v.first_ns"
                    + " DESC, v.first_capture DESC LIMIT 1) AS headline ";

    private static final String SELECT = COLUMNS + """
        FROM page p
        JOIN capture c ON c.record_key = p.last_capture
        JOIN warc_file f ON f.id = c.file_id
        """;

    /**
     * What people came for: a page with an article, or a document that was had. Not robots.txt, feeds, sitemaps and errors,
     * which a crawl asks for on its way.
     */
    private static final String READING = """
        WHERE (p.versions > 0 OR (c.status < 400 AND c.url NOT LIKE '%/robots.txt'
          AND (c.media_type NOT LIKE '%xml' OR c.media_type = 'application/xhtml+xml')
          AND c.media_type <> 'application/feed+json'
          AND NOT EXISTS (SELECT 1 FROM frontier q WHERE q.page_key = p.page_key AND q.task IN ('feed', 'sitemap'))))
        """;

    private final Sql sql;

    PageTable(Sql sql) {
        this.sql = sql;
    }

    /** The page of this key. */
    public Optional<Page> find(UrlKey key) {
        return sql.first(SELECT + "WHERE p.page_key = ?", PageTable::map, Keys.of(key));
    }

    /** All pages, the last captured first. */
    public List<Page> all(int offset, int limit) {
        return sql.list(
                SELECT + "ORDER BY p.last_at DESC, p.page_key DESC LIMIT ? OFFSET ?", PageTable::map, limit, offset);
    }

    /** The same without robots.txt files, feeds, sitemaps and errors. */
    public List<Page> reading(int offset, int limit) {
        return sql.list(
                SELECT + READING + "ORDER BY p.last_at DESC, p.page_key DESC LIMIT ? OFFSET ?",
                PageTable::map,
                limit,
                offset);
    }

    /** How many pages {@link #reading} gives in all. */
    public long countReading() {
        return sql.number("SELECT count(*) FROM page p JOIN capture c ON c.record_key = p.last_capture " + READING);
    }

    /** Addresses of pages whose keys begin so, each as last captured, in the order of their keys. */
    public List<String> beginning(String key, int limit) {
        KeyRange all = new KeyRange(KeyRange.Match.PREFIX, CaptureKeys.start(key), "");
        return sql.list(
                "SELECT c.url FROM capture c JOIN page p ON p.page_key = c.page_key AND p.last_capture = c.record_key "
                        + "WHERE c.key_start >= ? AND c.key_start < ? ORDER BY c.key_start LIMIT ?",
                row -> row.text("url"),
                all.first(),
                all.last(),
                limit);
    }

    /** What a host's pages are ordered by; among equals by their keys. */
    public enum By {
        KEY(""),
        VERSIONS("p.versions DESC, "),
        CAPTURES("p.captures DESC, "),
        LAST("p.last_at DESC, p.last_ns DESC, ");

        private final String sql;

        By(String sql) {
            this.sql = sql;
        }
    }

    /** Pages of a host. */
    public List<Page> ofHost(String host, By order, int offset, int limit) {
        KeyRange range = KeyRange.of(KeyRange.Match.HOST, host);
        return sql.list(COLUMNS + """
            FROM capture c
            JOIN page p ON p.page_key = c.page_key AND p.last_capture = c.record_key
            JOIN warc_file f ON f.id = c.file_id
            WHERE c.key_start >= ? AND c.key_start < ? ORDER BY
            """ + order.sql + """
            c.key_start, p.page_key LIMIT ? OFFSET ?
            """, PageTable::map, range.first(), range.last(), limit, offset);
    }

    /** How many pages there are. */
    public long count() {
        return sql.number("SELECT count(*) FROM page");
    }

    /** Counts a page without one of its captures, which is gone. */
    void without(Capture gone) {
        if (gone.role() != Capture.Role.PAGE) {
            return;
        }
        UUID key = Keys.of(gone.key());
        Optional<Last> first = end(key, "");
        Optional<Last> last = end(key, " DESC");
        if (first.isEmpty() || last.isEmpty()) {
            sql.update("DELETE FROM page WHERE page_key = ?", key);
        } else {
            sql.update(
                    "UPDATE page SET first_at = ?, first_ns = ?, last_at = ?, last_ns = ?, last_capture = ?, "
                            + "captures = captures - 1 WHERE page_key = ?",
                    Sql.at(first.get().date),
                    Sql.ns(first.get().date),
                    Sql.at(last.get().date),
                    Sql.ns(last.get().date),
                    last.get().key,
                    key);
        }
    }

    /** The first of a page's captures or, in falling order, the last. */
    private Optional<Last> end(UUID key, String way) {
        return sql.first(
                "SELECT captured_at, captured_ns, record_key FROM capture WHERE page_key = ? AND purpose = ? ORDER BY"
                        + " page_key"
                        + way + ", captured_at" + way + ", captured_ns" + way + ", record_key" + way + " LIMIT 1",
                row -> new Last(row.instant("captured"), row.key("record_key")),
                key,
                Sql.word(Capture.Role.PAGE));
    }

    /** Takes new captures into account: those whose role is that of a page. */
    void count(Collection<Capture> added) {
        Map<UUID, Sum> sums = new TreeMap<>();
        for (Capture capture : added) {
            if (capture.role() == Capture.Role.PAGE) {
                sums.merge(Keys.of(capture.key()), Sum.of(capture), Sum::plus);
            }
        }
        List<@Nullable Object[]> known = new ArrayList<>();
        for (List<UUID> part : Sql.parts(sums.keySet())) {
            sql.each(
                    "SELECT p.* FROM page p WHERE page_key IN (" + Sql.marks(part.size()) + ") FOR UPDATE",
                    row -> {
                        UUID key = row.key("page_key");
                        Sum before = new Sum(
                                row.text("url_key"),
                                row.instant("first"),
                                new Last(row.instant("last"), row.key("last_capture")),
                                row.integer("captures"));
                        Sum now = sums.get(key);
                        if (now != null) {
                            known.add(before.plus(now).values(key));
                            sums.remove(key);
                        }
                    },
                    part.toArray());
        }
        List<@Nullable Object[]> fresh = new ArrayList<>();
        sums.forEach((key, sum) -> fresh.add(sum.values(key)));
        sql.batch("""
            UPDATE page SET url_key = ?, first_at = ?, first_ns = ?, last_at = ?, last_ns = ?, last_capture = ?,
              captures = ? WHERE page_key = ?\
            """, known);
        sql.batch("""
            INSERT INTO page (url_key, first_at, first_ns, last_at, last_ns, last_capture, captures, page_key, versions,
              numbered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)\
            """, fresh);
    }

    private static Page map(Row row) throws SQLException {
        Capture last = CaptureRow.read(row);
        return new Page(
                last.key(),
                row.instant("first"),
                last,
                row.integer("captures"),
                row.integer("versions"),
                row.optionalText("headline"));
    }

    /** A capture by its place in the order of captures. */
    private record Last(Instant date, UUID key) {
        private static final Comparator<Last> ORDER =
                Comparator.comparing(Last::date).thenComparing(Last::key, Keys.ORDER);
    }

    private record Sum(String urlKey, Instant first, Last last, int captures) {
        static Sum of(Capture capture) {
            return new Sum(
                    capture.key().surt(), capture.date(), new Last(capture.date(), Keys.of(capture.recordId())), 1);
        }

        Sum plus(Sum other) {
            return new Sum(
                    urlKey,
                    first.isBefore(other.first) ? first : other.first,
                    Last.ORDER.compare(last, other.last) >= 0 ? last : other.last,
                    captures + other.captures);
        }

        @Nullable
        Object[] values(UUID key) {
            return new @Nullable Object[] {
                urlKey, Sql.at(first), Sql.ns(first), Sql.at(last.date), Sql.ns(last.date), last.key, captures, key
            };
        }
    }
}
