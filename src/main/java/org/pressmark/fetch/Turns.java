package org.pressmark.fetch;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Fetched;
import org.pressmark.model.FetchOutcome.Refused;

/** Asks a host when its turn has come, and minds what it says of being asked: 429, 503 and Retry-After slow the whole host. */
final class Turns {
    /** The longest time that a server's own word is taken for. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(24);

    /** The longest time without such a word, however often it answers so. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final FetchSettings settings;
    private final HostPacer pacer;
    private final InstantSource clock;

    Turns(FetchSettings settings, HostPacer pacer, InstantSource clock) {
        this.settings = settings;
        this.pacer = pacer;
        this.clock = clock;
    }

    /** @param pause after the last request to the host */
    FetchOutcome ask(Target target, Duration pause, Supplier<FetchOutcome> work) throws InterruptedException {
        HostPacer.Manner manner = new HostPacer.Manner(
                settings.connections(target.host()), pause, settings.pace().maxCrawlDelay());
        return pacer.inTurn(target.host(), manner, () -> heeded(target, work.get()))
                .orElseGet(() -> new Refused(
                        target.toString(),
                        Refused.Reason.LATER,
                        target.host() + " said that it is overburdened; it is let alone until "
                                + clock.instant()
                                        .plus(pacer.quiet(target.host()))
                                        .truncatedTo(ChronoUnit.SECONDS)));
    }

    private FetchOutcome heeded(Target target, FetchOutcome outcome) {
        if (!(outcome instanceof Fetched fetched)) {
            return outcome;
        }
        Exchange exchange = fetched.exchange();
        int status = exchange.responseHead().status();
        if (status != 429 && status != 503) {
            pacer.well(target.host());
            return outcome;
        }
        Optional<Duration> asked = RetryAfter.of(exchange.responseHead(), clock.instant())
                .map(time -> time.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : time);
        Duration paused = pacer.overburdened(
                target.host(), asked.orElse(Duration.ZERO), settings.pace().backoff(), LONGEST);
        return new Fetched(exchange.withCourse(exchange.course().withPaused(paused)));
    }
}
