package org.pressmark.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** One at a time, over all processes. */
final class WriterLock {
    private static final long PAUSE = 2_000_000;

    private WriterLock() {}

    /** Does the work when nobody else is at it. */
    static <T> T during(Path path, Ledger.Work<T> work) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (true) {
                try (FileLock lock = channel.lock()) {
                    Objects.requireNonNull(lock);
                    return work.run();
                } catch (OverlappingFileLockException anotherHouseInThisProcess) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
        }
    }
}
