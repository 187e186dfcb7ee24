package org.pressmark.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one visit to an address gave.
 *
 * @param at when it was made
 * @param result in a word
 * @param retryAfter how long the server asks us to stay away
 * @param maxAge for how long its caches may give the same answer ({@code Cache-Control: max-age})
 * @param hinted whether it was made because a feed or sitemap spoke of a change
 */
public record Visit(
        Instant at, Result result, Optional<Duration> retryAfter, Optional<Duration> maxAge, boolean hinted) {

    /** What the visit gave. */
    public enum Result {
        /** The page, for the first time or with another text. */
        CHANGED,
        /** The page as it was. */
        SAME,
        /** The server says that there is no such page (404, 410). */
        GONE,
        /** Something else in the page's place: a login, a bot check, a consent page. */
        WALL,
        /** No answer, or one that the server itself calls an error, or a request to ask less. */
        FAILED,
        /** Not asked: robots.txt or the address guard. */
        REFUSED
    }

    public Visit {
        Objects.requireNonNull(at);
        Objects.requireNonNull(result);
    }

    /** A visit without hints. */
    public static Visit of(Instant at, Result result) {
        return new Visit(at, result, Optional.empty(), Optional.empty(), false);
    }
}
