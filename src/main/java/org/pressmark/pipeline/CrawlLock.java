package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.pressmark.pipeline.PipelineException.Trouble;

/** One crawl at a time for an archive; a dead process holds nothing. */
final class CrawlLock implements Closeable {
    private final FileChannel channel;

    private CrawlLock(FileChannel channel) {
        this.channel = channel;
    }

    static CrawlLock take(Pipeline house) throws IOException {
        Path file = house.passing().resolve("crawl.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            @Nullable FileLock lock = channel.tryLock();
            taken = lock != null;
        } catch (OverlappingFileLockException e) {
            taken = false;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw new PipelineException(
                    Trouble.INPUT,
                    house.folder() + ": another crawl or watch is at work on this archive; end it first,"
                            + " or name another archive with --archive");
        }
        return new CrawlLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
