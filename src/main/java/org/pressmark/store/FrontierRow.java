package org.pressmark.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Queued;
import org.pressmark.model.Sighting;
import org.pressmark.model.UrlKey;
import org.pressmark.model.VisitHistory;

/** A row of table {@code frontier} as the noun that it stands for, and back. */
final class FrontierRow {
    /** In the order of {@link #values}; {@code holder}, which is nobody's outside the table, is left out. */
    static final List<String> COLUMNS = List.of(
            "url",
            "source",
            "host",
            "task",
            "how",
            "found_in",
            "found_id",
            "title",
            "found_at",
            "published_at",
            "modified_at",
            "hops",
            "priority",
            "visits",
            "edits",
            "seen_at",
            "edited_at",
            "interval_ms",
            "misses",
            "misled",
            "hinted",
            "due_at",
            "tries",
            "tried_at",
            "outcome",
            "status",
            "detail",
            "page_key",
            "shape_key");

    private static final int LONGEST_HOST = 300;

    private FrontierRow() {}

    /** The values of a row, but for its shape, which is the last of the columns and never changes. */
    static @Nullable Object[] values(Queued row) {
        Sighting sighting = row.sighting();
        VisitHistory history = row.history();
        return new @Nullable Object[] {
            row.url(),
            row.source(),
            host(row.url()),
            Sql.word(sighting.task()),
            Sql.word(sighting.how()),
            sighting.foundIn(),
            sighting.id(),
            sighting.title(),
            Sql.at(history.foundAt()),
            sighting.published().map(Sql::at),
            sighting.modified().map(Sql::at),
            row.hops(),
            row.priority(),
            history.visits(),
            history.edits(),
            history.seen().map(Sql::at),
            history.edited().map(Sql::at),
            history.interval().toMillis(),
            history.misses(),
            history.misled(),
            row.hinted(),
            row.due().map(Sql::at),
            row.last().map(Queued.Attempted::tries).orElse(0),
            row.last().map(last -> Sql.at(last.at())),
            row.last().map(Queued.Attempted::outcome),
            row.last().map(Queued.Attempted::status),
            row.last().map(Queued.Attempted::detail),
            Keys.of(UrlKey.of(row.url()))
        };
    }

    static Queued read(Row row) throws SQLException {
        Optional<Instant> published = row.moment("published_at");
        Sighting sighting = new Sighting(
                row.text("url"),
                row.word("task", Sighting.Task.class),
                row.word("how", Sighting.How.class),
                row.text("found_in"),
                row.optionalText("found_id"),
                row.optionalText("title"),
                published,
                row.moment("modified_at"));
        VisitHistory history = new VisitHistory(
                row.moment("found_at").orElseThrow(),
                published,
                row.integer("visits"),
                row.integer("edits"),
                row.moment("seen_at"),
                row.moment("edited_at"),
                Duration.ofMillis(row.number("interval_ms")),
                row.integer("misses"),
                row.integer("misled"));
        return new Queued(
                sighting,
                row.text("source"),
                row.integer("hops"),
                row.integer("priority"),
                history,
                row.moment("due_at"),
                row.flag("hinted"),
                attempted(row));
    }

    private static Optional<Queued.Attempted> attempted(Row row) throws SQLException {
        Optional<Instant> at = row.moment("tried_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Queued.Attempted(
                        at.get(),
                        row.optionalText("outcome").orElse(""),
                        row.integer("status"),
                        row.optionalText("detail").orElse(""),
                        row.integer("tries")));
    }

    /** The host of an address, as the frontier's rows are grouped; empty text where there is none. */
    static String host(String url) {
        int from = url.indexOf("://") + 1;
        from += from == 0 ? 0 : 2;
        int end = from;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        from = Math.max(from, url.lastIndexOf('@', end - 1) + 1);
        int port = url.lastIndexOf(':', end - 1);
        boolean ported = port >= from
                && port < end - 1
                && url.chars().limit(end).skip(port + 1L).allMatch(FrontierRow::digit);
        String host = url.substring(from, ported ? port : end);
        return host.length() <= LONGEST_HOST ? host : host.substring(0, LONGEST_HOST);
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }
}
