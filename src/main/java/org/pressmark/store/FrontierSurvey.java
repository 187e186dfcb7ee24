package org.pressmark.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pressmark.model.CrawlState.Queue;

/** Counts over the tables {@code frontier} and {@code capture_attempt}; each passes over the whole table. */
public final class FrontierSurvey {
    /** A row that was taken has a holder; one that a 429, a 503 or a host's wish put off says so. */
    private static final String COUNTS = """
            count(*) AS known, count(due_at) AS waiting,
            coalesce(sum(CASE WHEN due_at <= ? AND holder IS NULL THEN 1 ELSE 0 END), 0) AS due, count(holder) AS taken,
            coalesce(sum(visits), 0) AS visits, coalesce(sum(edits), 0) AS edits,
            coalesce(sum(CASE WHEN status >= 400 OR outcome IN ('refused', 'failed') THEN 1 ELSE 0 END), 0) AS troubles,
            max(CASE WHEN holder IS NULL AND due_at > ? AND (status IN (429, 503) OR detail LIKE '%is let alone until%')
              THEN due_at END) AS quiet
            """;

    private final Sql sql;

    FrontierSurvey(Sql sql) {
        this.sql = sql;
    }

    /** The sources, by name. */
    public List<Queue> sources(Instant now) {
        return by("source", "ORDER BY source", now, Integer.MAX_VALUE);
    }

    /** The hosts, those first of which something is taken, then those that were visited most. */
    public List<Queue> hosts(Instant now, int limit) {
        return by("host", "ORDER BY count(holder) DESC, sum(visits) DESC, host", now, limit);
    }

    private List<Queue> by(String column, String order, Instant now, int limit) {
        return sql.list(
                "SELECT " + column + " AS name, " + COUNTS + "FROM frontier GROUP BY " + column + " " + order
                        + " LIMIT ?",
                row -> new Queue(
                        row.text("name"),
                        row.number("known"),
                        row.number("waiting"),
                        row.number("due"),
                        row.number("taken"),
                        row.number("visits"),
                        row.number("edits"),
                        row.number("troubles"),
                        row.moment("quiet")),
                Sql.at(now),
                Sql.at(now),
                limit);
    }

    /** How many attempts gave nothing to store: {@code refused robots}, {@code refused address}, {@code failed other} … */
    public Map<String, Long> attempts() {
        Map<String, Long> out = new TreeMap<>();
        sql.each("""
                SELECT outcome, CASE WHEN outcome <> 'refused' THEN 'other' WHEN detail LIKE '%robots.txt%' THEN 'robots'
                  ELSE 'address' END AS reason, count(*) AS times
                FROM capture_attempt GROUP BY 1, 2""", row -> out.put(row.text("outcome") + " " + row.text("reason"), row.number("times")));
        return out;
    }
}
