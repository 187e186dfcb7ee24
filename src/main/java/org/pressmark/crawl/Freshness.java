package org.pressmark.crawl;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.model.HttpHead;

/** What a response head says of when to come again. */
public final class Freshness {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");
    private static final Duration LONGEST = Duration.ofDays(30);

    private Freshness() {}

    /** For how long a cache may give this answer again (RFC 9111 §5.2.2.1); nothing where it must ask each time. */
    public static Optional<Duration> maxAge(HttpHead head) {
        String control = head.first("Cache-Control").orElse("").toLowerCase(Locale.ROOT);
        Matcher age = MAX_AGE.matcher(control);
        return control.contains("no-cache") || control.contains("no-store") || !age.find()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Long.parseLong(age.group(1))));
    }

    /** How long the server asks to be let alone (RFC 9110 §10.2.3), a month at most. */
    public static Optional<Duration> retryAfter(HttpHead head, Instant now) {
        Optional<String> value = head.first("Retry-After").map(String::strip);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get().matches("\\d{1,9}")) {
            return Optional.of(capped(Duration.ofSeconds(Long.parseLong(value.get()))));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.get()));
            Duration wait = Duration.between(now, until);
            return wait.isNegative() ? Optional.empty() : Optional.of(capped(wait));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration capped(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
