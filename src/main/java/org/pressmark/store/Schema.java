package org.pressmark.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tables, and copying rows between databases of any kind. */
final class Schema {
    /** All tables that hold rows, each after those that it refers to. */
    static final List<String> TABLES = List.of(
            "warc_file",
            "capture",
            "page",
            "twin",
            "article",
            "wording",
            "version",
            "capture_text",
            "claim",
            "fingerprint",
            "link_word",
            "chain_node",
            "derivation",
            "reason",
            "capture_attempt",
            "frontier",
            "frontier_host",
            "alert",
            "alert_delivery");

    /** What is only waiting to be done, and begins anew in a new database: neither backed up nor compared. */
    static final Set<String> PASSING = Set.of("search_due");

    /** Those that number their rows by themselves, in the column {@code id}. */
    static final Set<String> NUMBERED = Set.of("warc_file", "wording", "capture_attempt");

    private Schema() {}

    /** A column's name and what it holds. */
    record Column(String name, Kind kind) {}

    /** What a column can hold, whatever the database calls it. */
    enum Kind {
        TEXT,
        WHOLE,
        REAL,
        FLAG,
        INSTANT,
        KEY,
        BYTES
    }

    /** The columns of a table, in the database's order; none where there is no such table. */
    static List<Column> columns(Connection connection, String table) {
        List<Column> out = new ArrayList<>();
        try (var rows = connection.getMetaData().getColumns(null, connection.getSchema(), table, null)) {
            while (rows.next()) {
                out.add(new Column(rows.getString("COLUMN_NAME"), kind(rows.getString("TYPE_NAME"))));
            }
            return out;
        } catch (SQLException e) {
            throw Sql.failed("the columns of " + table, e);
        }
    }

    private static Kind kind(String type) {
        return switch (type.toLowerCase(java.util.Locale.ROOT)) {
            case "uuid" -> Kind.KEY;
            case "bytea", "binary varying", "varbinary" -> Kind.BYTES;
            case "timestamptz", "timestamp with time zone" -> Kind.INSTANT;
            case "bool", "boolean" -> Kind.FLAG;
            case "float8", "double precision" -> Kind.REAL;
            case "int2", "int4", "int8", "smallint", "integer", "bigint", "serial", "bigserial" -> Kind.WHOLE;
            case "varchar", "character varying", "text" -> Kind.TEXT;
            default -> throw new StoreException("expected a type of this program's tables, found: " + type);
        };
    }

    /** Lets a table number its next row after all that it has. */
    static void renumber(Sql sql, String table) {
        if (NUMBERED.contains(table)) {
            long next = sql.number("SELECT coalesce(max(id), 0) + 1 FROM " + table);
            sql.execute("ALTER TABLE " + table + " ALTER COLUMN id RESTART WITH " + next);
        }
    }

    /** True where no table has a row. */
    static boolean empty(Sql sql) {
        return TABLES.stream()
                .filter(table -> !columns(sql.connection(), table).isEmpty()) // an older schema has not all of them
                .allMatch(table ->
                        sql.number("SELECT count(*) FROM (SELECT 1 FROM " + table + " LIMIT 1) AS found") == 0);
    }
}
