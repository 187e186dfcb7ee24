package org.pressmark.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pressmark.crawl.Visit.Result;
import org.pressmark.model.Schedule;
import org.pressmark.model.VisitHistory;

/**
 * When an article is visited again. Articles are edited most in their first two days, and one that was just edited is likely
 * to be edited again; so visits are frequent then, and each that finds nothing new makes the next wait longer. What servers
 * and feeds say of changes moves a visit, but only the page itself counts as an edit; and what is no page (an error, a wall)
 * changes nothing of what was learnt.
 */
public final class Revisits {
    private static final Duration FRESH = Duration.ofDays(2);
    private static final Duration RESTLESS = Duration.ofHours(6);

    /** The longest wait while fresh, in intervals: an edit just after a visit is still seen within two of them. */
    private static final double FRESH_MOST = 1.85;

    private static final double FRESH_GROWTH = 1.3;
    private static final double LATER_GROWTH = 1.5;
    /** An edit of an old article makes the wait so many times shorter. */
    private static final int EDIT_SHORTENS = 4;

    private static final Duration LONGEST_RETRY = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 12;

    private Revisits() {}

    /**
     * What follows from a visit.
     *
     * @param history with the visit in it
     * @param due when to come again; nothing: not any more, unless somebody speaks of a change
     */
    public record Plan(VisitHistory history, Optional<Instant> due) {}

    /** The plan after a visit to an article. */
    public static Plan after(VisitHistory before, Visit visit, Schedule schedule) {
        return switch (visit.result()) {
            case CHANGED, SAME -> seen(before, visit, schedule);
            case GONE, WALL, FAILED, REFUSED -> missed(before, visit, schedule);
        };
    }

    /**
     * When to come because a feed or sitemap speaks of a change that was not seen yet: at once, or later where such words
     * were wrong before. Nothing where they say nothing new.
     *
     * @param modified the time of the change, as stated
     */
    public static Optional<Instant> hinted(VisitHistory history, Instant modified, Instant now, Schedule schedule) {
        if (schedule instanceof Schedule.Once || history.seen().isEmpty()) {
            return Optional.empty();
        }
        Instant seen = history.seen().get();
        if (!modified.isAfter(seen) || modified.isAfter(now)) {
            return Optional.empty();
        }
        Duration wait = doubled(interval(schedule).dividedBy(2), history.misled());
        Instant earliest = seen.plus(wait);
        return Optional.of(earliest.isAfter(now) ? earliest : now);
    }

    /** When to read a feed, a sitemap or a section page again: seldom where nothing was new for days. */
    public static Optional<Instant> entry(VisitHistory history, Visit visit, Schedule schedule) {
        if (schedule instanceof Schedule.Fixed fixed) {
            return fixed.cron().next(visit.at());
        }
        Duration every = interval(schedule);
        Instant lively = history.edited().orElse(history.foundAt());
        long quietDays = Math.max(0, Duration.between(lively, visit.at()).toDays());
        Duration wait =
                doubled(every, (int) Math.min(3, quietDays / 2) + (history.misses() > 1 ? history.misses() : 0));
        Duration capped = least(wait, most(every, LONGEST_RETRY));
        return Optional.of(visit.at().plus(most(capped, visit.retryAfter().orElse(Duration.ZERO))));
    }

    private static Plan seen(VisitHistory before, Visit visit, Schedule schedule) {
        boolean first = before.visits() == 0;
        boolean edit = visit.result() == Result.CHANGED && !first;
        Duration interval = wait(before, visit, edit, schedule);
        VisitHistory history = new VisitHistory(
                before.foundAt(),
                before.published(),
                before.visits() + 1,
                before.edits() + (edit ? 1 : 0),
                Optional.of(visit.at()),
                edit ? Optional.of(visit.at()) : before.edited(),
                interval,
                0,
                edit ? 0 : before.misled() + (visit.hinted() ? 1 : 0));
        return new Plan(history, due(history, visit.at(), interval, schedule));
    }

    /** The wait after a visit that gave the page. */
    private static Duration wait(VisitHistory before, Visit visit, boolean edit, Schedule schedule) {
        if (!(schedule instanceof Schedule.Adaptive adaptive)) {
            return Duration.ZERO;
        }
        Duration every = adaptive.interval();
        Duration last = most(before.interval(), every);
        boolean fresh = Duration.between(before.began(), visit.at()).compareTo(FRESH) < 0;
        boolean restless = edit
                || before.edited()
                        .filter(when -> Duration.between(when, visit.at()).compareTo(RESTLESS) < 0)
                        .isPresent();
        Duration wait;
        if (edit) {
            wait = fresh ? every : most(every, last.dividedBy(EDIT_SHORTENS));
        } else if (fresh || restless && last.compareTo(times(every, FRESH_MOST)) <= 0) {
            wait = before.visits() == 0 ? every : least(times(last, FRESH_GROWTH), times(every, FRESH_MOST));
        } else {
            wait = times(last, LATER_GROWTH);
        }
        // A cache would only give the same answer again; but no server may talk us out of looking.
        Duration cached =
                least(visit.maxAge().orElse(Duration.ZERO), fresh ? times(every, FRESH_MOST) : times(wait, 2));
        return least(most(wait, cached), adaptive.slowest());
    }

    private static Optional<Instant> due(VisitHistory history, Instant at, Duration interval, Schedule schedule) {
        Instant lively = history.edited().orElse(history.began());
        if (schedule instanceof Schedule.Once || Duration.between(lively, at).compareTo(schedule.until()) > 0) {
            return Optional.empty();
        }
        return schedule instanceof Schedule.Fixed fixed ? fixed.cron().next(at) : Optional.of(at.plus(interval));
    }

    private static Plan missed(VisitHistory before, Visit visit, Schedule schedule) {
        VisitHistory history = new VisitHistory(
                before.foundAt(),
                before.published(),
                before.visits(),
                before.edits(),
                before.seen(),
                before.edited(),
                before.interval(),
                before.misses() + 1,
                before.misled());
        Instant lively = history.edited().orElse(history.foundAt());
        boolean over = Duration.between(lively, visit.at()).compareTo(most(schedule.until(), LONGEST_RETRY)) > 0;
        if (over || schedule instanceof Schedule.Once && history.misses() > 3) {
            return new Plan(history, Optional.empty());
        }
        Duration every = interval(schedule);
        // A failure is often over in minutes; a wall, a refusal and a missing page are meant.
        Duration base = visit.result() == Result.FAILED ? every.dividedBy(4) : most(every, before.interval());
        Duration wait = least(doubled(base, before.misses()), most(LONGEST_RETRY, before.interval()));
        return new Plan(
                history,
                Optional.of(visit.at().plus(most(wait, visit.retryAfter().orElse(Duration.ZERO)))));
    }

    private static Duration interval(Schedule schedule) {
        return schedule instanceof Schedule.Adaptive adaptive ? adaptive.interval() : Duration.ofHours(1);
    }

    private static Duration doubled(Duration base, int times) {
        return base.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
    }

    private static Duration times(Duration base, double factor) {
        return Duration.ofMillis(Math.round(base.toMillis() * factor));
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration most(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
