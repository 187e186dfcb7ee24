package org.pressmark.markup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pressmark.model.HttpHead;

/** How long a server asks to be let alone (RFC 9110 §10.2.3): a number of seconds, or a date. */
public final class RetryAfter {
    /** The longest time that a server's own word is taken for: a typing error must not end a watch. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /**
     * Reads it from a response head.
     *
     * @param now by our clock, for a date; a server's clock that is ahead or behind shifts it
     * @return above zero, a day at most; empty where there is none, none that can be read, or one that is over
     */
    public static Optional<Duration> of(HttpHead head, Instant now) {
        return head.first("Retry-After")
                .flatMap(value -> read(value.strip(), now))
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> read(String value, Instant now) {
        if (value.matches("[0-9]{1,1000}")) {
            return Optional.of(value.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(value)));
        }
        return HttpDate.parse(value).map(until -> Duration.between(now, until));
    }
}
