package org.pressmark.store;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;

/** An H2 file that may only be read, on a medium that cannot be written or in somebody else's folder: nothing is made or locked. */
final class H2Stored implements Database {
    private static final int TRIES = 10;
    private static final int PAUSE_MILLIS = 100;

    private final StoreLocation.Embedded location;

    private H2Stored(StoreLocation.Embedded location) {
        this.location = location;
    }

    /** @throws StoreException if there is none, or nobody lets us read it */
    static H2Stored open(StoreLocation.Embedded location) {
        if (location.missing()) {
            throw new StoreException("there is no index, and none can be made, for this can only be read: "
                    + location.unwritable() + " (expected " + location.words() + "). 'pressmark replay'"
                    + " and 'verify' read the WARC files without one; for all else copy the archive to where it can be"
                    + " written and give 'pressmark rebuild' there");
        }
        if (!Files.isReadable(location.databaseFile())) {
            throw new StoreException("the index may not be read by this user: " + location.words()
                    + "; its owner can allow it (chmod o+r of the file, o+rx of its folder), or copy the archive to a folder"
                    + " of your own. 'pressmark replay --from FILE URL' reads a WARC file without one");
        }
        return new H2Stored(location);
    }

    /** What every attempt to write is answered with. */
    static StoreException onlyRead(StoreLocation.Embedded location) {
        String words = "the index can only be read: " + location.unwritable()
                + "; copy the archive to where it can be written, or have it made writable, and give the command again";
        return new StoreException(words, new SQLException(words, "90097", ErrorCode.DATABASE_IS_READ_ONLY));
    }

    /** Somebody else may be writing to the file just now: what cannot be understood is looked at once more. */
    @Override
    public Connection connect() throws SQLException {
        String url = H2Database.url(StoredFile.scheme() + location.file(), ";ACCESS_MODE_DATA=r");
        for (int attempt = 1; ; attempt++) {
            try {
                Connection connection = new org.h2.Driver().connect(url, H2Database.nobody());
                connection.setAutoCommit(false);
                return connection;
            } catch (SQLException e) {
                if (attempt == TRIES || !Files.exists(location.lockFile())) {
                    throw e;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(PAUSE_MILLIS).toNanos());
        }
    }

    @Override
    public String words() {
        return location.words();
    }

    @Override
    public int oneMoment() {
        return Constants.TRANSACTION_SNAPSHOT;
    }

    @Override
    public boolean onlyRead() {
        return true;
    }

    @Override
    public <T> T writing(Supplier<T> unit) {
        throw onlyRead(location);
    }

    @Override
    public void makeDurable(Sql sql) {
        // nothing was written
    }

    /** The tables are older than this program. */
    @Override
    public void whileMigrating(Connection connection, Runnable work) {
        throw new StoreException("the index was made by an older Pressmark (schema " + Migrations.version(connection)
                + "; this program reads " + Migrations.known()
                + ") and cannot be brought up to date, for it can only be read: "
                + location.unwritable()
                + ". Copy the archive to where it can be written and give any command there, e.g."
                + " 'pressmark list --archive COPY', or read it with the Pressmark that made it");
    }

    @Override
    public StoreException notOpened(SQLException e) {
        String problem = switch (e.getErrorCode()) {
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.GENERAL_ERROR_1 ->
                "the file is damaged, of another version of H2, or being written by somebody else; a copy of the"
                        + " archive that can be written can be given a new one with 'pressmark rebuild'";
            default -> String.valueOf(e.getMessage());
        };
        return new StoreException("the index cannot be opened: " + words() + ": " + problem, e);
    }

    @Override
    public void close() {
        // nothing was taken
    }
}
