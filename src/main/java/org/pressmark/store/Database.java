package org.pressmark.store;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** One of the two kinds of database: what differs between them, and nothing else. */
interface Database extends Closeable {
    /** A new connection, committing only when told to. */
    Connection connect() throws SQLException;

    /** Where the database is, for messages. */
    String words();

    /** The clause of a text column that makes its values compare by their bytes. */
    default String byteOrder() {
        return "";
    }

    /** The isolation, as JDBC numbers it, in which all tables are seen as they were at the first statement. */
    int oneMoment();

    /** Runs a unit of work that writes, to its commit. */
    default <T> T writing(Supplier<T> unit) {
        return unit.get();
    }

    /** Returns once everything that was committed before would survive a power failure. */
    void makeDurable(Sql sql);

    /** Runs the work while no other process, and no other thread of this one, migrates the same database. */
    void whileMigrating(Connection connection, Runnable work) throws SQLException;

    /** True where nothing can be written, whatever is tried. */
    default boolean onlyRead() {
        return false;
    }

    /** What to tell people of a connection that could not be made. */
    StoreException notOpened(SQLException e);

    /** Ends this program's claim on the database, connections being closed already. */
    @Override
    void close();

    /** True where so much of the database's file is of no more use that it is worth a pause; asked after every sync. */
    default boolean overgrown() {
        return false;
    }

    /** Gives that space back, while nobody of this process is connected. */
    default void tidyUp() {}
}
