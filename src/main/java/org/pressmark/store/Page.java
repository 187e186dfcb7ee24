package org.pressmark.store;

import java.time.Instant;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;

/**
 * An address that was captured as a page.
 *
 * @param key its SURT key
 * @param firstSeen date of its first capture
 * @param last its last capture
 * @param captures how many captures there are
 * @param versions how many versions of its text there are, 0 where no article was found
 * @param headline the last version's headline
 */
public record Page(
        UrlKey key, Instant firstSeen, Capture last, int captures, int versions, Optional<String> headline) {}
