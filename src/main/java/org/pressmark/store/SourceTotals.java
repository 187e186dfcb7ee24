package org.pressmark.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How the visits to a source's addresses went.
 *
 * @param edits seen so far
 * @param last when one was visited last
 * @param failing how many addresses could not be read at their last visit
 * @param trouble the last of those in words
 */
public record SourceTotals(long edits, Optional<Instant> last, long failing, Optional<String> trouble) {}
