package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the living from the dead: who writes a file holds the operating system's lock on a small file beside it, and the
 * system lets go when the process ends, however it ends. The lock is not on the WARC file itself, since by POSIX any reader
 * of that file in the same process would give it up by closing.
 */
final class WriterLock implements Closeable {
    /** Within one process the system's lock does not exclude, and looking would give it up: so this is asked first. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock; empty where another holds it. */
    static Optional<WriterLock> tryLock(Path lockFile) throws IOException {
        Path file = lockFile.toAbsolutePath().normalize();
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        WriterLock taken = null;
        try {
            taken = lock(file);
            return Optional.ofNullable(taken);
        } finally {
            if (taken == null) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static @Nullable WriterLock lock(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            lock = null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : new WriterLock(file, channel);
    }

    /** Gives the lock up and removes its file, its writing being done. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
        HELD_HERE.remove(file);
    }
}
