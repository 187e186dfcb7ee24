package org.pressmark.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A new H2 file beside the present one, renamed into its place. */
final class H2Swap implements Swap {
    private final StoreLocation.Embedded location;
    private final StoreLocation.Embedded beside;
    private final IndexLock lock;
    private final FileLock checking;
    private final boolean alone;

    H2Swap(StoreLocation.Embedded location, boolean alone) {
        this.location = location;
        this.alone = alone;
        this.beside = location.beside(alone ? H2Database.REBUILT : "-check");
        this.lock = IndexLock.take(H2Database.lockFile(location), alone)
                .orElseThrow(() -> new StoreException(
                        "another process has the index open: " + location.words() + "; end it, or wait for it"));
        Optional<FileLock> mine = lock.checking();
        if (mine.isEmpty()) {
            lock.close();
            throw new StoreException(CHECKED + location.words());
        }
        this.checking = mine.get();
        removeFresh();
    }

    @Override
    public Database fresh() {
        return H2Database.alone(beside, H2Database.Use.FRESH, lock);
    }

    @Override
    public Optional<Database> present() {
        if (!Files.exists(location.databaseFile())) {
            return Optional.empty();
        }
        return Optional.of(alone ? H2Database.alone(location, H2Database.Use.LAST, lock) : H2Database.shared(location));
    }

    @Override
    public void finish(Sql fresh) {
        fresh.execute("SHUTDOWN COMPACT");
        try {
            lock.note(Files.size(beside.databaseFile()));
        } catch (IOException e) {
            throw new StoreException("the rebuilt index cannot be read: " + beside.words(), e);
        }
    }

    @Override
    public void swap() {
        Path folder = location.databaseFile().getParent();
        try {
            force(beside.databaseFile());
            Files.move(
                    beside.databaseFile(),
                    location.databaseFile(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            if (folder != null
                    && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                force(folder);
            }
        } catch (IOException e) {
            throw new StoreException(
                    "the rebuilt index cannot be put in its place: " + location.words() + "; the old one is as it was",
                    e);
        }
    }

    private static void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void removeFresh() {
        try {
            Files.deleteIfExists(beside.databaseFile());
            Files.deleteIfExists(beside.lockFile());
        } catch (IOException e) {
            throw new StoreException("a half-made index cannot be removed: " + beside.words(), e);
        }
    }

    @Override
    public void close() {
        try {
            removeFresh();
        } finally {
            letGo();
        }
    }

    private void letGo() {
        try {
            checking.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
