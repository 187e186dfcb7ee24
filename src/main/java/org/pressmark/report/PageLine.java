package org.pressmark.report;

import java.time.Instant;
import java.util.Objects;

/**
 * A stored page in a list of pages.
 *
 * @param url the address as last captured
 * @param headline the last version's headline; empty where no article was found
 * @param captures how many captures there are
 * @param versions how many distinct texts they hold, 0 where no article was found
 * @param first date of the first capture
 * @param last date of the last one
 */
public record PageLine(String url, String headline, int captures, int versions, Instant first, Instant last) {
    public PageLine {
        Objects.requireNonNull(url);
        Objects.requireNonNull(headline);
        Objects.requireNonNull(first);
        Objects.requireNonNull(last);
    }
}
