package org.pressmark.pipeline;

import java.time.Duration;
import java.time.Instant;
import org.pressmark.model.CrawlState;
import org.pressmark.store.Totals;

/** Tells how the archive and its crawls stand, from the index alone: so any process can tell of any other's crawl. */
public final class SurveyCrawl {
    private static final int HOSTS = 100;
    /** Counting passes over whole tables; who asks more often gets the last answer again. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Pipeline house;
    private CrawlState last = CrawlState.NOTHING;

    public SurveyCrawl(Pipeline house) {
        this.house = house;
    }

    /** How it stands now, or stood a few seconds ago. */
    public synchronized CrawlState now() {
        Instant now = house.clock().instant();
        if (last.equals(CrawlState.NOTHING) || last.at().plus(FRESH).isBefore(now)) {
            last = house.store().read(tx -> {
                Totals totals = tx.totals();
                return new CrawlState(
                        now,
                        totals.captures(),
                        totals.bytes(),
                        totals.pages(),
                        totals.versions(),
                        tx.survey().attempts(),
                        tx.survey().sources(now),
                        tx.survey().hosts(now, HOSTS));
            });
        }
        return last;
    }
}
