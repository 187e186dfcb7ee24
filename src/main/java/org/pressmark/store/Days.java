package org.pressmark.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;

/** An address through time, counted rather than listed, so that ten thousand captures of it cost little more than ten. */
public final class Days {
    private static final String FAILED =
            "CASE WHEN status >= 400 OR purpose = '" + Sql.word(Capture.Role.WALL) + "' THEN 1 ELSE 0 END";

    private static final String ELSEWHERE =
            "CASE WHEN kind = '" + Sql.word(Capture.Kind.MEMENTO) + "' THEN 1 ELSE 0 END";

    private final Sql sql;

    Days(Sql sql) {
        this.sql = sql;
    }

    /**
     * A capture as a point in time.
     *
     * @param failed whether it brought an error or a wall
     * @param elsewhere whether another archive made it
     */
    public record Moment(Instant date, boolean failed, boolean elsewhere) {}

    /**
     * A day (UTC) with captures.
     *
     * @param failed how many of them brought an error or a wall
     * @param elsewhere how many of them another archive made
     * @param first when the first of them was made
     */
    public record Day(LocalDate date, int captures, int failed, int elsewhere, Instant first) {}

    /** How many captures a year has. */
    public record Count(Year year, int captures) {}

    /** The years with captures, the first first. */
    public List<Count> years(UrlKey key) {
        return sql.list(
                "SELECT " + part("YEAR") + " AS y, count(*) AS captures FROM capture WHERE page_key = ? GROUP BY "
                        + part("YEAR") + " ORDER BY 1",
                row -> new Count(Year.of(row.integer("y")), row.integer("captures")),
                Keys.of(key));
    }

    /** The first captures of an address, so many at most, oldest first. */
    public List<Moment> moments(UrlKey key, int limit) {
        return sql.list(
                "SELECT captured_at, captured_ns, " + FAILED + " AS failed, " + ELSEWHERE
                        + " AS elsewhere FROM capture WHERE page_key = ? "
                        + "ORDER BY page_key, captured_at, captured_ns, record_key LIMIT ?",
                row -> new Moment(row.instant("captured"), row.integer("failed") > 0, row.integer("elsewhere") > 0),
                Keys.of(key),
                limit);
    }

    /** The days of a year, the first first. */
    public List<Day> of(UrlKey key, Year year) {
        return sql.list(
                "SELECT " + part("MONTH") + " AS m, " + part("DAY") + " AS d, count(*) AS captures, sum(" + FAILED
                        + ") AS failed, sum(" + ELSEWHERE
                        + ") AS elsewhere, min(captured_at) AS first_at, 0 AS first_ns FROM capture "
                        + "WHERE page_key = ? AND captured_at >= ? AND captured_at < ? "
                        + "GROUP BY " + part("MONTH") + ", " + part("DAY") + " ORDER BY 1, 2",
                row -> new Day(
                        year.atMonth(row.integer("m")).atDay(row.integer("d")),
                        row.integer("captures"),
                        row.integer("failed"),
                        row.integer("elsewhere"),
                        row.instant("first")),
                Keys.of(key),
                begin(year.getValue()),
                begin(year.getValue() + 1));
    }

    /** The captures of an address between two instants, the first included, the last first. */
    public List<Capture> newest(UrlKey key, Instant from, Instant to, int offset, int limit) {
        return sql.list(
                CaptureTable.SELECT + "WHERE page_key = ? AND captured_at >= ? AND captured_at < ? "
                        + CaptureTable.NEWEST_FIRST + "LIMIT ? OFFSET ?",
                CaptureRow::read,
                Keys.of(key),
                Sql.at(from),
                Sql.at(to),
                limit,
                offset);
    }

    /** How many captures of an address stand before an instant. */
    public int before(UrlKey key, Instant date) {
        return (int) sql.number(
                "SELECT count(*) FROM capture WHERE page_key = ? AND (captured_at < ? OR (captured_at = ? AND"
                        + " captured_ns < ?))",
                Keys.of(key),
                Sql.at(date),
                Sql.at(date),
                Sql.ns(date));
    }

    private static String part(String unit) {
        return "extract(" + unit + " FROM captured_at AT TIME ZONE 'UTC')";
    }

    private static Object begin(int year) {
        return Sql.at(Year.of(year).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
