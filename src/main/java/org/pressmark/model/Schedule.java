package org.pressmark.model;

import java.time.Duration;
import java.util.Objects;

/** When the articles of a source are visited again. */
public sealed interface Schedule {

    /** Where a source says nothing: visits to fresh articles about every hour. */
    Schedule DEFAULT = new Adaptive(Duration.ofHours(1), Duration.ofDays(7), Duration.ofDays(90));

    /** An article with no edit for so long is not visited any more, unless a feed or sitemap says that it changed. */
    Duration until();

    /**
     * Often while an article is fresh, then ever more seldom, by the edits seen.
     *
     * @param interval between visits to a fresh article; an edit should be seen within twice that time
     * @param slowest longest time between two visits
     */
    record Adaptive(Duration interval, Duration slowest, Duration until) implements Schedule {
        public Adaptive {
            if (interval.compareTo(Duration.ofMinutes(1)) < 0 || slowest.compareTo(interval) < 0) {
                throw new IllegalArgumentException(
                        "expected an interval of a minute or more (1m), and a slowest one no shorter than it");
            }
            requirePositive(until);
        }
    }

    /** At fixed times. */
    record Fixed(Cron cron, Duration until) implements Schedule {
        public Fixed {
            Objects.requireNonNull(cron);
            requirePositive(until);
        }
    }

    /** Each article once and never again. */
    record Once() implements Schedule {
        @Override
        public Duration until() {
            return Duration.ZERO;
        }
    }

    private static void requirePositive(Duration until) {
        if (until.isNegative() || until.isZero()) {
            throw new IllegalArgumentException("expected a positive duration, found " + until);
        }
    }
}
