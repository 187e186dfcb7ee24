package org.pressmark.pipeline;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells edits in a thread of its own, so that a slow newsroom never holds up a watch. */
final class AlertsAside implements Closeable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(30);

    private final Pipeline house;
    private final SendAlerts alerts;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "pressmark-alerts");
        made.setDaemon(true);
        return made;
    });

    AlertsAside(Pipeline house) {
        this.house = house;
        this.alerts = new SendAlerts(house);
        alerts.begin();
    }

    /** Tells what there is to tell, unless that is being done. */
    void tell() {
        if (alerts.wanted() && busy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    Guarded.call("alerts", alerts::run, house.notices());
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Tells what is left, within reason. */
    @Override
    public void close() {
        tell();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        alerts.close();
    }
}
