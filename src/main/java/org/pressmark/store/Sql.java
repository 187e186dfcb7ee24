package org.pressmark.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Runs SQL on one connection; values only ever as parameters. Every trouble is a {@link StoreException}. */
final class Sql {
    /** Rows of a batch that are sent at once. */
    static final int BATCH = 1_000;

    private static final int FETCH = 1_000;

    /** How far a failure's causes are followed. */
    private static final int DEEPEST = 10;

    private final Connection connection;
    private boolean wrote;

    Sql(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Whether anything but a query was run. */
    boolean wrote() {
        return wrote;
    }

    int update(String sql, @Nullable Object... values) {
        wrote = true;
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** A statement without parameters, such as DDL. */
    void execute(String sql) {
        wrote = true;
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Runs a statement for each of these; says how many rows each changed. */
    int[] batch(String sql, List<@Nullable Object[]> rows) {
        int[] changed = new int[rows.size()];
        if (rows.isEmpty()) {
            return changed;
        }
        wrote = true;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int from = 0; from < changed.length; from += BATCH) {
                int to = Math.min(changed.length, from + BATCH);
                for (Object[] row : rows.subList(from, to)) {
                    bind(statement, row);
                    statement.addBatch();
                }
                System.arraycopy(statement.executeBatch(), 0, changed, from, to - from);
            }
            return changed;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    <T> List<T> list(String sql, Row.Mapper<T> mapper, @Nullable Object... values) {
        List<T> out = new ArrayList<>();
        each(sql, row -> out.add(mapper.map(row)), values);
        return Collections.unmodifiableList(out);
    }

    <T> Optional<T> first(String sql, Row.Mapper<T> mapper, @Nullable Object... values) {
        List<T> rows = list(sql, mapper, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    long number(String sql, @Nullable Object... values) {
        return first(sql, row -> row.cells().getLong(1), values).orElse(0L);
    }

    /** What is done with each row. */
    interface Visitor {
        void row(Row row) throws SQLException;
    }

    void each(String sql, Visitor visitor, @Nullable Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    visitor.row(row);
                }
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** {@code ?, ?, ?} */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /**
     * The values of IN lists, so many at a time. The last of a list is repeated up to a power of two: that asks the same, and
     * statements of few lengths are understood once each.
     */
    static <T> List<List<T>> parts(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> out = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            List<T> part = new ArrayList<>(all.subList(from, Math.min(all.size(), from + BATCH)));
            int most = part.size() < 2 ? part.size() : Integer.highestOneBit(part.size() - 1) * 2;
            part.addAll(Collections.nCopies(most - part.size(), part.get(part.size() - 1)));
            out.add(part);
        }
        return out;
    }

    /** The whole microseconds of an instant, for an …_at column. */
    static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** The nanoseconds below, for an …_ns column. */
    static int ns(Instant instant) {
        return instant.get(ChronoField.NANO_OF_SECOND) % 1_000;
    }

    /** The word for an enum constant, in lower case. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static StoreException failed(String what, SQLException e) {
        SQLException first = e.getNextException() != null && e.getSQLState() == null ? e.getNextException() : e;
        String remedy = damaged(first)
                ? ". The index is damaged: 'pressmark rebuild' makes it anew from the WARC files, which hold everything"
                : unwritten(first)
                        ? ". What the index lacks stands in the WARC files; the next command enters it. Is the disk full?"
                        : first.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY
                                ? ". The archive can only be read here: copy it to where it can be written, and give the"
                                        + " command again"
                                : "";
        return new StoreException("the index refused '" + shorten(what) + "': " + first.getMessage() + remedy, first);
    }

    /** True where H2 cannot write its file, or not read what it could not write. */
    private static boolean unwritten(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure.getErrorCode() == ErrorCode.IO_EXCEPTION_1
                || message.contains("MVStoreException: Writing to")
                || message.contains("MVStoreException: Reading from");
    }

    /** True where H2 says of its file that one part of it contradicts another; it wraps this up as a lock that was waited for. */
    private static boolean damaged(SQLException failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            int code = cause instanceof SQLException sql ? sql.getErrorCode() : 0;
            if (code == ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX || code == ErrorCode.FILE_CORRUPTED_1) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String shorten(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    private PreparedStatement prepare(String sql, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, values);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Optional<?> optional ? optional.orElse(null) : values[i];
            statement.setObject(i + 1, value instanceof String text ? storable(text) : value);
        }
    }

    /** PostgreSQL holds neither NUL nor half a surrogate pair; U+FFFD stands for either. */
    static String storable(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, '\uFFFD');
            }
        }
        return out == null ? text : out.toString();
    }
}
