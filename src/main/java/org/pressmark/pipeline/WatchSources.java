package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.pressmark.model.CrawlSummary;
import org.pressmark.model.Source;

/**
 * Watches sources for good: reads their feeds and pages as their schedules say, visits what is new, visits again what may
 * have changed. All that it knows of the future lies in the index: ended, or killed, it goes on where it was.
 */
public final class WatchSources implements Closeable {
    private static final Duration TICK = Duration.ofMillis(200);
    /** With nothing due, the index and the list of sources are looked at so often. */
    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Pipeline house;
    private final Duration idle;
    private final CrawlAccess access;
    private final CapturePage capture;
    private final CrawlCounts counts = new CrawlCounts();
    private final Instant began;
    private final Map<String, Followed> followed = new HashMap<>();
    private List<Source> known = List.of();

    /**
     * Opens the archive for a watch.
     *
     * @throws PipelineException if another crawl or watch is at work on it
     */
    public WatchSources(Pipeline house) throws IOException {
        this(house, IDLE);
    }

    /** @param idle how often to look where nothing is due */
    WatchSources(Pipeline house, Duration idle) throws IOException {
        this.house = house;
        this.idle = idle;
        this.access = CrawlAccess.open(house);
        this.capture = access.capture();
        this.began = house.clock().instant();
    }

    /**
     * Watches until it is stopped.
     *
     * @param sources asked often; a changed list holds from then on
     * @param stop asked often; true: no new visit is begun, and the watch ends
     * @return what it did
     */
    public CrawlSummary run(Supplier<List<Source>> sources, BooleanSupplier stop, RunCrawl.Progress progress)
            throws InterruptedException {
        RunCrawl.freeAll(house, began);
        CrawlLimits limits = new CrawlLimits(house.clock(), counts, true);
        VisitAddress visits = new VisitAddress(house, capture, new Frontier(house.store()), counts);
        try (CrawlEngine engine = new CrawlEngine(house, visits, counts, limits);
                AlertsAside alerts = new AlertsAside(house)) {
            ClockSetBack clock = new ClockSetBack(house);
            while (!stop.getAsBoolean()) {
                clock.look().ifPresent(engine::clockSetBack);
                take(sources.get());
                boolean busy = engine.round(followed.values(), Instant.MAX);
                if (!busy) {
                    capture.flush();
                }
                alerts.tell();
                progress.at(summary());
                engine.pause(busy ? TICK : idle);
            }
        }
        capture.flush();
        return summary();
    }

    /** Sets the sources right where the list has changed. */
    private void take(List<Source> sources) {
        if (sources.equals(known)) {
            return;
        }
        known = sources;
        followed.clear();
        Instant now = house.clock().instant();
        List<Source> active =
                sources.stream().filter(source -> !source.paused()).toList();
        house.store().write(tx -> active.forEach(source -> RunCrawl.enter(tx.frontier(), source, now, false)));
        active.forEach(source -> followed.put(source.name(), Followed.of(source)));
    }

    private CrawlSummary summary() {
        List<String> names = new ArrayList<>(followed.keySet());
        Optional<Instant> next = house.store().read(tx -> tx.frontier().nextDue(names));
        return counts.summary(
                Duration.between(began, house.clock().instant()),
                house.tally().captures(),
                house.tally().bytes(),
                0,
                next);
    }

    @Override
    public void close() throws IOException {
        access.close();
    }
}
