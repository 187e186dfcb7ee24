package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The archive's folder for what is only passing through: spooled bodies, half-made files. Who works in it shares a lock; who
 * comes when nobody does throws away what the dead left there.
 */
final class WorkFolder implements Closeable {
    private static final String IN_USE = "in-use.lock";

    private final Path path;
    private final @Nullable FileChannel channel;
    private final boolean temporary;

    private WorkFolder(Path path, @Nullable FileChannel channel, boolean temporary) {
        this.path = path;
        this.channel = channel;
        this.temporary = temporary;
    }

    static WorkFolder open(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(
                path.resolve(IN_USE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock alone = channel.tryLock();
            if (alone != null) {
                clear(path);
                alone.release();
            }
            channel.tryLock(0, Long.MAX_VALUE, true);
        } catch (IOException | OverlappingFileLockException elsewhereHereOrNoLocks) {
            // In this process the folder is in use already, or the file system knows no locks: then nothing is thrown
            // away.
            return new WorkFolder(path, channel, false);
        }
        return new WorkFolder(path, channel, false);
    }

    /** One of this process alone, which is removed when it is closed: for an archive that can only be read. */
    static WorkFolder temporary() throws IOException {
        return new WorkFolder(Files.createTempDirectory("pressmark-"), null, true);
    }

    Path path() {
        return path;
    }

    /** Locks stay: another may just be taking one. What cannot be deleted stays too. */
    private static void clear(Path path) throws IOException {
        remove(path, one -> !one.equals(path) && !one.toString().endsWith(".lock"));
    }

    private static void remove(Path path, Predicate<Path> which) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> left =
                    all.filter(which).sorted(Comparator.reverseOrder()).toList();
            left.forEach(one -> one.toFile().delete());
        }
    }

    @Override
    public void close() {
        if (temporary) {
            try {
                remove(path, one -> true);
            } catch (IOException whoeverClearsTheTemporaryFolderFindsIt) {
                return;
            }
        }
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException theLockEndsWithTheProcess) {
                return;
            }
        }
    }
}
