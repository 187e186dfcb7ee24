package org.pressmark.fetch;

import java.io.Closeable;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Failed;
import org.pressmark.model.FetchOutcome.Refused;

/**
 * Asks for one address at a time, once, without following redirects: whoever follows them calls again, and every hop is
 * checked anew. Safe for many threads; requests to one host wait for one another, and a host that answers 429 or 503 is let
 * alone: for a minute at most while a thread waits, longer by {@link Refused.Reason#LATER} ({@link #quietFor} says how long).
 *
 * <p>The order: address understood, host looked up and checked by the address guard, robots.txt, the host's turn, the
 * request. Whatever goes wrong out there is a {@link FetchOutcome}; {@link FetchException} is for troubles here.
 */
public final class Fetcher implements Closeable {
    private final FetchSettings settings;
    private final Destinations destinations;
    private final HostPacer pacer;
    private final Turns turns;
    private final Wire wire;
    private final Robots robots;
    private final Asking asking;
    private final InstantSource clock;

    /**
     * A fetcher; it opens no connection before the first request.
     *
     * @param clock for the dates of exchanges and the age of robots.txt files
     * @param spoolDir where large bodies are put, made when needed; a file there belongs to its exchange's owner
     * @param onRobots gets every robots.txt fetched, in the thread that asked, before the page's own request; redirects
     *     and errors too
     * @throws FetchException where an entry of the settings cannot be understood or a certificate file not be read
     */
    public Fetcher(FetchSettings settings, InstantSource clock, Path spoolDir, Consumer<Exchange> onRobots) {
        this(settings, clock, spoolDir, onRobots, Sleeper.REAL);
    }

    Fetcher(FetchSettings settings, InstantSource clock, Path spoolDir, Consumer<Exchange> onRobots, Sleeper sleeper) {
        Trust.check(settings.routes().certificateAuthorities());
        this.settings = settings;
        this.clock = clock;
        this.destinations = new Destinations(settings);
        this.pacer = new HostPacer(sleeper);
        this.wire = new Wire(settings, clock, spoolDir);
        this.turns = new Turns(settings, pacer, clock);
        this.robots = new Robots(new RobotsFetch(settings, destinations, turns, wire, onRobots), clock);
        this.asking = new Asking(settings);
    }

    /**
     * One request, or the reason why there was none.
     *
     * @throws FetchException where this machine is at fault: a full disk, a Java without authorities
     */
    public FetchOutcome fetch(FetchRequest request) {
        Target target;
        try {
            target = Target.parse(request.url());
        } catch (IllegalArgumentException e) {
            return new Refused(request.url(), Refused.Reason.SCHEME, String.valueOf(e.getMessage()));
        }
        try {
            return fetch(target, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(target.toString(), Failed.Cause.TIMEOUT, "stopped while waiting for the host's turn");
        }
    }

    /**
     * Sends something to a service of the user's own choice, a timestamp authority or a newsroom's webhook: the address guard holds, robots.txt,
     * which speaks to crawlers, is not asked.
     *
     * @param sent the media type of the body
     * @param accepted that of the answer
     * @param more headers beside those that every request has
     */
    public FetchOutcome post(String url, String sent, String accepted, byte[] body, Map<String, String> more) {
        try {
            Target target = Target.parse(url);
            return wire.post(
                    target,
                    destinations.find(target),
                    asking.sending(target, sent, accepted, more),
                    body,
                    settings.limits().maxBodyBytes());
        } catch (IllegalArgumentException e) {
            return new Refused(url, Refused.Reason.SCHEME, String.valueOf(e.getMessage()));
        } catch (AddressRefusedException e) {
            return new Refused(url, Refused.Reason.ADDRESS, String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return Troubles.unknownHost(Target.parse(url));
        }
    }

    private FetchOutcome fetch(Target target, FetchRequest request) throws InterruptedException {
        Destination destination;
        try {
            destination = destinations.find(target);
        } catch (AddressRefusedException e) {
            return new Refused(target.toString(), Refused.Reason.ADDRESS, String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return Troubles.unknownHost(target);
        }
        Duration pause =
                request.paced() ? settings.pace().delay() : settings.pace().requisiteDelay();
        if (request.obeyRobots()) {
            Robots.Verdict verdict = robots.check(target);
            if (verdict instanceof Robots.Verdict.Forbidden forbidden) {
                return new Refused(target.toString(), Refused.Reason.ROBOTS, forbidden.detail());
            }
            if (verdict instanceof Robots.Verdict.NotNow none) {
                return none.why() instanceof Failed failed
                        ? new Failed(target.toString(), failed.cause(), failed.detail())
                        : new Refused(target.toString(), Refused.Reason.LATER, ((Refused) none.why()).detail());
            }
            if (verdict instanceof Robots.Verdict.Allowed allowed && request.paced()) {
                pause = longer(pause, allowed.crawlDelay().orElse(Duration.ZERO));
            }
        }
        FetchOutcome outcome = turns.ask(
                target,
                pause,
                () -> wire.get(
                        target,
                        destination,
                        asking.page(target, request, clock.instant()),
                        settings.limits().maxBodyBytes()));
        return settings.redact() ? Redaction.of(outcome, request.access().secrets()) : outcome;
    }

    /** How much longer a host is to be let alone, after it answered 429 or 503; zero for every other host. */
    public Duration quietFor(String host) {
        return pacer.quiet(host);
    }

    /** How many requests may be under way to a host at once: one, unless it was allowed by name. */
    public int connections(String host) {
        return settings.connections(host);
    }

    /** A Crawl-delay makes the pause longer, up to our maximum, never shorter. */
    private Duration longer(Duration pause, Duration crawlDelay) {
        Duration capped = crawlDelay.compareTo(settings.pace().maxCrawlDelay()) > 0
                ? settings.pace().maxCrawlDelay()
                : crawlDelay;
        return capped.compareTo(pause) > 0 ? capped : pause;
    }

    /** Drops open connections; a request under way fails. No thread is left that would keep a program alive. */
    @Override
    public void close() {
        wire.close();
    }
}
