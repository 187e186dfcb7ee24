package org.pressmark.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.pressmark.model.HttpHead;

/** How long a server asks to be let alone (RFC 9110 §10.2.3): a number of seconds, or a date. */
final class RetryAfter {
    private RetryAfter() {}

    /**
     * Reads it from a response head.
     *
     * @param now by our clock, for a date; a server's clock that is ahead or behind shifts it
     * @return never negative; empty where there is none, or none that can be read
     */
    static Optional<Duration> of(HttpHead head, Instant now) {
        return head.first("Retry-After").flatMap(value -> read(value.strip(), now));
    }

    private static Optional<Duration> read(String value, Instant now) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
