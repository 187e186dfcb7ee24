package org.pressmark.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Queued;
import org.pressmark.model.UrlKey;

/**
 * Table {@code frontier} with its {@code frontier_host}: what is to be visited, and when. Nothing is ever read as a whole, so
 * memory stays flat however long the frontier grows.
 */
public final class FrontierTable {
    /** Addresses are taken in this order: 0 to 3. */
    public static final int PRIORITIES = 4;

    private static final String INSERT = "INSERT INTO frontier (" + String.join(", ", FrontierRow.COLUMNS)
            + ") VALUES (" + Sql.marks(FrontierRow.COLUMNS.size()) + ")";
    private static final String UPDATE = "UPDATE frontier SET "
            + String.join(" = ?, ", FrontierRow.COLUMNS.subList(0, FrontierRow.COLUMNS.size() - 2))
            + " = ?, holder = NULL WHERE page_key = ?";
    private static final String TAKE = "UPDATE frontier SET holder = ?, due_at = ? WHERE page_key = ? AND due_at <= ?";

    /** What {@code outcome} says where a visit gave nothing. */
    private static final String FAILING = "outcome IN ('failed', 'refused')";

    private final Sql sql;

    FrontierTable(Sql sql) {
        this.sql = sql;
    }

    /** The row of an address. */
    public Optional<Queued> find(String url) {
        return Optional.ofNullable(find(List.of(url)).get(UrlKey.of(url)));
    }

    /** The rows of these addresses, by their keys; those that are not known are left out. */
    public Map<UrlKey, Queued> find(Collection<String> urls) {
        Map<UUID, UrlKey> keys = keys(urls);
        Map<UrlKey, Queued> out = new HashMap<>();
        for (List<UUID> part : Sql.parts(keys.keySet())) {
            sql.each(
                    "SELECT * FROM frontier WHERE page_key IN (" + Sql.marks(part.size()) + ")",
                    row -> {
                        UrlKey key = keys.get(row.key("page_key"));
                        if (key != null) {
                            out.put(key, FrontierRow.read(row));
                        }
                    },
                    part.toArray());
        }
        return out;
    }

    /**
     * Adds addresses; those that are known stay as they are.
     *
     * @param shapes by address, what it has in common with others alike; see {@link #alike}
     * @return how many were new
     */
    public int add(List<Queued> rows, Map<String, String> shapes) {
        Map<UUID, Queued> fresh = new LinkedHashMap<>();
        rows.forEach(row -> fresh.putIfAbsent(Keys.of(UrlKey.of(row.url())), row));
        for (List<UUID> part : Sql.parts(List.copyOf(fresh.keySet()))) {
            sql.each(
                    "SELECT page_key FROM frontier WHERE page_key IN (" + Sql.marks(part.size()) + ")",
                    row -> fresh.remove(row.key("page_key")),
                    part.toArray());
        }
        List<@Nullable Object[]> values = new ArrayList<>(fresh.size());
        for (Queued row : fresh.values()) {
            @Nullable Object[] cells = Arrays.copyOf(FrontierRow.values(row), FrontierRow.COLUMNS.size());
            String shape = shapes.get(row.url());
            cells[cells.length - 1] = shape == null ? null : Keys.of(shape);
            values.add(cells);
        }
        sql.batch(INSERT, values);
        wake(fresh.values());
        return fresh.size();
    }

    /** Writes rows that are there already, and gives them back where they were taken. */
    public void update(List<Queued> rows) {
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(FrontierRow.values(row)));
        sql.batch(UPDATE, values);
        wake(rows);
    }

    /** Writes what was said of rows since, and their new times; those that somebody has taken stay as they are. */
    public void move(List<Queued> rows) {
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (Queued row : rows) {
            values.add(new @Nullable Object[] {
                row.sighting().id(),
                row.sighting().title(),
                row.sighting().published().map(Sql::at),
                row.sighting().modified().map(Sql::at),
                row.due().map(Sql::at),
                row.hinted(),
                Keys.of(UrlKey.of(row.url()))
            });
        }
        sql.batch("""
                UPDATE frontier SET found_id = ?, title = ?, published_at = ?, modified_at = ?, due_at = ?, hinted = ?
                WHERE page_key = ? AND holder IS NULL""", values);
        wake(rows);
    }

    /** The hosts of these sources where something is due, the longest waiting first. */
    public List<DueHost> dueHosts(Collection<String> sources, Instant now, int limit) {
        if (sources.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(sources);
        values.add(Sql.at(now));
        values.add(limit);
        return sql.list(
                "SELECT source, host, due_at FROM frontier_host WHERE source IN (" + Sql.marks(sources.size())
                        + ") AND due_at <= ? ORDER BY due_at, host LIMIT ?",
                row -> new DueHost(
                        row.text("source"),
                        row.text("host"),
                        row.moment("due_at").orElseThrow()),
                values.toArray());
    }

    /** When the next address of these sources is due; nothing where none ever is. */
    public Optional<Instant> nextDue(Collection<String> sources) {
        return sources.isEmpty()
                ? Optional.empty()
                : sql.first(
                                "SELECT min(due_at) AS due_at FROM frontier_host WHERE source IN ("
                                        + Sql.marks(sources.size()) + ")",
                                row -> row.moment("due_at"),
                                sources.toArray())
                        .flatMap(found -> found);
    }

    /**
     * Takes addresses of a host that are due, by priority and time. Until they are written by {@link #update}, or that time
     * has come, nobody else gets them.
     *
     * @param holder who takes them; {@link #free} gives back what he holds
     */
    public List<Queued> take(DueHost host, Instant now, Instant until, String holder, int limit) {
        List<Queued> taken = new ArrayList<>();
        for (int priority = 0; priority < PRIORITIES && taken.size() < limit; priority++) {
            List<Queued> due = sql.list(
                    """
                    SELECT * FROM frontier WHERE source = ? AND host = ? AND priority = ? AND due_at <= ?
                    ORDER BY source, host, priority, due_at LIMIT ?""", FrontierRow::read, host.source(), host.host(), priority, Sql.at(now), limit - taken.size());
            List<@Nullable Object[]> wanted = new ArrayList<>(due.size());
            due.forEach(row -> wanted.add(
                    new @Nullable Object[] {holder, Sql.at(until), Keys.of(UrlKey.of(row.url())), Sql.at(now)}));
            int[] mine = sql.batch(TAKE, wanted);
            for (int i = 0; i < mine.length; i++) {
                if (mine[i] == 1) {
                    taken.add(due.get(i));
                }
            }
        }
        settle(host.source(), host.host());
        return taken;
    }

    /**
     * Gives back what is taken, after a crash or at the end.
     *
     * @param holder whose; nothing: everybody's
     * @return how many addresses
     */
    public int free(Optional<String> holder, Instant now) {
        List<DueHost> hosts = sql.list(
                "SELECT DISTINCT source, host FROM frontier WHERE holder IS NOT NULL"
                        + (holder.isPresent() ? " AND holder = ?" : ""),
                row -> new DueHost(row.text("source"), row.text("host"), now),
                holder.stream().toArray());
        List<Object> values = new ArrayList<>(List.of(Sql.at(now)));
        holder.ifPresent(values::add);
        int freed = sql.update(
                "UPDATE frontier SET holder = NULL, due_at = ? WHERE holder IS NOT NULL"
                        + (holder.isPresent() ? " AND holder = ?" : ""),
                values.toArray());
        hosts.forEach(host -> settle(host.source(), host.host()));
        return freed;
    }

    /** Makes all addresses of a source due that were found so far. */
    public void dueNow(String source, Instant now) {
        sql.update("UPDATE frontier SET due_at = ? WHERE source = ? AND holder IS NULL", Sql.at(now), source);
        sql.update("UPDATE frontier_host SET due_at = ? WHERE source = ?", Sql.at(now), source);
    }

    /** The latest time of any visit; nothing where there was none. */
    public Optional<Instant> lastTried() {
        return sql.first("SELECT max(tried_at) AS tried_at FROM frontier", row -> row.moment("tried_at"))
                .flatMap(time -> time);
    }

    /**
     * Brings forward by this time what is due later than now: the clock was ahead by so much when it was planned. No visit stays
     * in the future.
     *
     * @param ahead whole seconds
     */
    public void clockWasAhead(Duration ahead, Instant now) {
        String earlier = "SET due_at = due_at - INTERVAL '" + ahead.toSeconds() + "' SECOND WHERE due_at > ?";
        sql.update("UPDATE frontier " + earlier, Sql.at(now));
        sql.update("UPDATE frontier_host " + earlier, Sql.at(now));
        sql.update("UPDATE frontier SET tried_at = ? WHERE tried_at > ?", Sql.at(now), Sql.at(now));
    }

    /** How many addresses of these sources are to be visited at some time. */
    public long waiting(Collection<String> sources) {
        return sources.isEmpty()
                ? 0
                : sql.number(
                        "SELECT count(due_at) FROM frontier WHERE source IN (" + Sql.marks(sources.size()) + ")",
                        sources.toArray());
    }

    /** How many addresses of these sources are due by then. */
    public long due(Collection<String> sources, Instant time) {
        List<Object> values = new ArrayList<>(sources);
        values.add(Sql.at(time));
        return sources.isEmpty()
                ? 0
                : sql.number(
                        "SELECT count(*) FROM frontier WHERE source IN (" + Sql.marks(sources.size())
                                + ") AND due_at <= ?",
                        values.toArray());
    }

    /** How many addresses of a source have these shapes, by shape; those that none has are left out. */
    public Map<String, Long> alike(String source, Collection<String> shapes) {
        Map<UUID, String> keys = new LinkedHashMap<>();
        shapes.forEach(shape -> keys.put(Keys.of(shape), shape));
        Map<String, Long> out = new HashMap<>();
        for (List<UUID> part : Sql.parts(keys.keySet())) {
            List<Object> values = new ArrayList<>(part);
            values.add(0, source);
            sql.each(
                    "SELECT shape_key, count(*) AS alike FROM frontier WHERE source = ? AND shape_key IN ("
                            + Sql.marks(part.size()) + ") GROUP BY shape_key",
                    row -> out.put(keys.getOrDefault(row.key("shape_key"), ""), row.number("alike")),
                    values.toArray());
        }
        return out;
    }

    /** How a source's addresses stand. */
    public FrontierTotals totals(String source) {
        return sql.first(
                        """
                        SELECT count(*) AS known, count(due_at) AS waiting,
                          coalesce(sum(CASE WHEN visits > 0 THEN 1 ELSE 0 END), 0) AS visited
                        FROM frontier WHERE source = ?""",
                        row -> new FrontierTotals(row.number("known"), row.number("waiting"), row.number("visited")),
                        source)
                .orElse(new FrontierTotals(0, 0, 0));
    }

    /** How the visits to a source's addresses went. */
    public SourceTotals visits(String source) {
        Optional<String> trouble = sql.first(
                "SELECT url, outcome, detail FROM frontier WHERE source = ? AND " + FAILING
                        + " ORDER BY tried_at DESC LIMIT 1",
                row -> row.text("url") + ": " + row.optionalText("detail").orElse(row.text("outcome")),
                source);
        return sql.first(
                        "SELECT coalesce(sum(edits), 0) AS edits, max(tried_at) AS last,"
                                + " coalesce(sum(CASE WHEN " + FAILING + " THEN 1 ELSE 0 END), 0) AS failing"
                                + " FROM frontier WHERE source = ?",
                        row -> new SourceTotals(
                                row.number("edits"), row.moment("last"), row.number("failing"), trouble),
                        source)
                .orElse(new SourceTotals(0, Optional.empty(), 0, Optional.empty()));
    }

    /** Forgets all addresses of a source; their captures stay. */
    public int forget(String source) {
        sql.update("DELETE FROM frontier_host WHERE source = ?", source);
        return sql.update("DELETE FROM frontier WHERE source = ?", source);
    }

    /** Notes for each host that something of it may be due earlier than was known. */
    private void wake(Collection<Queued> rows) {
        Map<DueKey, Instant> earliest = new HashMap<>();
        for (Queued row : rows) {
            row.due()
                    .ifPresent(due -> earliest.merge(
                            new DueKey(row.source(), FrontierRow.host(row.url())),
                            due,
                            (a, b) -> a.isBefore(b) ? a : b));
        }
        earliest.forEach((key, due) -> {
            int known = sql.update("""
                    UPDATE frontier_host SET due_at = CASE WHEN due_at IS NULL OR due_at > ? THEN ? ELSE due_at END
                    WHERE source = ? AND host = ?""", Sql.at(due), Sql.at(due), key.source(), key.host());
            if (known == 0) {
                sql.update(
                        "INSERT INTO frontier_host (source, host, due_at) VALUES (?, ?, ?)",
                        key.source(),
                        key.host(),
                        Sql.at(due));
            }
        });
    }

    private record DueKey(String source, String host) {}

    /** Sets a host's time to that of its earliest row. */
    private void settle(String source, String host) {
        Optional<Instant> earliest = Optional.empty();
        for (int priority = 0; priority < PRIORITIES; priority++) {
            Optional<Instant> due = sql.first("""
                            SELECT due_at FROM frontier WHERE source = ? AND host = ? AND priority = ? AND due_at IS NOT NULL
                            ORDER BY source, host, priority, due_at LIMIT 1""", row -> row.moment("due_at"), source, host, priority)
                    .flatMap(found -> found);
            if (due.isPresent() && (earliest.isEmpty() || due.get().isBefore(earliest.get()))) {
                earliest = due;
            }
        }
        sql.update(
                "UPDATE frontier_host SET due_at = ? WHERE source = ? AND host = ?",
                earliest.map(Sql::at),
                source,
                host);
    }

    private static Map<UUID, UrlKey> keys(Collection<String> urls) {
        Map<UUID, UrlKey> out = new LinkedHashMap<>();
        for (String url : urls) {
            UrlKey key = UrlKey.of(url);
            out.put(Keys.of(key), key);
        }
        return out;
    }
}
