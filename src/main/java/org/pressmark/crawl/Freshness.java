package org.pressmark.crawl;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.model.HttpHead;

/** What a response head says of when to come again. */
public final class Freshness {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");

    private Freshness() {}

    /** For how long a cache may give this answer again (RFC 9111 §5.2.2.1); nothing where it must ask each time. */
    public static Optional<Duration> maxAge(HttpHead head) {
        String control = head.first("Cache-Control").orElse("").toLowerCase(Locale.ROOT);
        Matcher age = MAX_AGE.matcher(control);
        return control.contains("no-cache") || control.contains("no-store") || !age.find()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Long.parseLong(age.group(1))));
    }
}
