package org.pressmark.store;

import java.util.List;
import org.pressmark.model.UrlKey;

/** Table {@code capture_attempt}: refused and failed attempts, which no WARC file holds. */
public final class AttemptTable {
    private final Sql sql;

    AttemptTable(Sql sql) {
        this.sql = sql;
    }

    public void insert(Attempt attempt) {
        sql.update(
                """
                INSERT INTO capture_attempt (url, page_key, attempted_at, attempted_ns, outcome, detail)
                VALUES (?, ?, ?, ?, ?, ?)""",
                attempt.url(),
                Keys.of(UrlKey.of(attempt.url())),
                Sql.at(attempt.date()),
                Sql.ns(attempt.date()),
                attempt.outcome(),
                attempt.detail());
    }

    /** The attempts at an address, the last first. */
    public List<Attempt> of(UrlKey key, int limit) {
        return sql.list(
                """
                SELECT url, attempted_at, attempted_ns, outcome, detail FROM capture_attempt
                WHERE page_key = ? ORDER BY attempted_at DESC, attempted_ns DESC, id DESC LIMIT ?""",
                row -> new Attempt(row.text("url"), row.instant("attempted"), row.text("outcome"), row.text("detail")),
                Keys.of(key),
                limit);
    }
}
