package org.pressmark.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Capture;

/**
 * The capture that answers a request for a time (RFC 7089 §4.1.1, our rule: the nearest, before or after; of two as near, the
 * earlier).
 *
 * @param capture the chosen one
 * @param distance how far it lies from what was asked: zero where it was made within the stretch asked for, and for the
 *     latest and the first
 * @param among how many there were to choose from
 */
public record MementoChoice(Capture capture, Duration distance, int among) {
    public MementoChoice {
        Objects.requireNonNull(capture);
        if (distance.isNegative() || among < 1) {
            throw new IllegalArgumentException(
                    "expected a distance of 0 or more among 1 or more, found: " + distance + ", " + among);
        }
    }

    /** True where the capture was made in the time asked for. */
    public boolean exact() {
        return distance.isZero();
    }

    /**
     * The capture nearest to a moment.
     *
     * @param captures of one page, in any order
     */
    public static Optional<MementoChoice> nearest(List<Capture> captures, Instant asked) {
        return choose(captures, new TimeSpec(asked.toString(), asked, asked.plusNanos(1)));
    }

    /** The capture that answers best; within a stretch of time the earliest. Nothing where there are none. */
    public static Optional<MementoChoice> choose(List<Capture> captures, TimeSpec asked) {
        Comparator<Capture> byDate = Comparator.comparing(Capture::date).thenComparing(Capture::recordId);
        Optional<Capture> chosen = asked.latest()
                ? captures.stream().max(byDate)
                : captures.stream()
                        .min(Comparator.comparing((Capture capture) -> distance(capture.date(), asked))
                                .thenComparing(byDate));
        return chosen.map(capture -> new MementoChoice(capture, shown(capture.date(), asked), captures.size()));
    }

    private static Duration shown(Instant date, TimeSpec asked) {
        return asked.latest() || asked.first() ? Duration.ZERO : distance(date, asked);
    }

    private static Duration distance(Instant date, TimeSpec asked) {
        if (asked.holds(date)) {
            return Duration.ZERO;
        }
        return date.isBefore(asked.from())
                ? Duration.between(date, asked.from())
                : Duration.between(asked.to(), date).plusNanos(1);
    }
}
