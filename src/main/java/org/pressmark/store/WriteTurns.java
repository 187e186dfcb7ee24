package org.pressmark.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Units of work that write run beside each other; what brings them to the disk runs alone. Among threads a lock sees to it,
 * among processes a byte of the lock file.
 *
 * <p>H2 needs it: what it brings to the disk are the roots of its trees, gathered one after the other. With a unit at work
 * meanwhile they need not fit, and a process killed before the next time leaves rows in one index that another does not have.
 */
final class WriteTurns {
    private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();

    private final FileChannel channel;
    private final long place;
    private final ReadWriteLock threads = new ReentrantReadWriteLock(true);
    private int units;
    private @Nullable FileLock processes;

    /** @param place the byte of the file that stands for this among processes */
    WriteTurns(FileChannel channel, long place) {
        this.channel = channel;
        this.place = place;
    }

    /** Runs a unit that writes. */
    <T> T beside(Supplier<T> unit) {
        threads.readLock().lock();
        try {
            enter();
            try {
                return unit.get();
            } finally {
                leave();
            }
        } finally {
            threads.readLock().unlock();
        }
    }

    /** Runs the work while no unit writes, in whatever process. */
    void alone(Runnable work) {
        threads.writeLock().lock();
        try {
            FileLock lock = lock(false);
            try {
                work.run();
            } finally {
                release(lock);
            }
        } finally {
            threads.writeLock().unlock();
        }
    }

    private synchronized void enter() {
        if (units == 0) {
            processes = lock(true);
        }
        units++;
    }

    private synchronized void leave() {
        units--;
        if (units == 0 && processes != null) {
            release(processes);
            processes = null;
        }
    }

    /** By asking again and again: to wait for a file's lock would close the file where the thread is interrupted. */
    private FileLock lock(boolean shared) {
        try {
            FileLock lock = channel.tryLock(place, 1, shared);
            while (lock == null) {
                LockSupport.parkNanos(PAUSE_NANOS);
                lock = channel.tryLock(place, 1, shared);
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
