package org.pressmark.crawl;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A capture that another archive says it has.
 *
 * @param date when that archive captured it; the second is as fine as such lists are
 * @param url the original's address as that archive has it
 * @param memento the address under which that archive gives it, where its list names it (URI-M, RFC 7089 §2.1)
 * @param status the archived status, 0 where the list does not say
 * @param mediaType as the list has it, empty where it does not say
 * @param digest of the payload as the list has it, e.g. {@code DNZ2HTSBPSFYKRUQUFHHRLJSN6IHZS63} (SHA-1 in base32)
 */
public record ListedMemento(
        Instant date, String url, Optional<String> memento, int status, String mediaType, Optional<String> digest) {
    public ListedMemento {
        Objects.requireNonNull(date);
        Objects.requireNonNull(url);
        Objects.requireNonNull(mediaType);
    }
}
