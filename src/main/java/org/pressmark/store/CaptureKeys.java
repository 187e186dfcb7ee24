package org.pressmark.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.pressmark.model.Capture;
import org.pressmark.model.KeyRange;

/**
 * Captures by their keys in byte order. The index holds the first {@value #LENGTH} characters of a key; of captures whose keys
 * are longer and begin alike, it knows the group and not the order.
 */
public final class CaptureKeys {
    /** Characters of a key that the index holds. */
    static final int LENGTH = 600;

    private static final String IN_RANGE = "key_start >= ? AND key_start <= ? ";

    private static final String ORDER = "ORDER BY key_start, captured_at, captured_ns, record_key ";

    /** The limit stands within, so that what is sorted again for the join is one page. */
    static final String PAGE = "SELECT c.*, f.name AS file_name FROM (SELECT * FROM capture WHERE " + IN_RANGE
            + "AND (key_start > ? OR captured_at > ? OR (captured_at = ? AND (captured_ns > ?"
            + " OR (captured_ns = ? AND record_key > ?)))) " + ORDER
            + "LIMIT ?) c JOIN warc_file f ON f.id = c.file_id " + ORDER;

    private static final UUID GREATEST = new UUID(-1, -1);

    private final Sql sql;

    CaptureKeys(Sql sql) {
        this.sql = sql;
    }

    /** Every capture with such a key, in no order; the visitor must not use the index meanwhile. */
    public void each(KeyRange range, Consumer<Capture> visitor) {
        sql.each(
                CaptureTable.SELECT + "WHERE " + IN_RANGE,
                row -> {
                    if (range.holds(row.text("url_key"))) {
                        visitor.accept(CaptureRow.read(row));
                    }
                },
                start(range.first()),
                start(range.last()));
    }

    /** A place in the order of the index, behind which one goes on. */
    public record Place(String start, Instant date, UUID key) {
        /** The place before all captures of a range. */
        public static Place before(KeyRange range) {
            return new Place(CaptureKeys.start(range.first()), Instant.EPOCH.minusSeconds(1L << 36), Keys.LEAST);
        }

        /** The place of a capture. */
        public static Place of(Capture capture) {
            return new Place(CaptureKeys.start(capture.key().surt()), capture.date(), Keys.of(capture.recordId()));
        }

        /** The place behind all captures of the group to which a capture belongs. */
        public static Place behind(KeyRange group) {
            return new Place(CaptureKeys.start(group.first()), Instant.EPOCH.plusSeconds(1L << 36), GREATEST);
        }
    }

    /**
     * The next captures of a range, in the order of keys and then of time; fewer than asked for only at the end, save for those
     * at the range's edges that it does not hold.
     *
     * @param size rows that are read
     */
    public Page page(KeyRange range, Place behind, int size) {
        List<Capture> rows = sql.list(
                PAGE,
                CaptureRow::read,
                behind.start(),
                start(range.last()),
                behind.start(),
                Sql.at(behind.date()),
                Sql.at(behind.date()),
                Sql.ns(behind.date()),
                Sql.ns(behind.date()),
                behind.key(),
                size);
        List<Capture> held = new ArrayList<>(rows);
        held.removeIf(capture -> !range.holds(capture.key().surt()));
        return new Page(held, rows.isEmpty() ? behind : Place.of(rows.get(rows.size() - 1)), rows.size() < size);
    }

    /**
     * Some captures in order.
     *
     * @param end where the next page begins
     * @param last true where there is no next page
     */
    public record Page(List<Capture> captures, Place end, boolean last) {
        public Page {
            captures = List.copyOf(captures);
        }
    }

    /** True for a key of which the index holds the beginning only: those that begin alike come in the order of time. */
    public static boolean cut(String surt) {
        return surt.length() >= LENGTH;
    }

    /** All keys that begin as this long one does. */
    public static KeyRange group(String surt) {
        return new KeyRange(KeyRange.Match.PREFIX, start(surt), "");
    }

    /** The characters of a key that the index holds. */
    static String start(String surt) {
        if (surt.length() <= LENGTH) {
            return surt;
        }
        return surt.substring(0, Character.isHighSurrogate(surt.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH);
    }
}
