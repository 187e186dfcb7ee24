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
    private static final String COLUMNS =
            "SELECT v.page_key, v.first_at, v.first_ns, v.last_at, v.last_ns, v.captures, v.headline, c.url_key,"
                    + " c.url, c.record_id, w.digest, ";

    static final String JOINED = """
         JOIN page p ON p.page_key = v.page_key
         JOIN capture c ON c.record_key = v.first_capture JOIN wording w ON w.id = v.wording_id
        """;

    /** To be followed by the rows {@code v} that are chosen, and {@link #JOINED}. */
    static final String CHOSEN = COLUMNS + VersionNumbers.NUMBER + " AS number FROM ";

    static final String SELECT = CHOSEN + "version v" + JOINED;

    private static final String IN_TIME = "v.page_key, v.first_at, v.first_ns, v.first_capture ";

    private static final Spot.Rows<Spot> BEGINS = new Spot.Rows<>(
            "SELECT first_at, first_ns, first_capture FROM version ",
            "first",
            "first_capture",
            row -> Spot.read(row, "first", "first_capture"));

    private final Sql sql;
    private final ArticleTable articles;
    private final SearchTable search;
    private VersionChange last = VersionChange.NONE;
    private boolean unnumbered;

    VersionTable(Sql sql, ArticleTable articles, SearchTable search) {
        this.search = search;
        this.sql = sql;
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
        VersionNumbers numbers = VersionNumbers.lock(sql, page);
        last = VersionChange.NONE;
        Optional<Said> before = said(key);
        if (before.isPresent()) {
            sql.update("DELETE FROM capture_text WHERE capture_key = ?", key);
            last = new VersionRuns(sql, page, numbers).remove(Spot.of(capture));
            unnumbered = numbers.keep();
            drop(before.get());
            search.changed(page);
        }
    }

    /** What the last call of {@link #place}, {@link #placeLike} or {@link #remove} changed of a page's versions. */
    public VersionChange change() {
        return last;
    }

    /** Numbers a page's versions, where captures that came later stand between earlier ones: who reads need not count. */
    public void number(UrlKey page) {
        VersionNumbers numbers = VersionNumbers.lock(sql, Keys.of(page));
        numbers.number();
        unnumbered = numbers.keep();
    }

    /** True where the last such call left more of the page's versions without a number than are numbered at once. */
    public boolean unnumbered() {
        return unnumbered;
    }

    /** A page's versions, the first first. */
    public List<Version> of(UrlKey page) {
        return of(page, 0, Integer.MAX_VALUE);
    }

    /** Some of a page's versions, the first first. */
    public List<Version> of(UrlKey page, int offset, int limit) {
        return of(Keys.of(page), offset, limit);
    }

    List<Version> of(UUID page, int offset, int limit) {
        List<Version> out = new ArrayList<>();
        sql.each(
                COLUMNS + "0 AS number FROM (SELECT * FROM version v WHERE v.page_key = ? ORDER BY " + IN_TIME
                        + "LIMIT ? OFFSET ?) v" + JOINED + "ORDER BY " + IN_TIME,
                row -> out.add(map(row, offset + out.size() + 1)),
                page,
                limit,
                offset);
        return out;
    }

    /** How many versions a page has. */
    public int count(UrlKey page) {
        return (int) sql.number("SELECT versions FROM page WHERE page_key = ?", Keys.of(page));
    }

    /**
     * Record ids of the first captures of a page's versions of which conclusions are kept; of those that belong to a crowd
     * only the last, by which what is said of the page reaches others.
     */
    public Set<String> concluded(UrlKey page) {
        Set<String> out = new HashSet<>();
        String some = "SELECT c.record_id FROM version v JOIN capture c ON c.record_key = v.first_capture "
                + "JOIN wording w ON w.id = v.wording_id WHERE v.page_key = ? AND ";
        sql.each(some + "NOT w.crowd", row -> out.add(row.text("record_id")), Keys.of(page));
        sql.each(
                some
                        + "w.crowd ORDER BY v.page_key DESC, v.first_at DESC, v.first_ns DESC, v.first_capture DESC"
                        + " LIMIT 1",
                row -> out.add(row.text("record_id")),
                Keys.of(page));
        return out;
    }

    /** When a page's versions were first seen, the first first. */
    public List<Instant> begins(UrlKey page) {
        return sql.list(
                "SELECT v.first_at, v.first_ns FROM version v WHERE v.page_key = ? ORDER BY " + IN_TIME,
                row -> row.instant("first"),
                Keys.of(page));
    }

    /** The numbers of the versions that captures belong to, by record id; those without a text are left out. */
    public Map<String, Integer> numbers(List<Capture> captures) {
        Map<String, Integer> out = new HashMap<>();
        Set<String> saying = saying(captures.stream().map(Capture::recordId).toList());
        for (Capture capture : captures) {
            if (saying.contains(capture.recordId())) {
                holding(capture).ifPresent(version -> out.put(capture.recordId(), version.number()));
            }
        }
        return out;
    }

    /** A page's version by its number, from 1. */
    public Optional<Version> find(UrlKey page, int number) {
        return number < 1
                ? Optional.empty()
                : sql.first(
                                SELECT + "WHERE v.page_key = ? AND v.number = ? AND v.number <= p.numbered",
                                VersionTable::map,
                                Keys.of(page),
                                number)
                        .or(() -> of(page, number - 1, 1).stream().findFirst());
    }

    /** The version that a capture belongs to. */
    public Optional<Version> ofCapture(String recordId) {
        UUID key = Keys.of(recordId);
        return sql.first(
                        "SELECT page_key, captured_at, captured_ns, capture_key FROM capture_text WHERE capture_key ="
                                + " ?",
                        row -> version(row.key("page_key"), Spot.read(row, "captured", "capture_key")),
                        key)
                .flatMap(found -> found);
    }

    /** The version of its page in whose time a capture stands, be it one of the version's or not. */
    private Optional<Version> holding(Capture capture) {
        return version(Keys.of(capture.key()), Spot.of(capture));
    }

    private Optional<Version> version(UUID page, Spot spot) {
        return BEGINS.upTo(sql, page, spot)
                .flatMap(begin -> sql.first(
                        SELECT + "WHERE v.page_key = ? AND v.first_at = ? AND v.first_ns = ? AND v.first_capture = ?",
                        VersionTable::map,
                        page,
                        Sql.at(begin.date()),
                        Sql.ns(begin.date()),
                        begin.capture()));
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
        List<Integer> out = new ArrayList<>();
        int[] number = {0};
        sql.each(
                """
                SELECT c.record_key, c.record_id, t.capture_key, v.first_capture
                FROM (SELECT * FROM capture WHERE page_key = ? ORDER BY page_key, captured_at, captured_ns, record_key LIMIT ? OFFSET ?) c
                LEFT JOIN capture_text t ON t.capture_key = c.record_key
                LEFT JOIN version v ON v.first_capture = c.record_key
                ORDER BY c.page_key, c.captured_at, c.captured_ns, c.record_key\
                """,
                row -> {
                    boolean begins = row.key("first_capture") != null;
                    if (row.key("capture_key") == null) {
                        out.add(0);
                        return;
                    }
                    number[0] = number[0] == 0
                            ? ofCapture(row.text("record_id"))
                                    .map(Version::number)
                                    .orElse(0)
                            : number[0] + (begins ? 1 : 0);
                    out.add(number[0]);
                },
                Keys.of(page),
                limit,
                offset);
        return out;
    }

    /** Versions with this text, on whatever page, the earliest seen first; so many at most. */
    public List<Version> withText(Digest text, int limit) {
        return articles.findWording(text)
                .map(wording -> withText(wording, limit))
                .orElse(List.of());
    }

    /** The same of a text by its number in this index. */
    public List<Version> withText(long wording, int limit) {
        String order = "ORDER BY v.wording_id, v.first_at, v.first_ns, v.page_key, v.first_capture ";
        return sql.list(
                CHOSEN + "(SELECT * FROM version v WHERE v.wording_id = ? " + order + "LIMIT ?) v" + JOINED + order,
                VersionTable::map,
                wording,
                limit);
    }

    /**
     * Versions that took the place of an earlier one: edits of pages, the last seen first.
     *
     * @param since first seen then or later
     * @param source of this source's addresses only
     */
    public List<Version> edits(Instant since, Optional<String> source, int limit) {
        return new Edits(sql, this).since(since, source, limit);
    }

    /** A version that took the place of an earlier one, and the address under which it was first seen. */
    public record Replaced(Version before, Version after, String url) {}

    /** The same with the versions whose place they took, the last seen first. */
    public List<Replaced> replaced(Optional<String> source, int limit) {
        return new Edits(sql, this).replaced(source, limit);
    }

    /** The version before a place in a page's history. */
    Optional<Version> before(UUID page, Spot spot) {
        return BEGINS.before(sql, page, spot).flatMap(begin -> version(page, begin));
    }

    /** All versions, for what goes through everything; by page and time. */
    public List<Version> all(int offset, int limit) {
        return sql.list(
                CHOSEN + "(SELECT * FROM version v ORDER BY " + IN_TIME + "LIMIT ? OFFSET ?) v" + JOINED + "ORDER BY "
                        + IN_TIME,
                VersionTable::map,
                limit,
                offset);
    }

    private record Said(UUID article, long wording, String headline) {}

    private Version place(Capture capture, UUID article, long wording, String headline) {
        UUID page = Keys.of(capture.key());
        UUID key = Keys.of(capture.recordId());
        VersionNumbers numbers = VersionNumbers.lock(sql, page);
        Optional<Said> before = said(key);
        last = settle(capture, new Said(article, wording, headline), before, new VersionRuns(sql, page, numbers));
        unnumbered = numbers.keep();
        before.ifPresent(this::drop);
        search.changed(page);
        return holding(capture)
                .orElseThrow(() -> new StoreException("the index lost the version of " + capture.recordId()));
    }

    private VersionChange settle(Capture capture, Said now, Optional<Said> before, VersionRuns runs) {
        Spot spot = Spot.of(capture);
        if (before.isPresent() && before.get().wording() == now.wording()) {
            sql.update(
                    "UPDATE capture_text SET article_key = ?, headline = ? WHERE capture_key = ?",
                    now.article(),
                    now.headline(),
                    spot.capture());
            runs.entitle(spot, now.headline());
            return VersionChange.NONE;
        }
        VersionChange gone = VersionChange.NONE;
        if (before.isPresent()) {
            sql.update("DELETE FROM capture_text WHERE capture_key = ?", spot.capture());
            gone = runs.remove(spot);
        }
        sql.update(
                """
                INSERT INTO capture_text (capture_key, page_key, captured_at, captured_ns, article_key, wording_id, headline)
                VALUES (?, ?, ?, ?, ?, ?, ?)\
                """,
                spot.capture(),
                Keys.of(capture.key()),
                Sql.at(spot.date()),
                Sql.ns(spot.date()),
                now.article(),
                now.wording(),
                now.headline());
        return gone.then(runs.add(spot, now.wording(), now.headline()));
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
        return map(row, row.integer("number"));
    }

    private static Version map(Row row, int number) throws SQLException {
        return new Version(
                new UrlKey(row.text("url_key")),
                number,
                row.text("record_id"),
                row.instant("first"),
                row.instant("last"),
                row.integer("captures"),
                Digest.parse(row.text("digest")),
                row.text("headline"));
    }
}
