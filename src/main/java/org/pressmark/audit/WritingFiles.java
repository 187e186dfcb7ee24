package org.pressmark.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Whether somebody is writing a file now: the writer holds the lock of {@code .pressmark/work/<name>.lock}. Of files that this very
 * process writes the hall must say so, since looking at such a lock from the same process would give it up.
 */
final class WritingFiles {
    private final Path dir;
    private final Set<String> here;

    WritingFiles(Path dir, Set<String> here) {
        this.dir = dir;
        this.here = Set.copyOf(here);
    }

    /** @param name without {@code .open} */
    boolean alive(String name) throws IOException {
        if (here.contains(name) || here.contains(name + Auditor.OPEN)) {
            return true;
        }
        Path lockFile = dir.resolve(".pressmark/work").resolve(name + ".lock");
        // Shared, for a file that can only be read can be locked in no other way; the writer's own stands in its way
        // too.
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.READ)) {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
            if (lock == null) {
                return true;
            }
            lock.release();
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
