package org.pressmark.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One state of a page's text: the witness that is compared. A capture whose article differs from the version before it by
 * more than typography begins a new version.
 *
 * @param page the page's key
 * @param number from 1, in order of the captures' dates
 * @param firstCapture record id of the capture in which it was first seen
 * @param firstSeen that capture's date
 * @param lastSeen the date of the last capture with this text
 * @param captures how many captures hold it
 * @param textDigest SHA-256 of the folded article text
 * @param headline the article's headline, or the URL where there is none
 */
public record Version(
        UrlKey page,
        int number,
        String firstCapture,
        Instant firstSeen,
        Instant lastSeen,
        int captures,
        Digest textDigest,
        String headline) {
    public Version {
        Objects.requireNonNull(page);
        if (number < 1 || captures < 1) {
            throw new IllegalArgumentException("expected counts from 1, found: " + number + ", " + captures);
        }
    }
}
