package org.pressmark.report;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A link of a stored page and what the archive has of where it leads.
 *
 * @param text what a reader sees of it
 * @param url absolute
 * @param captured the date of the capture nearest to the page's, where there is one
 */
public record LinkLine(String text, String url, String rel, Optional<Instant> captured) {
    public LinkLine {
        Objects.requireNonNull(captured);
    }
}
