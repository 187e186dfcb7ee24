package org.pressmark.search;

import java.time.Instant;
import java.util.Objects;

/**
 * A text to be found by its words.
 *
 * @param page names the page it stands on, in at most 100 letters; all texts of a page are replaced together
 * @param address the key of the page's address (SURT)
 * @param version its number among the page's texts
 * @param record the record id of the capture in which it was first seen
 * @param host the site, e.g. {@code www.news.example}
 * @param title the headline
 * @param body the article
 * @param from when it was first seen
 * @param to when it was last seen
 */
public record IndexedText(
        String page,
        String address,
        int version,
        String record,
        String host,
        String title,
        String body,
        Instant from,
        Instant to) {
    public IndexedText {
        Objects.requireNonNull(page);
        Objects.requireNonNull(record);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
