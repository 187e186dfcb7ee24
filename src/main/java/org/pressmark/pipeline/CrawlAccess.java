package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;

/** An archive opened for one crawl or watch: nobody else crawls it meanwhile, and pages can be captured. */
final class CrawlAccess implements Closeable {
    private final CrawlLock lock;
    private final CapturePage capture;

    private CrawlAccess(CrawlLock lock, CapturePage capture) {
        this.lock = lock;
        this.capture = capture;
    }

    /** @throws PipelineException if another crawl or watch is at work on the archive */
    static CrawlAccess open(Pipeline house) throws IOException {
        house.needWritable();
        CrawlLock lock = CrawlLock.take(house);
        boolean opened = false;
        try {
            CrawlAccess access = new CrawlAccess(lock, new CapturePage(house, url -> {}));
            opened = true;
            return access;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    CapturePage capture() {
        return capture;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            capture.close();
        }
    }
}
