package org.pressmark.store;

import java.time.Duration;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;

/** Table {@code capture}. Captures of equal date are ordered by the key of their record id. */
public final class CaptureTable {
    static final String SELECT = "SELECT c.*, f.name AS file_name FROM capture c JOIN warc_file f ON f.id = c.file_id ";
    private static final String BEFORE =
            "WHERE page_key = ? AND captured_at <= ? AND (captured_at < ? OR captured_ns <= ?) ";
    private static final String AFTER =
            "WHERE page_key = ? AND captured_at >= ? AND (captured_at > ? OR captured_ns >= ?) ";
    private static final String OLDEST_FIRST = "ORDER BY page_key, captured_at, captured_ns, record_key ";
    static final String NEWEST_FIRST = "ORDER BY page_key DESC, captured_at DESC, captured_ns DESC, record_key DESC ";
    private static final String ONE = "LIMIT 1";

    /** A payload of its own: the answer was 200, or it is a document; a 304 stands for the payload that it confirms. */
    private static final String GOOD = "AND (status IN (0, 200) OR kind = 'revisit_not_modified') ";

    private static final String NO_REVISIT = "AND kind IN ('response', 'resource') ";

    private final Sql sql;
    private final WarcFileTable files;
    private final PageTable pages;
    private final TwinTable twins;

    CaptureTable(Sql sql, WarcFileTable files, PageTable pages, TwinTable twins) {
        this.sql = sql;
        this.files = files;
        this.pages = pages;
        this.twins = twins;
    }

    /**
     * Adds a capture.
     *
     * @return false where a capture with this record id is there already; it stays as it is, and this one is noted as its
     *     {@linkplain TwinTable twin} where its record is another
     */
    public boolean insert(Capture capture) {
        return insertAll(List.of(capture)).size() == 1;
    }

    /**
     * Adds many captures, some hundred or thousand at a time being best.
     *
     * @return those that were not there already
     */
    public List<Capture> insertAll(Collection<Capture> captures) {
        Map<UUID, Capture> wanted = new LinkedHashMap<>();
        List<Capture> again = new ArrayList<>();
        for (Capture capture : captures) {
            if (wanted.putIfAbsent(Keys.of(capture.recordId()), capture) != null) {
                again.add(capture);
            }
        }
        for (UUID key : present(wanted.keySet())) {
            Optional.ofNullable(wanted.remove(key)).ifPresent(again::add);
        }
        List<@Nullable Object[]> rows = new ArrayList<>(wanted.size());
        wanted.forEach((key, capture) -> rows.add(
                CaptureRow.values(key, capture, files.id(capture.location().file()))));
        sql.batch(CaptureRow.INSERT, rows);
        List<Capture> added = List.copyOf(wanted.values());
        pages.count(added);
        again.forEach(this::again);
        return added;
    }

    private void again(Capture capture) {
        if (find(capture.recordId())
                .filter(first -> !first.location().equals(capture.location()))
                .isPresent()) {
            twins.add(capture);
        }
    }

    /** The captures of an address between two instants, the first included, oldest first. */
    public List<Capture> between(UrlKey key, Instant from, Instant to, int limit) {
        return sql.list(
                SELECT + "WHERE page_key = ? AND captured_at >= ? AND captured_at < ? " + OLDEST_FIRST + "LIMIT ?",
                CaptureRow::read,
                Keys.of(key),
                Sql.at(from),
                Sql.at(to),
                limit);
    }

    /** The captures of an address at this instant or before it, the last first. */
    public List<Capture> upTo(UrlKey key, Instant date, int limit) {
        return sql.list(
                SELECT + BEFORE + NEWEST_FIRST + "LIMIT ?",
                CaptureRow::read,
                Keys.of(key),
                Sql.at(date),
                Sql.at(date),
                Sql.ns(date),
                limit);
    }

    /** The captures of an address at this instant or after it, the first first. */
    public List<Capture> since(UrlKey key, Instant date, int limit) {
        return sql.list(
                SELECT + AFTER + OLDEST_FIRST + "LIMIT ?",
                CaptureRow::read,
                Keys.of(key),
                Sql.at(date),
                Sql.at(date),
                Sql.ns(date),
                limit);
    }

    /** Notes that a capture's record lies elsewhere in its file. */
    public void move(String recordId, RecordLocation place) {
        sql.update(
                "UPDATE capture SET record_offset = ?, record_length = ? WHERE record_key = ?",
                place.offset(),
                place.length(),
                Keys.of(recordId));
    }

    /** Takes a capture out; what it says must have been taken out before ({@link VersionTable#remove}). */
    public void remove(Capture capture) {
        sql.update("DELETE FROM capture WHERE record_key = ?", Keys.of(capture.recordId()));
        pages.without(capture);
    }

    /** The capture with this record id. */
    public Optional<Capture> find(String recordId) {
        return sql.first(SELECT + "WHERE record_key = ?", CaptureRow::read, Keys.of(recordId));
    }

    /** The captures of an address, oldest first, whatever they were made for. */
    public List<Capture> of(UrlKey key, int offset, int limit) {
        return sql.list(
                SELECT + "WHERE page_key = ? " + OLDEST_FIRST + "LIMIT ? OFFSET ?",
                CaptureRow::read,
                Keys.of(key),
                limit,
                offset);
    }

    /** The keys of all addresses that were captured. */
    public SeenKeys seenKeys() {
        SeenKeys seen = new SeenKeys();
        sql.each("SELECT DISTINCT page_key FROM capture", row -> seen.add(row.key("page_key")));
        return seen;
    }

    /** The captures whose records lie in a WARC file, in the order in which they lie there. */
    public List<Capture> inFile(String name) {
        return sql.list(SELECT + "WHERE f.name = ? ORDER BY record_offset", CaptureRow::read, name);
    }

    /** The first capture whose record lies in a WARC file at this byte or behind it. Reads the whole table. */
    public Optional<Capture> firstIn(String name, long offset) {
        return sql.first(
                SELECT + "WHERE f.name = ? AND c.record_offset >= ? ORDER BY c.record_offset LIMIT 1",
                CaptureRow::read,
                name,
                offset);
    }

    /** Gives every capture whose record lies in one of these WARC files, in no order. */
    public void each(Set<String> names, Consumer<Capture> captures) {
        sql.each(SELECT, row -> {
            if (names.contains(row.text("file_name"))) {
                captures.accept(CaptureRow.read(row));
            }
        });
    }

    /** How many captures of an address there are. */
    public int count(UrlKey key) {
        return (int) sql.number("SELECT count(*) FROM capture WHERE page_key = ?", Keys.of(key));
    }

    /** The last capture of an address at this instant or before it. */
    public Optional<Capture> before(UrlKey key, Instant date) {
        return beside(BEFORE + NEWEST_FIRST, key, date);
    }

    /** The first capture of an address at this instant or after it. */
    public Optional<Capture> after(UrlKey key, Instant date) {
        return beside(AFTER + OLDEST_FIRST, key, date);
    }

    /**
     * The capture of an address that is nearest to an instant and shows something: status 200, a document, or a 304 that
     * confirms an earlier payload. Of two equally near, the earlier.
     */
    public Optional<Capture> nearest(UrlKey key, Instant date) {
        Optional<Capture> before = beside(BEFORE + GOOD + NEWEST_FIRST, key, date);
        Optional<Capture> after = beside(AFTER + GOOD + OLDEST_FIRST, key, date);
        if (before.isEmpty() || after.isEmpty()) {
            return before.or(() -> after);
        }
        Duration back = Duration.between(before.get().date(), date);
        Duration forth = Duration.between(date, after.get().date());
        return back.compareTo(forth) <= 0 ? before : after;
    }

    /** The last capture of an address, whatever its status. */
    public Optional<Capture> latest(UrlKey key) {
        return sql.first(SELECT + "WHERE page_key = ? " + NEWEST_FIRST + ONE, CaptureRow::read, Keys.of(key));
    }

    /** The last capture of an address with this status, revisits included. */
    public Optional<Capture> latest(UrlKey key, int status) {
        return sql.first(
                SELECT + "WHERE page_key = ? AND status = ? " + NEWEST_FIRST + ONE,
                CaptureRow::read,
                Keys.of(key),
                status);
    }

    /**
     * The last good captures of pages, by their addresses' keys; of a revisit, the capture that it repeats. Only what a look
     * at each page's last capture tells is given: what is left out may have one nevertheless ({@link #latest(UrlKey, int)}).
     */
    public Map<UrlKey, Capture> lastGood(Collection<UrlKey> keys) {
        Map<UrlKey, Capture> out = new HashMap<>();
        Map<UUID, UrlKey> revisits = new HashMap<>();
        for (List<UUID> part : Sql.parts(keys.stream().map(Keys::of).toList())) {
            sql.each(
                    SELECT + "JOIN page p ON p.last_capture = c.record_key WHERE p.page_key IN ("
                            + Sql.marks(part.size()) + ")",
                    row -> {
                        Capture last = CaptureRow.read(row);
                        Optional<String> original = last.refersTo().flatMap(Capture.Original::recordId);
                        if (last.revisit() && original.isPresent()) {
                            revisits.put(Keys.of(original.get()), last.key());
                        } else if (!last.revisit() && last.status() == 200) {
                            out.put(last.key(), last);
                        }
                    },
                    part.toArray());
        }
        for (List<UUID> part : Sql.parts(revisits.keySet())) {
            sql.each(
                    SELECT + "WHERE c.record_key IN (" + Sql.marks(part.size()) + ")",
                    row -> {
                        UrlKey key = revisits.get(row.key("record_key"));
                        if (key != null) {
                            out.put(key, CaptureRow.read(row));
                        }
                    },
                    part.toArray());
        }
        return out;
    }

    /** The earliest capture of this address with this payload that is no revisit: what a revisit of it refers to. */
    public Optional<Capture> original(UrlKey key, Digest payload) {
        return sql.first(
                SELECT + "WHERE page_key = ? AND payload_key = ? " + NO_REVISIT + OLDEST_FIRST + ONE,
                CaptureRow::read,
                Keys.of(key),
                Keys.of(payload));
    }

    /** The earliest capture of any address with this payload that is no revisit. */
    public Optional<Capture> original(Digest payload) {
        return sql.first(
                SELECT + "WHERE payload_key = ? " + NO_REVISIT + "ORDER BY captured_at, captured_ns, record_key " + ONE,
                CaptureRow::read,
                Keys.of(payload));
    }

    /** The capture that a revisit names: by its record id where that is known, else by address and date. */
    public Optional<Capture> original(Capture.Original named) {
        return named.recordId()
                .flatMap(this::find)
                .or(() -> sql.first(
                        SELECT + "WHERE page_key = ? AND captured_at = ? AND captured_ns = ? " + NO_REVISIT
                                + OLDEST_FIRST + ONE,
                        CaptureRow::read,
                        Keys.of(UrlKey.of(named.url())),
                        Sql.at(named.date()),
                        Sql.ns(named.date())));
    }

    /** All captures with this payload, oldest first: who else was sent the same bytes. */
    public List<Capture> withPayload(Digest payload, int limit) {
        return sql.list(
                SELECT + "WHERE payload_key = ? ORDER BY captured_at, captured_ns, record_key LIMIT ?",
                CaptureRow::read,
                Keys.of(payload),
                limit);
    }

    /** What was captured in the course of a page capture: its parts and the redirects on the way, oldest first. */
    public List<Capture> course(String page) {
        return sql.list(
                SELECT + "WHERE course_key = ? AND record_key <> ? ORDER BY captured_at, captured_ns, record_key",
                CaptureRow::read,
                Keys.of(page),
                Keys.of(page));
    }

    /**
     * Page captures whose article was made by other rules than these, and those without an article; oldest first.
     *
     * @param extractor name and version of the rules; nothing: whatever the rules were
     * @param page only captures of this address
     */
    public List<Capture> readOtherwise(Optional<String> extractor, Optional<UrlKey> page) {
        return sql.list(
                SELECT
                        + "LEFT JOIN capture_text t ON t.capture_key = c.record_key "
                        + "LEFT JOIN article a ON a.article_key = t.article_key "
                        + "WHERE c.purpose = ? AND (a.extractor IS NULL OR a.extractor <> ?) "
                        + (page.isPresent() ? "AND c.page_key = ? " : "AND CAST(? AS UUID) IS NULL ")
                        + "ORDER BY c.captured_at, c.captured_ns, c.record_key",
                CaptureRow::read,
                Sql.word(Capture.Role.PAGE),
                extractor.orElse(""),
                page.map(Keys::of));
    }

    /**
     * Revisits of pages that are in no version, by the keys of their record ids.
     *
     * @param after the last that was seen
     */
    public List<Capture> revisitsWithoutText(Optional<Capture> after, int limit) {
        return sql.list(
                SELECT
                        + "LEFT JOIN capture_text t ON t.capture_key = c.record_key "
                        + "WHERE c.kind IN ('revisit_identical', 'revisit_not_modified') AND t.capture_key IS NULL "
                        + "AND c.purpose = ? AND c.record_key > ? ORDER BY c.record_key LIMIT ?",
                CaptureRow::read,
                Sql.word(Capture.Role.PAGE),
                after.map(capture -> Keys.of(capture.recordId())).orElse(Keys.LEAST),
                limit);
    }

    private Optional<Capture> beside(String where, UrlKey key, Instant date) {
        return sql.first(
                SELECT + where + ONE, CaptureRow::read, Keys.of(key), Sql.at(date), Sql.at(date), Sql.ns(date));
    }

    private Set<UUID> present(Set<UUID> keys) {
        Set<UUID> out = new HashSet<>();
        for (List<UUID> part : Sql.parts(keys)) {
            sql.each(
                    "SELECT record_key FROM capture WHERE record_key IN (" + Sql.marks(part.size()) + ")",
                    row -> out.add(row.key("record_key")),
                    part.toArray());
        }
        return out;
    }
}
