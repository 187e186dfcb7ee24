package org.pressmark.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pressmark.report.ArchivePage;

/** How the archive grew, month by month: counted anew only where something was stored since, and not every second. */
public final class Grown {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Pipeline house;
    private List<ArchivePage.Grown> months = List.of();
    private Instant counted = Instant.MIN;
    private long captures = -1;

    public Grown(Pipeline house) {
        this.house = house;
    }

    /** The first month first. */
    public synchronized List<ArchivePage.Grown> months() {
        Instant now = house.clock().instant();
        long stored = new Holdings(house).size().captures();
        boolean few = captures >= 0 && Duration.between(counted, now).abs().compareTo(FRESH) < 0;
        if (stored != captures && !few) {
            months = new Holdings(house).growth();
            counted = now;
            captures = stored;
        }
        return months;
    }
}
