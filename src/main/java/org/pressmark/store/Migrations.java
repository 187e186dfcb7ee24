package org.pressmark.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Brings a database to the schema that this program knows. Scripts are numbered from 1 and never change once released. */
final class Migrations {
    /** In order; the name after the number says what the script brings. */
    static final List<String> SCRIPTS = List.of(
            "V1__index.sql",
            "V2__frontier.sql",
            "V3__alerts.sql",
            "V4__search.sql",
            "V5__copies.sql",
            "V6__keys.sql",
            "V7__fingerprints.sql",
            "V8__twins.sql",
            "V9__runs.sql");

    private final Database database;
    private final List<String> scripts;

    Migrations(Database database) {
        this(database, SCRIPTS);
    }

    Migrations(Database database, List<String> scripts) {
        this.database = database;
        this.scripts = scripts;
    }

    /** The schema that this program knows. */
    static int known() {
        return SCRIPTS.size();
    }

    /**
     * Migrates as far as is known; a database that is up to date costs one query.
     *
     * @throws StoreException if the database is of a newer program
     */
    void run(Connection connection) {
        run(connection, scripts.size());
    }

    /** Migrates to a schema that is not the newest, for a backup of an older program. */
    void run(Connection connection, int target) {
        int found = version(connection);
        refuseNewer(found);
        if (found >= target) {
            return;
        }
        try {
            database.whileMigrating(connection, () -> migrate(connection, target));
        } catch (SQLException e) {
            throw Sql.failed("migrate", e);
        }
    }

    private void migrate(Connection connection, int target) {
        Sql sql = new Sql(connection);
        sql.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY, script VARCHAR NOT NULL)");
        int from = (int) sql.number("SELECT coalesce(max(version), 0) FROM schema_version");
        refuseNewer(from);
        for (int version = from + 1; version <= target; version++) {
            String script = scripts.get(version - 1);
            statements(script).stream()
                    .map(statement -> statement.replace("{byte order}", database.byteOrder()))
                    .forEach(sql::execute);
            sql.update("INSERT INTO schema_version (version, script) VALUES (?, ?)", version, script);
        }
        commit(connection);
    }

    /** The database's schema, 0 where it has none. */
    static int version(Connection connection) {
        try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), "schema_version", null)) {
            if (!tables.next()) {
                return 0;
            }
        } catch (SQLException e) {
            throw Sql.failed("looking for its schema", e);
        }
        return (int) new Sql(connection).number("SELECT coalesce(max(version), 0) FROM schema_version");
    }

    private void refuseNewer(int found) {
        if (found > scripts.size()) {
            throw new StoreException(
                    "the index was made by a newer Pressmark (schema " + found + "; this program knows "
                            + scripts.size() + "): " + database.words() + "; use that version, or rebuild");
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw Sql.failed("commit", e);
        }
    }

    /** The statements of a script; each ends in a semicolon at a line's end. */
    private static List<String> statements(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new StoreException("this program lacks its script " + script);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .replaceAll("(?m)--.*$", "")
                    .lines()
                    .collect(java.util.stream.Collectors.joining("\n"))
                    .transform(plain -> List.of(plain.split(";\\s*(\\n|$)", -1)))
                    .stream()
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
