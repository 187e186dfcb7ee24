package org.pressmark.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;

/**
 * Rows of a table as JSON objects, the same from every kind of database: keys are column names, absent means NULL, instants
 * are ISO 8601 in UTC, bytes base64.
 */
final class Dump {
    private Dump() {}

    /** Hands over all rows of a table. */
    static void read(Sql sql, String table, Consumer<ObjectNode> out) {
        List<Schema.Column> columns = Schema.columns(sql.connection(), table);
        sql.each("SELECT * FROM " + table, row -> out.accept(write(columns, row.cells())));
    }

    /** Adds rows to a table that has none. */
    static final class Filler {
        private final Sql sql;
        private final String table;
        private final List<Schema.Column> columns;
        private final String insert;
        private final List<@Nullable Object[]> waiting = new ArrayList<>();

        Filler(Sql sql, String table) {
            this.sql = sql;
            this.table = table;
            this.columns = Schema.columns(sql.connection(), table);
            String names = columns.stream().map(Schema.Column::name).collect(Collectors.joining(", "));
            this.insert = "INSERT INTO " + table + " (" + names + ") VALUES (" + Sql.marks(columns.size()) + ")";
        }

        /** Adds a row; a column that the table does not have is an error. */
        void add(JsonNode row) {
            waiting.add(values(table, columns, row));
            if (waiting.size() == Sql.BATCH) {
                send();
            }
        }

        /** To be called after the last row. */
        void finish() {
            send();
            Schema.renumber(sql, table);
        }

        private void send() {
            sql.batch(insert, waiting);
            waiting.clear();
        }
    }

    private static ObjectNode write(List<Schema.Column> columns, ResultSet cells) throws SQLException {
        ObjectNode out = Json.object();
        for (int i = 0; i < columns.size(); i++) {
            Schema.Column column = columns.get(i);
            if (cells.getObject(i + 1) == null) {
                continue;
            }
            switch (column.kind()) {
                case TEXT -> out.put(column.name(), cells.getString(i + 1));
                case WHOLE -> out.put(column.name(), cells.getLong(i + 1));
                case REAL -> out.put(column.name(), cells.getDouble(i + 1));
                case FLAG -> out.put(column.name(), cells.getBoolean(i + 1));
                case KEY ->
                    out.put(column.name(), cells.getObject(i + 1, UUID.class).toString());
                case BYTES -> out.put(column.name(), Base64.getEncoder().encodeToString(cells.getBytes(i + 1)));
                case INSTANT ->
                    out.put(
                            column.name(),
                            cells.getObject(i + 1, OffsetDateTime.class)
                                    .toInstant()
                                    .toString());
            }
        }
        return out;
    }

    private static @Nullable Object[] values(String table, List<Schema.Column> columns, JsonNode row) {
        @Nullable Object[] out = new @Nullable Object[columns.size()];
        int found = 0;
        for (int i = 0; i < out.length; i++) {
            JsonNode value = row.get(columns.get(i).name());
            if (value != null) {
                found++;
                out[i] = value(columns.get(i).kind(), value);
            }
        }
        if (found != row.size()) {
            throw new StoreException("expected the columns of the table " + table + ", found: "
                    + row.properties().stream().map(java.util.Map.Entry::getKey).toList());
        }
        return out;
    }

    private static Object value(Schema.Kind kind, JsonNode value) {
        return switch (kind) {
            case TEXT -> value.asText();
            case WHOLE -> value.asLong();
            case REAL -> value.asDouble();
            case FLAG -> value.asBoolean();
            case KEY -> UUID.fromString(value.asText());
            case BYTES -> Base64.getDecoder().decode(value.asText());
            case INSTANT -> java.time.Instant.parse(value.asText()).atOffset(ZoneOffset.UTC);
        };
    }
}
