package org.pressmark.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Says who uses an index file: many at once, or one alone who may put another file in its place. The operating system holds
 * the locks, so they end with the process, however it ends. Byte 0 of the lock file stands for use, byte 1 for migrating,
 * byte 2 for connecting, byte 3 for writing, byte 4 for checking; at byte 16 stands a number, the length of the database file when it was compacted last.
 *
 * <p>A process may lock a byte only once, and closing any channel of the file would drop all its locks: so there is one
 * channel a file and process, counted.
 */
final class IndexLock implements Closeable {
    private static final Map<Path, Held> HELD = new HashMap<>();

    private static final long NOTE = 16;

    private final Path file;
    private final Held held;
    private boolean open = true;

    private IndexLock(Path file, Held held) {
        this.file = file;
        this.held = held;
    }

    /** What this process holds of one lock file. */
    private static final class Held {
        final FileChannel channel;
        final FileLock use;
        final ReentrantLock migrating = new ReentrantLock();
        final ReentrantLock connecting = new ReentrantLock();
        final WriteTurns writing;
        int users = 1;

        Held(FileChannel channel, FileLock use) {
            this.channel = channel;
            this.use = use;
            this.writing = new WriteTurns(channel, 3);
        }
    }

    /**
     * Joins those who use the index, or takes it alone.
     *
     * @return empty where others stand in the way: one who has it alone, or, for one who wants it alone, anyone
     */
    static Optional<IndexLock> take(Path file, boolean alone) {
        synchronized (HELD) {
            Held held = HELD.get(file);
            if (held == null) {
                held = lock(file, alone);
                if (held == null) {
                    return Optional.empty();
                }
                HELD.put(file, held);
            } else if (alone || !held.use.isShared()) {
                return Optional.empty();
            } else {
                held.users++;
            }
            return Optional.of(new IndexLock(file, held));
        }
    }

    private static @Nullable Held lock(Path file, boolean alone) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock use = channel.tryLock(0, 1, !alone);
            if (use == null) {
                channel.close();
                return null;
            }
            return new Held(channel, use);
        } catch (IOException e) {
            throw new StoreException(
                    "the index cannot be locked by " + file + " (" + reason(e)
                            + "); have its folder made writable, or copy the archive to where it can be written",
                    e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : e.getClass().getSimpleName();
    }

    /** What is done in turn. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs the work while no one else migrates. */
    <T> T whileMigrating(Work<T> work) throws SQLException {
        return inTurn(held.migrating, 1, work);
    }

    /** Runs the work while no one else connects. */
    <T> T whileConnecting(Work<T> work) throws SQLException {
        return inTurn(held.connecting, 2, work);
    }

    /** Says that this one checks the index, until what is given is closed; empty where another does. */
    Optional<FileLock> checking() {
        try {
            return Optional.ofNullable(held.channel.tryLock(4, 1, false));
        } catch (OverlappingFileLockException anotherThread) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In whose turn units of work write. */
    WriteTurns writing() {
        return held.writing;
    }

    private <T> T inTurn(ReentrantLock threads, long place, Work<T> work) throws SQLException {
        threads.lock();
        try {
            FileLock processes = held.channel.lock(place, 1, false);
            try {
                return work.run();
            } finally {
                processes.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.unlock();
        }
    }

    /** A number that was noted in the lock file, 0 where none was. */
    long note() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
        try {
            return held.channel.read(bytes, NOTE) == Long.BYTES ? bytes.flip().getLong() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void note(long number) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).putLong(number).flip();
        try {
            held.channel.write(bytes, NOTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        synchronized (HELD) {
            if (!open) {
                return;
            }
            open = false;
            if (--held.users == 0) {
                HELD.remove(file);
                try {
                    held.use.release();
                    held.channel.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
