package org.pressmark.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pressmark.model.Capture;

/** A place in the order of a page's captures: by date, captures of one date by the keys of their record ids. */
record Spot(Instant date, UUID capture) {
    static Spot of(Capture capture) {
        return new Spot(capture.date(), Keys.of(capture.recordId()));
    }

    /** The rows of a table that stand in this order, found beside a place by steps into its index. */
    static final class Rows<T> {
        private final String select;
        private final String at;
        private final String ns;
        private final String key;
        private final Row.Mapper<T> mapper;

        /**
         * @param select up to WHERE; the table has an index of these columns behind {@code page_key}
         * @param time the columns of the date begin so
         */
        Rows(String select, String time, String key, Row.Mapper<T> mapper) {
            this.select = select;
            this.at = time + "_at";
            this.ns = time + "_ns";
            this.key = key;
            this.mapper = mapper;
        }

        /** The last row before a place. */
        Optional<T> before(Sql sql, UUID page, Spot spot) {
            return beside(sql, page, spot, " < ", " < ", " DESC");
        }

        /** The last row at a place or before it. */
        Optional<T> upTo(Sql sql, UUID page, Spot spot) {
            return beside(sql, page, spot, " < ", " <= ", " DESC");
        }

        /** The first row behind a place. */
        Optional<T> after(Sql sql, UUID page, Spot spot) {
            return beside(sql, page, spot, " > ", " > ", "");
        }

        /** One question for each column that decides: one question for all would read all that have the same date. */
        private Optional<T> beside(Sql sql, UUID page, Spot spot, String than, String thanKey, String way) {
            String order =
                    " ORDER BY page_key" + way + ", " + at + way + ", " + ns + way + ", " + key + way + " LIMIT 1";
            String here = select + "WHERE page_key = ? AND " + at;
            return sql.first(
                            here + " = ? AND " + ns + " = ? AND " + key + thanKey + "?" + order,
                            mapper,
                            page,
                            Sql.at(spot.date),
                            Sql.ns(spot.date),
                            spot.capture)
                    .or(() -> sql.first(
                            here + " = ? AND " + ns + than + "?" + order,
                            mapper,
                            page,
                            Sql.at(spot.date),
                            Sql.ns(spot.date)))
                    .or(() -> sql.first(here + than + "?" + order, mapper, page, Sql.at(spot.date)));
        }

        /** How many rows stand from one place on and before another, but no more than so many. */
        int count(Sql sql, UUID page, Spot from, Optional<Spot> to, int most) {
            return (int) sql.number(
                    "SELECT count(*) FROM (" + select + "WHERE page_key = ? AND " + from(to.isPresent())
                            + " ORDER BY page_key, " + at + ", " + ns + ", " + key + " LIMIT ?) AS found",
                    values(page, from, to, most));
        }

        /** The same, of those before the end. */
        int countBack(Sql sql, UUID page, Spot from, Spot to, int most) {
            return (int) sql.number(
                    "SELECT count(*) FROM (" + select + "WHERE page_key = ? AND " + from(true)
                            + " ORDER BY page_key DESC, " + at + " DESC, " + ns + " DESC, " + key
                            + " DESC LIMIT ?) AS found",
                    values(page, from, Optional.of(to), most));
        }

        private String from(boolean end) {
            return at + " >= ? AND (" + at + " > ? OR " + ns + " > ? OR (" + ns + " = ? AND " + key + " >= ?))"
                    + (end
                            ? " AND " + at + " <= ? AND (" + at + " < ? OR " + ns + " < ? OR (" + ns + " = ? AND " + key
                                    + " < ?))"
                            : "");
        }

        private static Object[] values(UUID page, Spot from, Optional<Spot> to, int most) {
            List<Object> out = new ArrayList<>();
            out.add(page);
            add(out, from);
            to.ifPresent(end -> add(out, end));
            out.add(most);
            return out.toArray();
        }

        private static void add(List<Object> out, Spot spot) {
            Object at = Sql.at(spot.date);
            Object ns = Sql.ns(spot.date);
            out.addAll(List.of(at, at, ns, ns, spot.capture));
        }
    }

    /** The place in the columns {@code <time>_at}, {@code <time>_ns} and {@code key}. */
    static Spot read(Row row, String time, String key) throws SQLException {
        return new Spot(row.instant(time), row.key(key));
    }
}
