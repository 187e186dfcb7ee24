package org.pressmark.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An address in the frontier: what it is, how the visits to it went, when the next is due.
 *
 * @param sighting how it was found first; its dates are the last that were stated
 * @param source name of the source that it belongs to
 * @param hops links that lead to it from where a person began
 * @param priority 0 first; what is due of a host is visited in this order, then by time
 * @param history the visits that counted
 * @param due when to visit it; nothing: not any more
 * @param hinted whether it is due because a feed or sitemap spoke of a change
 * @param last the last attempt, where there was one
 */
public record Queued(
        Sighting sighting,
        String source,
        int hops,
        int priority,
        VisitHistory history,
        Optional<Instant> due,
        boolean hinted,
        Optional<Attempted> last) {

    /**
     * An attempt to visit it.
     *
     * @param outcome in a word or two, e.g. {@code new version}, {@code refused}
     * @param status the HTTP status, 0 where there was no answer
     * @param detail one sentence for people
     * @param tries how many attempts there were so far
     */
    public record Attempted(Instant at, String outcome, int status, String detail, int tries) {
        public Attempted {
            Objects.requireNonNull(at);
        }
    }

    public Queued {
        Objects.requireNonNull(sighting);
        Objects.requireNonNull(history);
        if (hops < 0 || priority < 0) {
            throw new IllegalArgumentException(
                    "expected hops and priority of 0 or more, found " + hops + ", " + priority);
        }
    }

    public String url() {
        return sighting.url();
    }

    /** The same, due at another time. */
    public Queued dueAt(Optional<Instant> time, boolean byHint) {
        return new Queued(sighting, source, hops, priority, history, time, byHint, last);
    }

    /** The same after an attempt. */
    public Queued after(VisitHistory visits, Optional<Instant> next, Attempted attempt) {
        return new Queued(sighting, source, hops, priority, visits, next, false, Optional.of(attempt));
    }

    /** The same with what was said of it since. */
    public Queued said(Sighting again) {
        Sighting merged = new Sighting(
                sighting.url(),
                sighting.task(),
                sighting.how(),
                sighting.foundIn(),
                sighting.id().or(again::id),
                again.title().or(sighting::title),
                sighting.published().or(again::published),
                again.modified().or(sighting::modified));
        return new Queued(merged, source, hops, priority, history, due, hinted, last);
    }
}
