package org.pressmark.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A schema of a PostgreSQL database. A session of its own holds an advisory lock that says that the schema is in use. */
final class PostgresDatabase implements Database {
    private final StoreLocation.Server location;
    private final String url;
    private final String schema;
    private final Properties properties;
    private @Nullable Connection presence;

    private PostgresDatabase(StoreLocation.Server location, String schema) {
        this.location = location;
        this.schema = schema;
        // What stands in the address would go before the properties.
        this.url =
                location.url().replaceFirst("([?&])currentSchema=[^&]*&?", "$1").replaceFirst("[?&]$", "");
        this.properties = new Properties();
        properties.setProperty("currentSchema", quoted(schema));
        properties.setProperty("ApplicationName", "pressmark");
        properties.setProperty("tcpKeepAlive", "true");
    }

    /** Opens a schema for use along with others. */
    static PostgresDatabase shared(StoreLocation.Server location) {
        PostgresDatabase database = new PostgresDatabase(location, schemaOf(location.url()));
        if (!database.claim(false)) {
            throw new StoreException("the index is being rebuilt by another process: " + location.words()
                    + "; try again when that is done");
        }
        return database;
    }

    /** Takes a schema alone; fails where anyone uses it. */
    static PostgresDatabase alone(StoreLocation.Server location) {
        PostgresDatabase database = new PostgresDatabase(location, schemaOf(location.url()));
        if (!database.claim(true)) {
            throw new StoreException("another process has the index open: " + location.words() + "; end it first");
        }
        return database;
    }

    /** The schema of that name beside this one, emptied and taken alone. */
    PostgresDatabase beside(String suffix) {
        PostgresDatabase out = new PostgresDatabase(location, schema + suffix);
        if (!out.claim(true)) {
            throw new StoreException(Swap.CHECKED + location.words());
        }
        inOne(List.of(
                "DROP SCHEMA IF EXISTS " + quoted(out.schema) + " CASCADE", "CREATE SCHEMA " + quoted(out.schema)));
        return out;
    }

    @Override
    public String byteOrder() {
        return "COLLATE \"C\"";
    }

    /** Runs statements in one transaction. */
    void inOne(List<String> statements) {
        try (Connection connection = connect()) {
            statements.forEach(new Sql(connection)::execute);
            connection.commit();
        } catch (SQLException e) {
            throw Sql.failed("rebuild", e);
        }
    }

    /** The same schema, used under this one's lock. */
    PostgresDatabase unclaimed() {
        return new PostgresDatabase(location, schema);
    }

    String schema() {
        return schema;
    }

    private boolean claim(boolean alone) {
        try {
            Connection connection = connect();
            presence = connection;
            Sql sql = new Sql(connection);
            connection.setAutoCommit(true);
            boolean taken = sql.first(
                            "SELECT pg_try_advisory_lock" + (alone ? "" : "_shared") + "(?)",
                            row -> row.cells().getBoolean(1),
                            lockNumber("use"))
                    .orElse(false);
            if (taken) {
                makeSchema(connection, sql);
            } else {
                close();
            }
            return taken;
        } catch (SQLException e) {
            throw notOpened(e);
        }
    }

    /** One at a time: IF NOT EXISTS alone does not keep two sessions from making a schema at once. */
    private void makeSchema(Connection connection, Sql sql) throws SQLException {
        if (sql.number("SELECT count(*) FROM information_schema.schemata WHERE schema_name = ?", schema) > 0) {
            return;
        }
        connection.setAutoCommit(false);
        sql.number("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?)) AS turn", lockNumber("schema"));
        sql.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(schema));
        connection.commit();
        connection.setAutoCommit(true);
    }

    private long lockNumber(String purpose) {
        return Keys.of("pressmark " + purpose + " " + schema).getMostSignificantBits();
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, merged());
        connection.setAutoCommit(false);
        new Sql(connection).execute("SET synchronous_commit = on; SET lock_timeout = 20000");
        connection.commit();
        return connection;
    }

    private Properties merged() {
        Properties out = new Properties();
        out.putAll(properties);
        return out;
    }

    @Override
    public String words() {
        return location.words() + ", schema " + schema;
    }

    @Override
    public int oneMoment() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    /** PostgreSQL returns from a commit only when it is on disk; the connections insist on it. */
    @Override
    public void makeDurable(Sql sql) {}

    @Override
    public void whileMigrating(Connection connection, Runnable work) {
        new Sql(connection).number("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?)) AS turn", lockNumber("migrate"));
        work.run();
    }

    @Override
    public StoreException notOpened(SQLException e) {
        return new StoreException("the index cannot be opened: " + words() + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        Connection connection = presence;
        presence = null;
        if (connection != null) {
            try (connection;
                    Statement statement = connection.createStatement()) {
                // The server notices a closed connection only a moment later.
                statement.execute("SELECT pg_advisory_unlock_all()");
            } catch (SQLException e) {
                // A connection that is broken has no locks any more, and nothing else depends on this one.
                Logger.getLogger(PostgresDatabase.class.getName()).log(Level.FINE, "closing a connection", e);
            }
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String schemaOf(String url) {
        int query = url.indexOf('?');
        if (query >= 0) {
            for (String pair : url.substring(query + 1).split("&", -1)) {
                if (pair.startsWith("currentSchema=")) {
                    String first = pair.substring("currentSchema=".length()).split(",", -1)[0];
                    return java.net.URLDecoder.decode(first, java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        }
        return "pressmark";
    }
}
