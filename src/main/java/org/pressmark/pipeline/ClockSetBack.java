package org.pressmark.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pressmark.model.Finding;

/**
 * Sets the schedule right where the clock was set back: what was to wait an hour would wait an hour and as long as the clock had been
 * ahead, which may be years after a start with an empty battery. A clock that is set forward needs nothing: what is due then is
 * visited at the pace of its host.
 */
final class ClockSetBack {
    /** So much a clock may go back without anything following from it. */
    private static final Duration NOTHING = Duration.ofMinutes(1);

    private final Pipeline house;
    private Instant latest;

    /** Begins with the times of earlier runs: the clock may have been set right since. */
    ClockSetBack(Pipeline house) {
        this.house = house;
        this.latest = house.store().read(tx -> tx.frontier().lastTried()).orElse(Instant.MIN);
    }

    /** By how much the clock was set back since this was asked last; the frontier is set right then. */
    Optional<Duration> look() {
        Instant now = house.clock().instant();
        Instant before = latest;
        latest = now;
        if (!now.isBefore(before) || Duration.between(now, before).compareTo(NOTHING) < 0) {
            return Optional.empty();
        }
        Duration back = Duration.ofSeconds(Duration.between(now, before).toSeconds());
        house.store().transaction(tx -> {
            tx.frontier().clockWasAhead(back, now);
            return true;
        });
        house.notices()
                .accept(new Finding(
                        Finding.Level.NOTE,
                        "clock-set-back",
                        "",
                        -1,
                        "the clock was set back by "
                                + back.toString().substring(2).toLowerCase(java.util.Locale.ROOT)
                                + "; what was due later is brought forward by as much"));
        return Optional.of(back);
    }
}
