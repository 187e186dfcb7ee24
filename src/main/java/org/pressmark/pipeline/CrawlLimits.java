package org.pressmark.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.Source;

/** Where each source's run stops; of a watch, each day. */
final class CrawlLimits {
    private static final Duration DAY = Duration.ofDays(1);

    private final InstantSource clock;
    private final CrawlCounts counts;
    private final boolean daily;
    private final Map<String, Used> used = new HashMap<>();

    private static final class Used {
        final Instant since;
        long pages;
        long bytes;

        Used(Instant since) {
            this.since = since;
        }
    }

    /** @param daily true: the limits hold for each day, and time has none */
    CrawlLimits(InstantSource clock, CrawlCounts counts, boolean daily) {
        this.clock = clock;
        this.counts = counts;
        this.daily = daily;
    }

    synchronized void count(Source source, CaptureResult result) {
        Used row = used(source);
        row.pages++;
        row.bytes += result.capture()
                .filter(capture -> !capture.revisit())
                .map(capture -> capture.payloadLength())
                .orElse(0L);
    }

    /** True where the source has had its share. */
    synchronized boolean reached(Source source) {
        Used row = used(source);
        Source.Limits limits = source.limits();
        Duration time = Duration.between(row.since, clock.instant());
        String which = row.pages >= limits.pages()
                ? "pages"
                : row.bytes >= limits.bytes() ? "bytes" : !daily && time.compareTo(limits.time()) >= 0 ? "time" : "";
        if (!which.isEmpty()) {
            counts.early(source.name() + ": its limit of " + which + " is reached; the rest waits");
        }
        return !which.isEmpty();
    }

    private Used used(Source source) {
        Used row = used.computeIfAbsent(source.name(), name -> new Used(clock.instant()));
        Duration age = Duration.between(row.since, clock.instant());
        if (daily && (age.compareTo(DAY) >= 0 || age.isNegative())) { // a clock that was set back ends the day too
            row = new Used(clock.instant());
            used.put(source.name(), row);
        }
        return row;
    }
}
