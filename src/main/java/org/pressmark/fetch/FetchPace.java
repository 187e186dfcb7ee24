package org.pressmark.fetch;

import java.time.Duration;

/**
 * The courtesy owed to a host: one request at a time, and pauses between them.
 *
 * @param connections requests that may be under way at once to a host that was allowed by name, in {@code allowAddresses}
 *     or {@code connectTo}; every other host gets one at a time; default 1
 * @param delay between the end of a request and the next page of the same host; default 1 s
 * @param requisiteDelay the same before a picture, style or robots.txt; default 0.1 s
 * @param maxCrawlDelay a longer Crawl-delay of a robots.txt counts as this; a host that is to be let alone for longer is
 *     not waited for; default 60 s
 * @param backoff how long a host is let alone after a 429 or 503 that does not say for how long; twice as long each time in a
 *     row, as is what it says, up to an hour; default 10 s
 */
public record FetchPace(
        int connections, Duration delay, Duration requisiteDelay, Duration maxCrawlDelay, Duration backoff) {

    public FetchPace {
        requireNotNegative("delay", delay);
        requireNotNegative("requisiteDelay", requisiteDelay);
        requireNotNegative("maxCrawlDelay", maxCrawlDelay);
        requireNotNegative("backoff", backoff);
        if (connections < 1) {
            throw FetchException.ofSettings("connections: expected 1 or more, found " + connections);
        }
    }

    /** One connection, the default back-off. */
    public FetchPace(Duration delay, Duration requisiteDelay, Duration maxCrawlDelay) {
        this(1, delay, requisiteDelay, maxCrawlDelay, Duration.ofSeconds(10));
    }

    public static FetchPace defaults() {
        return new FetchPace(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofSeconds(60));
    }

    /** No pauses of our own: for a server of one's own. Crawl-delay and Retry-After still count. */
    public static FetchPace none() {
        return new FetchPace(1, Duration.ZERO, Duration.ZERO, defaults().maxCrawlDelay, Duration.ZERO);
    }

    public FetchPace withDelay(Duration delay) {
        return new FetchPace(connections, delay, requisiteDelay, maxCrawlDelay, backoff);
    }

    public FetchPace withRequisiteDelay(Duration requisiteDelay) {
        return new FetchPace(connections, delay, requisiteDelay, maxCrawlDelay, backoff);
    }

    public FetchPace withMaxCrawlDelay(Duration maxCrawlDelay) {
        return new FetchPace(connections, delay, requisiteDelay, maxCrawlDelay, backoff);
    }

    public FetchPace withConnections(int connections) {
        return new FetchPace(connections, delay, requisiteDelay, maxCrawlDelay, backoff);
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw FetchException.ofSettings(name + ": expected a duration of 0 or more, found " + value);
        }
    }
}
