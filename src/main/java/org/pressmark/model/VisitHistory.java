package org.pressmark.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How the visits to an address went so far; the time of the next one follows from it.
 *
 * @param foundAt when the address was found
 * @param published when the article was published, as a feed or sitemap says
 * @param visits how many visits gave the page, unchanged or not
 * @param edits how many of them showed another text than the one before
 * @param seen the last visit that gave the page
 * @param edited the last visit that showed an edit
 * @param interval the wait that was last chosen, zero before the first visit
 * @param misses visits in a row that did not give the page: errors, walls, refusals
 * @param misled how often in a row a feed or sitemap spoke of a change that was none
 */
public record VisitHistory(
        Instant foundAt,
        Optional<Instant> published,
        int visits,
        int edits,
        Optional<Instant> seen,
        Optional<Instant> edited,
        Duration interval,
        int misses,
        int misled) {

    public VisitHistory {
        Objects.requireNonNull(foundAt);
        if (visits < 0 || edits < 0 || misses < 0 || misled < 0 || interval.isNegative()) {
            throw new IllegalArgumentException("expected counts of 0 or more, found " + visits + ", " + edits + ", "
                    + misses + ", " + misled + ", " + interval);
        }
    }

    /** Of an address that was not visited yet. */
    public static VisitHistory fresh(Instant foundAt, Optional<Instant> published) {
        return new VisitHistory(foundAt, published, 0, 0, Optional.empty(), Optional.empty(), Duration.ZERO, 0, 0);
    }

    /**
     * When the article began: as stated, where that is not in the future of its finding.
     */
    public Instant began() {
        return published.filter(stated -> stated.isBefore(foundAt)).orElse(foundAt);
    }
}
