package org.pressmark.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;

/**
 * Tables {@code version} and {@code capture_text}. A version is a run of a page's captures, in order of their dates, with
 * the same text; the rows come out the same in whatever order the captures are added.
 */
public final class VersionTable {
    static final String SELECT = """
        SELECT v.*, c.url_key, c.record_id, w.digest
        FROM version v JOIN capture c ON c.record_key = v.first_capture JOIN wording w ON w.id = v.wording_id
        """;

    private final Sql sql;
    private final PageTable pages;
    private final ArticleTable articles;
    private final SearchTable search;

    VersionTable(Sql sql, PageTable pages, ArticleTable articles, SearchTable search) {
        this.search = search;
        this.sql = sql;
        this.pages = pages;
        this.articles = articles;
    }

    /**
     * Notes what a capture says, and to which version of its page it belongs. For the same capture again, as by newer rules
     * of extraction, the new article takes the old one's place.
     *
     * @param capture a stored capture
     * @param article its article
     * @param text digest of the folded article text; captures with the same belong together
     * @return the version that the capture belongs to now
     */
    public Version place(Capture capture, Article article, Digest text) {
        String headline = article.headline().map(field -> field.value()).orElse(capture.url());
        return place(capture, articles.keep(article), articles.wording(text), headline);
    }

    /**
     * Notes that a capture says what an earlier one says, as a revisit with the same payload does.
     *
     * @param original record id of the earlier capture
     * @return the version that the capture belongs to; empty where the original has no article
     */
    public Optional<Version> placeLike(Capture capture, String original) {
        return said(Keys.of(original)).map(said -> place(capture, said.article(), said.wording(), said.headline()));
    }

    /** Notes that a capture holds no article, where it was thought to hold one. */
    public void remove(Capture capture) {
        UUID page = Keys.of(capture.key());
        UUID key = Keys.of(capture.recordId());
        pages.lock(page);
        Optional<Said> before = said(key);
        if (before.isPresent()) {
            sql.update("DELETE FROM capture_text WHERE capture_key = ?", key);
            new VersionRuns(sql, page)
                    .settle(capture, before.get().wording(), false)
                    .ifPresent(n -> pages.setVersions(page, n));
            drop(before.get());
            search.changed(page);
        }
    }

    /** A page's versions, the first first. */
    public List<Version> of(UrlKey page) {
        return sql.list(SELECT + "WHERE v.page_key = ? ORDER BY v.number", VersionTable::map, Keys.of(page));
    }

    /** Record ids of the first captures of a page's versions. */
    public Set<String> firstCaptures(UrlKey page) {
        return new HashSet<>(sql.list("""
                SELECT c.record_id FROM version v JOIN capture c ON c.record_key = v.first_capture
                WHERE v.page_key = ?""", row -> row.text("record_id"), Keys.of(page)));
    }

    /** When a page's versions were first seen, the first first. */
    public List<Instant> begins(UrlKey page) {
        return sql.list(
                "SELECT first_at, first_ns FROM version WHERE page_key = ? ORDER BY number",
                row -> row.instant("first"),
                Keys.of(page));
    }

    /** The numbers of the versions that captures belong to, by record id; those without a text are left out. */
    public Map<String, Integer> numbers(List<Capture> captures) {
        Map<String, Integer> out = new HashMap<>();
        for (int from = 0; from < captures.size(); from += Sql.BATCH) {
            List<Capture> part = captures.subList(from, Math.min(captures.size(), from + Sql.BATCH));
            sql.each(
                    "SELECT c.record_id, t.version_number FROM capture_text t JOIN capture c ON c.record_key ="
                            + " t.capture_key WHERE t.capture_key IN (" + Sql.marks(part.size()) + ")",
                    row -> out.put(row.text("record_id"), row.integer("version_number")),
                    part.stream().map(capture -> Keys.of(capture.recordId())).toArray());
        }
        return out;
    }

    /** A page's version by its number, from 1. */
    public Optional<Version> find(UrlKey page, int number) {
        return sql.first(SELECT + "WHERE v.page_key = ? AND v.number = ?", VersionTable::map, Keys.of(page), number);
    }

    /** The version that a capture belongs to. */
    public Optional<Version> ofCapture(String recordId) {
        return sql.first(
                SELECT
                        + "JOIN capture_text t ON t.page_key = v.page_key AND t.version_number = v.number "
                        + "WHERE t.capture_key = ?",
                VersionTable::map,
                Keys.of(recordId));
    }

    /** Those of these captures, by their record ids, that say something: the others have no article, or none yet. */
    public Set<String> saying(Collection<String> recordIds) {
        Map<UUID, String> keys = new LinkedHashMap<>();
        recordIds.forEach(id -> keys.put(Keys.of(id), id));
        Set<String> out = new HashSet<>();
        for (List<UUID> part : Sql.parts(keys.keySet())) {
            sql.each(
                    "SELECT capture_key FROM capture_text WHERE capture_key IN (" + Sql.marks(part.size()) + ")",
                    row -> out.add(keys.getOrDefault(row.key("capture_key"), "")),
                    part.toArray());
        }
        return out;
    }

    /** For each of a page's captures, oldest first, the number of the version that it belongs to; 0 where it has no text. */
    public List<Integer> numbers(UrlKey page, int offset, int limit) {
        return sql.list("""
            SELECT coalesce(t.version_number, 0) AS number
            FROM capture c LEFT JOIN capture_text t ON t.capture_key = c.record_key
            WHERE c.page_key = ? ORDER BY c.page_key, c.captured_at, c.captured_ns, c.record_key LIMIT ? OFFSET ?\
            """, row -> row.integer("number"), Keys.of(page), limit, offset);
    }

    /** Versions with this text, on whatever page, the earliest seen first; so many at most. */
    public List<Version> withText(Digest text, int limit) {
        return sql.list(
                SELECT + "WHERE w.digest = ? ORDER BY v.first_at, v.first_ns, v.page_key, v.number LIMIT ?",
                VersionTable::map,
                text.toString(),
                limit);
    }

    /**
     * Versions that took the place of an earlier one: edits of pages, the last seen first.
     *
     * @param since first seen then or later
     * @param source of this source's addresses only
     */
    public List<Version> edits(Instant since, Optional<String> source, int limit) {
        List<Object> values = new ArrayList<>();
        source.ifPresent(values::add);
        values.add(Sql.at(since));
        values.add(limit);
        return sql.list(
                SELECT
                        + (source.isPresent() ? "JOIN frontier f ON f.page_key = v.page_key AND f.source = ? " : "")
                        + "WHERE v.number > 1 AND v.first_at >= ? "
                        + "ORDER BY v.first_at DESC, v.first_ns DESC, v.page_key, v.number DESC LIMIT ?",
                VersionTable::map,
                values.toArray());
    }

    /** A version that took the place of an earlier one, and the address under which it was first seen. */
    public record Replaced(Version before, Version after, String url) {}

    /**
     * The same with the versions whose place they took, the last seen first; those whose earlier version is gone are left out.
     */
    public List<Replaced> replaced(Optional<String> source, int limit) {
        String chosen = "FROM version n "
                + (source.isPresent() ? "JOIN frontier f ON f.page_key = n.page_key AND f.source = ? " : "")
                + "WHERE n.number > 1 ORDER BY n.first_at DESC, n.first_ns DESC, n.page_key, n.number DESC LIMIT ?";
        List<Object> values = new ArrayList<>();
        source.ifPresent(values::add);
        values.add(limit);
        Map<List<Object>, Version> before = new HashMap<>();
        sql.each(
                SELECT + "JOIN (SELECT n.page_key, n.number " + chosen
                        + ") m ON m.page_key = v.page_key AND v.number = m.number - 1",
                row -> before.put(List.of(row.key("page_key"), row.integer("number")), map(row)),
                values.toArray());
        List<Replaced> out = new ArrayList<>();
        sql.each(
                "SELECT v.*, c.url, c.url_key, c.record_id, w.digest FROM (SELECT n.* " + chosen
                        + ") v JOIN capture c ON c.record_key = v.first_capture JOIN wording w ON w.id = v.wording_id "
                        + "ORDER BY v.first_at DESC, v.first_ns DESC, v.page_key, v.number DESC",
                row -> {
                    Version earlier = before.get(List.of(row.key("page_key"), row.integer("number") - 1));
                    if (earlier != null) {
                        out.add(new Replaced(earlier, map(row), row.text("url")));
                    }
                },
                values.toArray());
        return out;
    }

    /** All versions, for what goes through everything; by page and number. */
    public List<Version> all(int offset, int limit) {
        return sql.list(SELECT + "ORDER BY v.page_key, v.number LIMIT ? OFFSET ?", VersionTable::map, limit, offset);
    }

    private record Said(UUID article, long wording, String headline) {}

    private Version place(Capture capture, UUID article, long wording, String headline) {
        UUID page = Keys.of(capture.key());
        UUID key = Keys.of(capture.recordId());
        pages.lock(page);
        Optional<Said> before = said(key);
        if (before.isEmpty()) {
            sql.update("""
                INSERT INTO capture_text (capture_key, page_key, version_number, article_key, wording_id, headline)
                VALUES (?, ?, 0, ?, ?, ?)\
                """, key, page, article, wording, headline);
        } else if (!before.get().equals(new Said(article, wording, headline))) {
            sql.update(
                    "UPDATE capture_text SET article_key = ?, wording_id = ?, headline = ? WHERE capture_key = ?",
                    article,
                    wording,
                    headline,
                    key);
        }
        new VersionRuns(sql, page)
                .settle(capture, wording, before.isEmpty())
                .ifPresent(n -> pages.setVersions(page, n));
        before.ifPresent(this::drop);
        search.changed(page);
        return ofCapture(capture.recordId())
                .orElseThrow(() -> new StoreException("the index lost the version of " + capture.recordId()));
    }

    private Optional<Said> said(UUID capture) {
        return sql.first(
                "SELECT article_key, wording_id, headline FROM capture_text WHERE capture_key = ?",
                row -> new Said(row.key("article_key"), row.number("wording_id"), row.text("headline")),
                capture);
    }

    private void drop(Said said) {
        articles.dropUnusedArticle(said.article());
        articles.dropUnusedWording(said.wording());
    }

    static Version map(Row row) throws SQLException {
        return new Version(
                new UrlKey(row.text("url_key")),
                row.integer("number"),
                row.text("record_id"),
                row.instant("first"),
                row.instant("last"),
                row.integer("captures"),
                Digest.parse(row.text("digest")),
                row.text("headline"));
    }
}
