package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.CaptureResult;

/** Captures pages one after the other while whoever asked does something else; for the web pages. */
public final class CaptureAside implements Closeable {
    private static final int MOST_WAITING = 100;

    private final Pipeline house;
    private final Map<String, Future<CaptureResult>> asked = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "pressmark-capture");
        made.setDaemon(true);
        return made;
    });
    private @Nullable CapturePage capture;

    public CaptureAside(Pipeline house) {
        this.house = house;
    }

    /**
     * Begins to capture a page, unless that is under way.
     *
     * @throws PipelineException where too many wait
     */
    public void begin(String url) {
        house.needWritable();
        asked.values().removeIf(Future::isDone);
        if (asked.size() >= MOST_WAITING) {
            throw new PipelineException(
                    PipelineException.Trouble.INPUT,
                    MOST_WAITING
                            + " pages wait to be captured; ask again when some are done, or use 'pressmark capture'");
        }
        asked.computeIfAbsent(url, address -> thread.submit(() -> open().capture(address)));
    }

    /**
     * Waits for a page that was begun.
     *
     * @return what came of it; empty where it is still under way, or was never begun
     */
    public Optional<CaptureResult> await(String url, long millis) throws IOException {
        Future<CaptureResult> future = asked.get(url);
        if (future == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(future.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PipelineException known) {
                throw known;
            }
            throw new IOException(url + ": " + e.getCause(), e);
        }
    }

    /** Whether a page is being captured, or waits for it. */
    public boolean underWay(String url) {
        Future<CaptureResult> future = asked.get(url);
        return future != null && !future.isDone();
    }

    private CapturePage open() throws IOException {
        if (capture == null) {
            capture = new CapturePage(house, url -> {});
        }
        return capture;
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (capture != null) {
            capture.close();
        }
    }
}
