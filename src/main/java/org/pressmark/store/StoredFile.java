package org.pressmark.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.ReadOnlyFileSystemException;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files as H2 is to see them where they may only be read: nobody has them open, whatever lock file a dead process left, and
 * none is locked, which a file system that comes over a network may refuse. Who reads so sees what stood in the file when it
 * was opened: a database that others write to grows at its end alone ({@link H2Database.Use#SHARED}).
 */
public final class StoredFile extends FilePathWrapper {
    private static final String SCHEME = "stored";
    private static final String LOCK = ".lock.db";

    /** For H2, which makes paths of the registered one. */
    public StoredFile() {
        super();
    }

    /** What stands before the path in the database's address. */
    static String scheme() {
        FilePath.register(new StoredFile());
        return SCHEME + ":";
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public boolean exists() {
        return !name.endsWith(LOCK) && super.exists();
    }

    @Override
    public boolean canWrite() {
        return false;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Unlocked(getBase().open("r"));
    }

    @Override
    public OutputStream newOutputStream(boolean append) {
        throw new ReadOnlyFileSystemException();
    }

    @Override
    public boolean createFile() {
        return false;
    }

    /** A file that is read and never locked. */
    private static final class Unlocked extends FileBase {
        private final FileChannel file;

        Unlocked(FileChannel file) {
            this.file = file;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            return new FileLock(this, position, size, shared) {
                @Override
                public boolean isValid() {
                    return isOpen();
                }

                @Override
                public void release() {
                    // nothing was taken
                }
            };
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return file.read(into, position);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return file.read(into);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new ReadOnlyFileSystemException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new ReadOnlyFileSystemException();
        }

        @Override
        public int write(ByteBuffer from) {
            throw new ReadOnlyFileSystemException();
        }

        @Override
        public FileChannel truncate(long size) {
            throw new ReadOnlyFileSystemException();
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
