package org.pressmark.archive;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A WARC file that is being written. Bytes go in under the caller's lock; {@link #sync} may be called by many at once and
 * does one fsync for all that was written before it. Writes through {@link RandomAccessFile}: a channel would be closed for
 * everybody by one thread's interrupt.
 */
final class WarcFile {
    private final Path open;
    private final Path done;
    private final Instant openedAt;
    private final WriterLock lock;
    private final RandomAccessFile file;
    private final OutputStream out;
    private final Object syncing = new Object();
    private volatile long length;
    private int writes;
    private long synced;
    private boolean closed;
    private boolean failed;

    /** What is to be written. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WarcFile(Path open, Path done, Instant openedAt, WriterLock lock, RandomAccessFile file)
            throws IOException {
        this.open = open;
        this.done = done;
        this.openedAt = openedAt;
        this.lock = lock;
        this.file = file;
        this.out = new FileOutputStream(file.getFD());
    }

    /** Begins a file under a name that must be new. */
    static WarcFile create(ArchiveFolder folder, String name, Instant now) throws IOException {
        WriterLock lock = WriterLock.tryLock(folder.lockOf(name))
                .orElseThrow(
                        () -> new IOException("expected a new file name, found that another process writes " + name));
        Path open = folder.file(name + WarcName.OPEN);
        boolean made = false;
        try {
            if (Files.exists(open) || Files.exists(folder.file(name))) {
                throw new FileAlreadyExistsException(name);
            }
            WarcFile begun =
                    new WarcFile(open, folder.file(name), now, lock, new RandomAccessFile(open.toFile(), "rw"));
            Disk.syncFolder(folder.path());
            made = true;
            return begun;
        } finally {
            if (!made) {
                lock.close();
            }
        }
    }

    String name() {
        return done.getFileName().toString();
    }

    long length() {
        return length;
    }

    /** True once more than the warcinfo record was written. */
    boolean hasCaptures() {
        return writes > 1;
    }

    Instant openedAt() {
        return openedAt;
    }

    /**
     * Appends bytes; on failure the file is cut back to where it was.
     *
     * @return where they begin
     */
    long write(Content content) throws IOException {
        long start = length;
        boolean whole = false;
        try {
            file.seek(start);
            content.writeTo(out);
            length = file.getFilePointer();
            writes++;
            whole = true;
            return start;
        } finally {
            if (!whole) {
                file.setLength(start);
            }
        }
    }

    /** Returns when everything up to {@code end} is on the disk. */
    void sync(long end) throws IOException {
        synchronized (syncing) {
            if (synced >= end) {
                return;
            }
            if (closed || failed) {
                throw new IOException("the file could not be brought to the disk before");
            }
            long written = length;
            boolean done = false;
            try {
                file.getFD().sync();
                done = true;
            } finally {
                failed = !done;
            }
            synced = written;
        }
    }

    /** Brings everything to the disk, and the file to its final name. */
    void finish() throws IOException {
        file.setLength(length); // bytes of a failed write may still stand behind it
        sync(length);
        close();
        Disk.rename(open, done);
        lock.close();
    }

    /** Removes a file in which nothing stands that anyone waits for. */
    void discard() throws IOException {
        close();
        Files.deleteIfExists(open);
        lock.close();
    }

    /** Leaves the file as it is, to be repaired at the next start. */
    void abandon() throws IOException {
        try {
            close();
        } finally {
            lock.close();
        }
    }

    private void close() throws IOException {
        synchronized (syncing) {
            closed = true;
            file.close();
        }
    }
}
