package org.pressmark.store;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A few connections, made when they are first needed and kept. Who wants one more than there are waits. */
final class Pool implements Closeable {
    private static final int SIZE = 12;

    private final Database database;
    private final Semaphore free = new Semaphore(SIZE, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Pool(Database database) {
        this.database = database;
    }

    /** A connection without an open transaction. It is given back by {@link #giveBack} or {@link #drop}. */
    Connection take() {
        free.acquireUninterruptibly();
        boolean taken = false;
        try {
            Connection connection = idleOrNull();
            if (connection == null) {
                connection = database.connect();
            }
            taken = true;
            return connection;
        } catch (SQLException e) {
            throw database.notOpened(e);
        } finally {
            if (!taken) {
                free.release();
            }
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Connection idleOrNull() {
        if (closed) {
            throw new StoreException("the index is closed: " + database.words(), new SQLException("closed", "08003"));
        }
        return idle.pollFirst();
    }

    void giveBack(Connection connection) {
        boolean keep;
        synchronized (this) {
            keep = !closed;
            if (keep) {
                idle.addFirst(connection);
            }
        }
        if (!keep) {
            closeQuietly(connection);
        }
        free.release();
    }

    /** Takes back a connection that is broken. */
    void drop(Connection connection) {
        closeQuietly(connection);
        free.release();
    }

    /** Does something while nobody of this process is connected: waits for those who are, keeps others waiting. */
    void whileClosed(Runnable work) {
        free.acquireUninterruptibly(SIZE);
        try {
            drain().forEach(Pool::closeQuietly);
            work.run();
        } finally {
            free.release(SIZE);
        }
    }

    private synchronized List<Connection> drain() {
        List<Connection> all = List.copyOf(idle);
        idle.clear();
        return all;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        drain().forEach(Pool::closeQuietly);
    }

    /** What a connection says while it is closed changes nothing: everything acknowledged is stored. */
    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException | AssertionError e) {
            java.util.logging.Logger.getLogger(Pool.class.getName())
                    .log(java.util.logging.Level.FINE, "closing a connection", e);
        }
    }
}
