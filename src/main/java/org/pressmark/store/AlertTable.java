package org.pressmark.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Severity;

/** Tables {@code alert} and {@code alert_delivery}: which edits were weighed, and which messages wait to be taken. */
public final class AlertTable {
    private static final String BEGINNING = "";

    private final Sql sql;

    AlertTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A message on its way.
     *
     * @param recordId the capture that showed the edit
     * @param channel where to, e.g. {@code https://newsroom.example/hook}
     * @param tries so far
     * @param detail what went wrong at the last of them, empty before it
     */
    public record Delivery(String recordId, String channel, int tries, Instant due, String detail) {}

    /** Since when edits are told; nothing where they never were. */
    public Optional<Instant> since() {
        return sql.first(
                        "SELECT weighed_at FROM alert WHERE capture_key = ?",
                        row -> row.moment("weighed_at"),
                        Keys.of(BEGINNING))
                .flatMap(found -> found);
    }

    /** Begins to tell edits: of those that are seen from this time on. */
    public void begin(Instant now) {
        if (since().isEmpty()) {
            weighed(BEGINNING, "", Severity.NONE, now);
        }
    }

    /** Whether an edit was weighed. */
    public boolean knows(String recordId) {
        return sql.number("SELECT count(*) FROM alert WHERE capture_key = ?", Keys.of(recordId)) > 0;
    }

    /** Notes that an edit was weighed, and the messages that are to be sent for it. */
    public void weigh(String recordId, String url, Severity severity, Instant now, Collection<String> channels) {
        weighed(recordId, url, severity, now);
        channels.forEach(channel -> sql.update("""
                INSERT INTO alert_delivery (capture_key, record_id, channel, tries, due_at, detail)
                VALUES (?, ?, ?, 0, ?, '')""", Keys.of(recordId), recordId, channel, Sql.at(now)));
    }

    private void weighed(String recordId, String url, Severity severity, Instant now) {
        sql.update(
                "INSERT INTO alert (capture_key, record_id, url, severity, weighed_at) VALUES (?, ?, ?, ?, ?)",
                Keys.of(recordId),
                recordId,
                url,
                severity.word(),
                Sql.at(now));
    }

    /** Messages that are due, the longest waiting first. */
    public List<Delivery> due(Instant now, int limit) {
        return sql.list(
                "SELECT * FROM alert_delivery WHERE due_at <= ? ORDER BY due_at, capture_key, channel LIMIT ?",
                AlertTable::delivery,
                Sql.at(now),
                limit);
    }

    /** All messages that wait. */
    public List<Delivery> waiting(int limit) {
        return sql.list(
                "SELECT * FROM alert_delivery ORDER BY due_at, capture_key, channel LIMIT ?",
                AlertTable::delivery,
                limit);
    }

    /** A message was taken, or is given up. */
    public void done(Delivery delivery) {
        sql.update(
                "DELETE FROM alert_delivery WHERE capture_key = ? AND channel = ?",
                Keys.of(delivery.recordId()),
                delivery.channel());
    }

    /** A message was not taken; it is tried again. */
    public void again(Delivery delivery, Instant due, String detail) {
        sql.update(
                "UPDATE alert_delivery SET tries = tries + 1, due_at = ?, detail = ? WHERE capture_key = ? AND channel = ?",
                Sql.at(due),
                detail,
                Keys.of(delivery.recordId()),
                delivery.channel());
    }

    private static Delivery delivery(Row row) throws java.sql.SQLException {
        return new Delivery(
                row.text("record_id"),
                row.text("channel"),
                row.integer("tries"),
                row.moment("due_at").orElseThrow(),
                row.text("detail"));
    }
}
