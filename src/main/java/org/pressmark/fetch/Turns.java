package org.pressmark.fetch;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.pressmark.markup.RetryAfter;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Fetched;
import org.pressmark.model.FetchOutcome.Refused;

/** Asks a host when its turn has come, and minds what it says of being asked: 429, 503 and Retry-After slow the whole host. */
final class Turns {
    /** The longest time without a server's own word, however often it answers so. */
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
        Optional<Duration> asked = RetryAfter.of(exchange.responseHead(), clock.instant());
        Duration paused =
                pacer.overburdened(target.host(), asked.orElse(settings.pace().backoff()), LONGEST);
        return new Fetched(exchange.withCourse(exchange.course().withPaused(paused)));
    }
}
