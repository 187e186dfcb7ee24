package org.pressmark.fetch;

import java.time.Duration;

/**
 * The courtesy owed to a host: one request at a time, and pauses between them.
 *
 * @param delay between the end of a request and the next page of the same host; default 1 s
 * @param requisiteDelay the same before a picture, style or robots.txt; default 0.1 s
 * @param maxCrawlDelay a longer Crawl-delay of a robots.txt counts as this; default 60 s
 */
public record FetchPace(Duration delay, Duration requisiteDelay, Duration maxCrawlDelay) {

    public FetchPace {
        requireNotNegative("delay", delay);
        requireNotNegative("requisiteDelay", requisiteDelay);
        requireNotNegative("maxCrawlDelay", maxCrawlDelay);
    }

    public static FetchPace defaults() {
        return new FetchPace(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofSeconds(60));
    }

    /** No pauses at all: for a server of one's own. A Crawl-delay still counts, up to the default maximum. */
    public static FetchPace none() {
        return new FetchPace(Duration.ZERO, Duration.ZERO, defaults().maxCrawlDelay);
    }

    public FetchPace withDelay(Duration delay) {
        return new FetchPace(delay, requisiteDelay, maxCrawlDelay);
    }

    public FetchPace withRequisiteDelay(Duration requisiteDelay) {
        return new FetchPace(delay, requisiteDelay, maxCrawlDelay);
    }

    public FetchPace withMaxCrawlDelay(Duration maxCrawlDelay) {
        return new FetchPace(delay, requisiteDelay, maxCrawlDelay);
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new FetchException(name + ": expected a duration of 0 or more, found " + value);
        }
    }
}
