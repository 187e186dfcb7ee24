package org.pressmark.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A new H2 file in the temporary folder, to be compared with one that can only be read. It takes no one's place. */
final class H2Aside implements Swap {
    private final StoreLocation.Embedded location;
    private final Path folder;
    private final StoreLocation.Embedded beside;
    private final IndexLock lock;

    H2Aside(StoreLocation.Embedded location) {
        this.location = location;
        try {
            this.folder = Files.createTempDirectory("pressmark-check");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.beside = new StoreLocation.Embedded(folder.resolve("index"));
        this.lock = IndexLock.take(H2Database.lockFile(beside), true)
                .orElseThrow(() -> new IllegalStateException("expected a folder of our own, found " + folder));
    }

    @Override
    public Database fresh() {
        return H2Database.alone(beside, H2Database.Use.FRESH, lock);
    }

    @Override
    public Optional<Database> present() {
        return Optional.of(H2Stored.open(location));
    }

    @Override
    public void finish(Sql fresh) {
        throw H2Stored.onlyRead(location);
    }

    @Override
    public void swap() {
        throw H2Stored.onlyRead(location);
    }

    /** What cannot be removed is left to whoever clears the temporary folder. */
    @Override
    public void close() {
        lock.close();
        for (Path file : new Path[] {beside.databaseFile(), beside.useFile(), beside.lockFile(), folder}) {
            file.toFile().delete();
        }
    }
}
