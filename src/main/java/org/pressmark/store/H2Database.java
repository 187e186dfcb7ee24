package org.pressmark.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.engine.SysProperties;

/**
 * An H2 file, shared with other processes of this machine: the first one to open it serves the others on a port of the
 * loopback address.
 */
final class H2Database implements Database {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String BIND_ADDRESS = "h2.bindAddress";
    /** What H2's assertions tell of. */
    static final String STOPPED =
            "the index could not be written and is closed. What it lacks stands in the WARC files; the"
                    + " next command enters it. Is the disk full?";

    private static final long LEAST_ROOM = 1 << 14;
    private static final int TRIES = 60;
    private static final int PAUSE_MILLIS = 100;
    private static final long WORTHWHILE = 16L << 20;
    /** By so much the file of a running program may grow, and by its length when it was compacted last. */
    private static final long OVERGROWN = 64L << 20;

    private static final Set<Integer> PASSING = Set.of(
            ErrorCode.ERROR_OPENING_DATABASE_1,
            ErrorCode.DATABASE_ALREADY_OPEN_1,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);

    static {
        // H2 reads this once, when its classes are loaded; left alone, it would listen on every address of the machine.
        if (System.getProperty(BIND_ADDRESS) == null) {
            System.setProperty(BIND_ADDRESS, LOOPBACK);
        }
        // Where its file cannot be written, H2 would look for a state to go on from, without end; asked to check what
        // it takes for granted, it says that there is none.
        Objects.requireNonNull(H2Database.class.getClassLoader())
                .setClassAssertionStatus("org.h2.mvstore.MVStore", true);
    }

    /** How the file is opened. */
    enum Use {
        /**
         * With others. A commit is written by {@link #makeDurable}, which no unit of work runs beside; what H2 would write by
         * itself in the midst of one could not be trusted after a crash, so WRITE_DELAY is a minute. Set to 0 it would also
         * end H2's housekeeping. Space is never used again while the file is open: H2 would write over what
         * the state before still needs, and a process that is killed in between would leave a file that goes back by
         * several commits or cannot be read (seen once in some two hundred kills). So the file grows until it is worth
         * compacting it: {@link #close}, or {@link #tidyUp} of a program that runs for long.
         */
        SHARED(";AUTO_SERVER=TRUE;REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0;WRITE_DELAY=60000"),
        /** Alone, to be filled: a crash costs the whole file, which is then made again. */
        FRESH(";RETENTION_TIME=1000;MAX_COMPACT_TIME=0"),
        /** Alone, to be read for the last time. */
        LAST(";MAX_COMPACT_TIME=0");

        private final String settings;

        Use(String settings) {
            this.settings = settings;
        }
    }

    /** An index that takes the other's place when it is whole has this behind its name until then. */
    static final String REBUILT = "-rebuild";

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final StoreLocation.Embedded location;
    private final Use use;
    private final long overgrown;
    private volatile IndexLock lock;
    private volatile boolean wrote;
    private volatile long tidyAt;

    private H2Database(StoreLocation.Embedded location, Use use, IndexLock lock, long overgrown) {
        this.location = location;
        this.use = use;
        this.lock = lock;
        this.overgrown = overgrown;
    }

    /** Opens an archive's index for use along with others. */
    static H2Database shared(StoreLocation.Embedded location) {
        return shared(location, OVERGROWN);
    }

    /** @param overgrown by so many bytes the file may grow while it is open */
    static H2Database shared(StoreLocation.Embedded location, long overgrown) {
        return new H2Database(location, Use.SHARED, join(location), overgrown);
    }

    private static IndexLock join(StoreLocation.Embedded location) {
        Path file = lockFile(location);
        removeStaleLock(location, file);
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Optional<IndexLock> lock = IndexLock.take(file, false);
            if (lock.isPresent()) {
                removeHalfMade(location);
                return lock.get();
            }
            pause();
        }
        throw new StoreException("the index is being rebuilt or compacted by another process: " + location.words()
                + "; try again when that is done");
    }

    /**
     * After a crash H2's own lock file is left, and H2 would wait some seconds to see whether anybody still keeps it. Who
     * has our lock alone knows that nobody does.
     */
    private static void removeStaleLock(StoreLocation.Embedded location, Path lockFile) {
        Path left = location.lockFile();
        if (!Files.exists(left)) {
            return;
        }
        IndexLock.take(lockFile, true).ifPresent(alone -> {
            try (alone) {
                Files.deleteIfExists(left);
            } catch (IOException e) {
                throw new StoreException("a lock file that a crash left cannot be removed: " + left, e);
            }
        });
    }

    /** What a rebuild left that was killed: as long as we are here no other can have begun. What cannot be removed stays. */
    private static void removeHalfMade(StoreLocation.Embedded location) {
        Path half = location.beside(REBUILT).databaseFile();
        if (Files.exists(half)) {
            half.toFile().delete();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(PAUSE_MILLIS).toNanos());
    }

    /**
     * Gives the space back that the file does not need.
     *
     * @return false where another process, or another store of this one, has the index open
     */
    static boolean compact(StoreLocation.Embedded location) {
        Optional<IndexLock> alone = IndexLock.take(lockFile(location), true);
        if (alone.isEmpty() || !Files.exists(location.databaseFile())) {
            alone.ifPresent(IndexLock::close);
            return alone.isPresent();
        }
        try (IndexLock lock = alone.get();
                Connection connection = alone(location, Use.LAST, lock).connect()) {
            new Sql(connection).execute("SHUTDOWN COMPACT");
            lock.note(Files.size(location.databaseFile()));
            return true;
        } catch (SQLException e) {
            throw Sql.failed("compact", e);
        } catch (IOException e) {
            throw new StoreException("the index cannot be compacted: " + location.words(), e);
        }
    }

    /** Opens a file beside the index, under a lock that the caller has. */
    static H2Database alone(StoreLocation.Embedded location, Use use, IndexLock lock) {
        return new H2Database(location, use, lock, OVERGROWN);
    }

    /** The lock file of an index, its folder made where it is missing. */
    static Path lockFile(StoreLocation.Embedded location) {
        Path folder = location.file().getParent();
        if (folder == null) {
            throw new StoreException("expected the index to lie in a folder, found: " + location.file());
        }
        try {
            StoreLocation.makeFolder(folder);
        } catch (IOException e) {
            throw new StoreException("the folder of the index cannot be made: " + folder + ": " + e.getMessage(), e);
        }
        return location.useFile();
    }

    @Override
    public Connection connect() throws SQLException {
        if (!LOOPBACK.equals(SysProperties.BIND_ADDRESS) && use == Use.SHARED) {
            throw new StoreException("expected the database to listen on " + LOOPBACK + " only, found: "
                    + SysProperties.BIND_ADDRESS + "; leave the property " + BIND_ADDRESS + " alone");
        }
        // H2 lets openers race for its own lock file, and one of them may lose with an error: so one at a time.
        Connection connection = lock.whileConnecting(this::connectPatiently);
        connection.setAutoCommit(false);
        hideKey();
        return connection;
    }

    /** Whoever has the key to the sharing port may do anything that this program may, be the folder open to others or not. */
    private void hideKey() {
        try {
            if (use == Use.SHARED && posix(location.lockFile())) {
                Files.setPosixFilePermissions(location.lockFile(), OWNER);
            }
        } catch (NoSuchFileException endedMeanwhile) {
            // the process that served; the next makes it anew
        } catch (IOException e) {
            throw new StoreException("the key to the index cannot be hidden from others: " + location.lockFile(), e);
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The process that serves the others may be ending just now; a moment later this one takes its place. */
    private Connection connectPatiently() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return new org.h2.Driver().connect(url(), nobody());
            } catch (SQLException e) {
                if (attempt == TRIES || use != Use.SHARED || !PASSING.contains(e.getErrorCode()) || full()) {
                    throw e;
                }
            }
            pause();
        }
    }

    /** Whether H2 could not even write its lock file; waiting would not help. */
    private boolean full() {
        try {
            return Files.getFileStore(lockFile(location)).getUsableSpace() < LEAST_ROOM;
        } catch (IOException e) {
            return false;
        }
    }

    private String url() {
        return url("file:" + location.file(), use.settings);
    }

    /** Who asks H2: its file has one user, and rights are those to the file. */
    static Properties nobody() {
        Properties nobody = new Properties();
        nobody.setProperty("user", "sa");
        nobody.setProperty("password", "");
        return nobody;
    }

    /** A database's address for H2. */
    static String url(String file, String settings) {
        return "jdbc:h2:" + file
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=64"
                + ";OPTIMIZE_REUSE_RESULTS=0;LOCK_TIMEOUT=20000;TRACE_LEVEL_FILE=0" + settings;
    }

    @Override
    public String words() {
        return location.words();
    }

    /** H2's repeatable reads are of each table from when it is first read; its snapshots are of all. */
    @Override
    public int oneMoment() {
        return Constants.TRANSACTION_SNAPSHOT;
    }

    @Override
    public <T> T writing(Supplier<T> unit) {
        return use == Use.SHARED ? lock.writing().beside(unit) : unit.get();
    }

    @Override
    public void makeDurable(Sql sql) {
        if (use == Use.SHARED) {
            wrote = true;
            lock.writing().alone(() -> sql.execute("CHECKPOINT SYNC"));
        }
    }

    @Override
    public void whileMigrating(Connection connection, Runnable work) throws SQLException {
        lock.whileMigrating(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public StoreException notOpened(SQLException e) {
        if (full()) {
            return new StoreException("the index cannot be opened: " + words() + ": its disk is full; make room", e);
        }
        String problem = switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                "another program has it open and does not share it: " + "end that program";
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.GENERAL_ERROR_1 ->
                "the file is damaged or of another " + "version of H2: make it anew from the WARC files with rebuild";
            default -> e.getMessage() + "; if the file is damaged, rebuild makes it anew from the WARC files";
        };
        return new StoreException("the index cannot be opened: " + words() + ": " + problem, e);
    }

    @Override
    public void close() {
        if (use == Use.SHARED) {
            boolean worthwhile = wrote && grown();
            lock.close();
            if (worthwhile) {
                compact(location);
            }
        }
    }

    /** Whether the file is more than twice as long as it was when it was compacted last. */
    private boolean grown() {
        try {
            long size = Files.size(location.databaseFile());
            return size > 2 * lock.note() + WORTHWHILE;
        } catch (IOException e) {
            return false;
        }
    }

    /** Not while {@link #tidyUp} has the lock's file closed. */
    @Override
    public synchronized boolean overgrown() {
        if (use != Use.SHARED) {
            return false;
        }
        try {
            long size = Files.size(location.databaseFile());
            return size > Math.max(tidyAt, 2 * lock.note() + overgrown);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized void tidyUp() {
        lock.close();
        try {
            compact(location); // not now where another process has it open
        } finally {
            lock = join(location);
        }
        try {
            tidyAt = Files.size(location.databaseFile()) + overgrown;
        } catch (IOException e) {
            throw new StoreException("the index has vanished: " + words(), e);
        }
    }
}
