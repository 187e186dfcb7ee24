package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.pressmark.config.Setting;
import org.pressmark.model.CrawlSummary;
import org.pressmark.model.Finding;
import org.pressmark.model.Queued;
import org.pressmark.model.Source;
import org.pressmark.store.Store;

/**
 * Crawls once: reads the sources' feeds, sitemaps and pages, visits what is new there or due again, and ends when nothing is
 * left that is due. It can be stopped at any time and goes on where it was.
 */
public final class RunCrawl implements Closeable {
    private static final Duration TICK = Duration.ofMillis(200);
    /** A host that asks for so long a pause is waited for, if nothing else is left to do. */
    private static final Duration WORTH_WAITING = Duration.ofSeconds(60);

    private final Pipeline house;
    private final CrawlAccess access;
    private final CapturePage capture;
    private final CrawlCounts counts = new CrawlCounts();
    private final Instant began;
    private final long capturesBefore;
    private final long bytesBefore;

    /** Hears now and then how far the crawl is. */
    public interface Progress {
        void at(CrawlSummary summary);
    }

    /**
     * Opens the archive for a crawl.
     *
     * @throws PipelineException if another crawl is at work on it
     */
    public RunCrawl(Pipeline house) throws IOException {
        this.house = house;
        this.access = CrawlAccess.open(house);
        this.capture = access.capture();
        this.began = house.clock().instant();
        this.capturesBefore = house.tally().captures();
        this.bytesBefore = house.tally().bytes();
    }

    /**
     * Crawls.
     *
     * @param again whether what is known is visited whatever its schedule says
     * @param stop asked often; true: no new visit is begun, and the crawl ends
     */
    public CrawlSummary run(List<Source> sources, boolean again, BooleanSupplier stop, Progress progress)
            throws InterruptedException {
        List<Followed> followed = sources.stream()
                .filter(source -> !source.paused())
                .map(Followed::of)
                .toList();
        List<String> names = followed.stream().map(one -> one.source().name()).toList();
        freeAll(house, began);
        ClockSetBack clock = new ClockSetBack(house);
        clock.look();
        Instant horizon = began;
        Store store = house.store();
        store.write(tx -> {
            for (Followed one : followed) {
                if (again) {
                    tx.frontier().dueNow(one.source().name(), began);
                }
                enter(tx.frontier(), one.source(), began, true);
            }
        });
        counts.expect(store.read(tx -> tx.frontier().due(names, began)));
        CrawlLimits limits = new CrawlLimits(house.clock(), counts, false);
        AlertsAside alerts = new AlertsAside(house);
        try (CrawlEngine engine =
                new CrawlEngine(house, new VisitAddress(house, capture, new Frontier(store), counts), counts, limits)) {
            while (!stop.getAsBoolean()) {
                Optional<Duration> back = clock.look();
                if (back.isPresent()) {
                    horizon = horizon.minus(back.get());
                    engine.clockSetBack(back.get());
                }
                if (!engine.round(followed, horizon) && !worthWaiting(engine)) {
                    break;
                }
                progress.at(summary(counts.expected(), Optional.empty()));
                engine.pause(TICK);
            }
            engine.parked().forEach((host, until) -> counts.early(host + " is not asked before " + until));
        }
        capture.flush();
        alerts.close();
        if (!house.settings().flag(Setting.CAPTURE_EXTRACT)) {
            counts.note("the articles are not read yet; 'pressmark reextract' does");
        }
        if (stop.getAsBoolean()) {
            counts.early("stopped; the next crawl goes on where this one was");
        }
        return summary(
                store.read(tx -> tx.frontier().waiting(names)),
                store.read(tx -> tx.frontier().nextDue(names)));
    }

    private boolean worthWaiting(CrawlEngine engine) {
        Instant soon = house.clock().instant().plus(WORTH_WAITING);
        return engine.parked().values().stream().anyMatch(until -> until.isBefore(soon));
    }

    /** Gives back what a crawl that died had taken. */
    static void freeAll(Pipeline house, Instant due) {
        int freed = house.store().transaction(tx -> tx.frontier().free(Optional.empty(), due));
        if (freed > 0) {
            house.notices()
                    .accept(new Finding(
                            Finding.Level.NOTE,
                            "crawl-resumed",
                            "",
                            -1,
                            freed + " addresses were taken by a crawl that did not end; they are visited now"));
        }
    }

    /**
     * Puts a source's own addresses into the frontier.
     *
     * @param due whether those that are known are due now, whatever their schedule says
     */
    static void enter(org.pressmark.store.FrontierTable frontier, Source source, Instant now, boolean due) {
        List<Queued> entries = Frontier.entries(source, now);
        frontier.add(entries, Map.of());
        List<Queued> known = new ArrayList<>();
        for (Queued entry : entries) {
            frontier.find(entry.url())
                    .filter(row -> due
                            || !row.source().equals(source.name())
                            || row.due().isEmpty())
                    .ifPresent(row -> known.add(new Queued(
                            entry.sighting(),
                            source.name(),
                            0,
                            0,
                            row.history(),
                            Optional.of(now),
                            false,
                            row.last())));
        }
        frontier.update(known);
    }

    private CrawlSummary summary(long waiting, Optional<Instant> next) {
        return counts.summary(
                Duration.between(began, house.clock().instant()),
                house.tally().captures() - capturesBefore,
                house.tally().bytes() - bytesBefore,
                waiting,
                next);
    }

    @Override
    public void close() throws IOException {
        access.close();
    }
}
