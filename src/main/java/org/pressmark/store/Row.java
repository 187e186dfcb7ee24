package org.pressmark.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The present row of a result, by column names. */
record Row(ResultSet cells) {

    /** Makes a noun of a row. */
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    String text(String column) throws SQLException {
        return cells.getString(column);
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(cells.getString(column));
    }

    int integer(String column) throws SQLException {
        return cells.getInt(column);
    }

    long number(String column) throws SQLException {
        return cells.getLong(column);
    }

    UUID key(String column) throws SQLException {
        return cells.getObject(column, UUID.class);
    }

    /** The instant of the columns {@code <name>_at} and {@code <name>_ns}. */
    Instant instant(String name) throws SQLException {
        return cells.getObject(name + "_at", OffsetDateTime.class).toInstant().plusNanos(cells.getInt(name + "_ns"));
    }

    /** The instant of a column that is whole microseconds and may be empty. */
    Optional<Instant> moment(String column) throws SQLException {
        return Optional.ofNullable(cells.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    boolean flag(String column) throws SQLException {
        return cells.getBoolean(column);
    }

    String packed(String column) throws SQLException {
        return Packed.unpack(cells.getBytes(column));
    }

    <E extends Enum<E>> E word(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, cells.getString(column).toUpperCase(Locale.ROOT));
    }
}
