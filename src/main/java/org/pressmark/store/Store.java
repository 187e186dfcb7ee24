package org.pressmark.store;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pressmark.model.Digest;

/**
 * An archive's index, open for reading and writing. Several threads may use one store, and several processes one index.
 *
 * <p>Work is done in units: each sees the tables by its {@link Tx} and is kept as a whole or not at all. A unit may be run
 * more than once, where another one was in its way, so it must do nothing but read and write through its {@code Tx}; and it
 * must not start another unit.
 */
public final class Store implements Closeable {
    private static final int TRIES = 8;
    private static final int UNSYNCED = 64;

    /** After so many units a connection forgets its statements: how H2 looks things up hangs on how much there was then. */
    private static final int UNDERSTOOD = 251;

    private final Database database;
    private final Pool pool;
    private final LatestArticles latest = new LatestArticles();
    private final LatestRuns runs = new LatestRuns();
    private final AtomicLong committed = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final Object durable = new Object();
    /** Whether units that were not safely stored yet may be gone, their database having failed or been killed. */
    private volatile boolean shaken;

    private final AtomicBoolean tidying = new AtomicBoolean();
    private volatile long durableTo;

    private Store(Database database) {
        this.database = database;
        this.pool = new Pool(database);
    }

    /**
     * Opens an index, making or migrating it first where need be. Where it cannot be written it is only read, as it is now.
     *
     * @throws StoreException if it cannot be opened: made by a newer program, being rebuilt, damaged, not reachable; the
     *     message names the remedy
     */
    public static Store open(StoreLocation location) {
        return open(databaseOf(location));
    }

    private static Database databaseOf(StoreLocation location) {
        if (location instanceof StoreLocation.Embedded embedded) {
            return embedded.writable() ? H2Database.shared(embedded) : H2Stored.open(embedded);
        }
        return PostgresDatabase.shared((StoreLocation.Server) location);
    }

    static Store open(Database database) {
        return open(database, Migrations.known());
    }

    private static Store open(Database database, int schema) {
        return open(database, new Migrations(database), schema);
    }

    static Store open(Database database, Migrations migrations, int schema) {
        Store store = new Store(database);
        boolean opened = false;
        try {
            store.migrate(migrations, schema);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                store.close();
            }
        }
    }

    /** The process that has the database open for the others may end meanwhile: then this one begins anew. */
    private void migrate(Migrations migrations, int schema) {
        for (int attempt = 1; ; attempt++) {
            Connection connection = pool.take();
            try {
                migrations.run(connection, schema);
                return;
            } catch (StoreException e) {
                if (attempt == TRIES || !e.connectionLost()) {
                    throw e;
                }
            } finally {
                if (rollback(connection)) {
                    pool.giveBack(connection);
                } else {
                    pool.drop(connection);
                }
            }
        }
    }

    /** Does one unit of work and returns when it is safely stored, power failure included. */
    public <T> T transaction(Function<Tx, T> work) {
        T result = batch(work);
        sync();
        return result;
    }

    /** As {@link #transaction}, for work without a result. */
    public void write(Consumer<Tx> work) {
        transaction(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /**
     * Does one unit of work that others see at once but that is not safely stored yet, not even should this process end:
     * acknowledge it only after {@link #sync}.
     */
    public <T> T batch(Function<Tx, T> work) {
        T result = run(work, true);
        if (committed.incrementAndGet() % UNSYNCED == 0) {
            sync();
        }
        return result;
    }

    /** Reads; what the work writes is undone. */
    public <T> T read(Function<Tx, T> work) {
        return run(work, false);
    }

    /** Returns when all finished units of work are safely stored. Threads that ask at the same time share one effort. */
    public void sync() {
        if (onlyRead()) {
            return;
        }
        makeDurable();
        if (database.overgrown() && tidying.compareAndSet(false, true)) {
            try {
                pool.whileClosed(() -> {
                    if (database.overgrown()) {
                        database.tidyUp();
                    }
                });
            } finally {
                tidying.set(false);
            }
        }
    }

    private void makeDurable() {
        long mine = committed.get();
        synchronized (durable) {
            if (durableTo >= mine) {
                return;
            }
            long upTo = committed.get();
            run(
                    tx -> {
                        database.makeDurable(tx.sql());
                        return true;
                    },
                    false);
            durableTo = upTo;
        }
    }

    /** True where the index lies on a medium or in a folder that this user cannot write: every unit of work that writes fails. */
    public boolean onlyRead() {
        return database.onlyRead();
    }

    /** Where the index lies, for people. */
    public String words() {
        return database.words();
    }

    /**
     * A digest of everything that the derived tables say, the same for equal contents in any kind of database: what a
     * rebuild must give again.
     */
    public Digest dumpDigest() {
        return snapshot(tx -> Derived.digest(tx.sql()));
    }

    /**
     * How this index's derived tables differ from another's.
     *
     * @param examples how many rows to name, a table and side
     */
    public Differences differences(Store other, int examples) {
        return differences(other, examples, moment -> {});
    }

    /** @param first is done with this index as it is at one moment; the same moment is then compared */
    Differences differences(Store other, int examples, Consumer<Moment> first) {
        return snapshot(mine -> {
            first.accept(new Moment(mine, this));
            return other.snapshot(theirs -> Derived.differences(mine.sql(), theirs.sql(), examples));
        });
    }

    /**
     * Writes a backup of all tables, operational ones included, as they are at one moment; others may go on writing.
     *
     * @param file the zip to be made or replaced
     */
    public void backup(Path file) {
        snapshot(tx -> {
            Backup.write(tx.sql(), file);
            return true;
        });
    }

    /**
     * Fills an empty index from a backup, of whatever kind of database either is. A backup of an older program is migrated.
     *
     * @throws StoreException if the index has rows already, or if the backup is damaged or of a newer program
     */
    public static void restore(StoreLocation location, Path backup) {
        int schema = Backup.schema(backup);
        if (schema < 1 || schema > Migrations.known()) {
            throw new StoreException("the backup was made by a newer Pressmark (schema " + schema
                    + "; this program knows " + Migrations.known() + "): " + backup + "; use that version");
        }
        try (Store old = open(databaseOf(location), schema)) {
            old.write(tx -> {
                if (Migrations.version(tx.sql().connection()) != schema || !Schema.empty(tx.sql())) {
                    throw new StoreException("expected an empty index to restore into, found rows: " + old.words()
                            + "; move it away, or name another archive");
                }
                Backup.read(tx.sql(), backup);
            });
        }
        open(location).close();
    }

    /** Does a last thing, after which nothing of the database is used any more, and closes. */
    void endWith(Consumer<Sql> work) {
        Connection connection = pool.take();
        try {
            work.accept(new Sql(connection));
        } finally {
            pool.drop(connection);
            close();
        }
    }

    /**
     * Gives back the space that an index does not need. Only an H2 file has such: it is also done at the end of a program
     * whose work made the file much longer, and by a rebuild. PostgreSQL looks after itself.
     *
     * @throws StoreException if another process, or another store of this one, has the index open
     */
    public static void compact(StoreLocation location) {
        if (location instanceof StoreLocation.Embedded embedded && !H2Database.compact(embedded)) {
            throw new StoreException("another process has the index open: " + location.words() + "; end it first");
        }
    }

    /** Reads everything as it is at one moment, which is when this begins. */
    private <T> T snapshot(Function<Tx, T> work) {
        return read(tx -> {
            Connection connection = tx.sql().connection();
            try {
                int before = connection.getTransactionIsolation();
                connection.setTransactionIsolation(database.oneMoment());
                try {
                    Migrations.version(connection); // the moment is that of the first statement
                    return work.apply(tx);
                } finally {
                    connection.rollback();
                    connection.setTransactionIsolation(before);
                }
            } catch (SQLException e) {
                throw Sql.failed("a snapshot", e);
            }
        });
    }

    @Override
    public void close() {
        pool.close();
        database.close();
    }

    private <T> T run(Function<Tx, T> work, boolean keep) {
        for (int attempt = 1; ; attempt++) {
            Connection connection = pool.take();
            boolean usable = false;
            try {
                T result = keep ? database.writing(() -> done(work, true, connection)) : done(work, false, connection);
                usable = ended.incrementAndGet() % UNDERSTOOD != 0 || rollback(connection);
                return result;
            } catch (AssertionError e) {
                shaken |= committed.get() > durableTo;
                throw new StoreException(H2Database.STOPPED, new SQLException(H2Database.STOPPED, e));
            } catch (StoreException e) {
                usable = !e.connectionLost() && rollback(connection);
                shaken |= (e.connectionLost() || e.ofStorage()) && committed.get() > durableTo;
                if (attempt == TRIES || !(e.worthARepeat() || e.connectionLost())) {
                    throw e;
                }
            } finally {
                if (usable) {
                    pool.giveBack(connection);
                } else {
                    pool.drop(connection);
                }
            }
            LockSupport.parkNanos(Duration.ofMillis((long) attempt * attempt).toNanos());
        }
    }

    /** Ends with a commit even where nothing was written: at each rollback H2 forgets all statements that it has understood. */
    private <T> T done(Function<Tx, T> work, boolean keep, Connection connection) {
        boolean done = false;
        try {
            Tx tx = tx(connection);
            T result = work.apply(tx);
            if (keep || !tx.sql().wrote()) {
                connection.commit();
                done = true;
            }
            return result;
        } catch (SQLException e) {
            throw Sql.failed("commit", e);
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    private Tx tx(Connection connection) {
        return new Tx(new Sql(connection), latest, runs, shaken);
    }

    private static boolean rollback(Connection connection) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException | AssertionError e) {
            return false;
        }
    }
}
