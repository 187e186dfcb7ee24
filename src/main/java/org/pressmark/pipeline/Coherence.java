package org.pressmark.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How well a stored page hangs together: what it needs, what of that is stored, and how far in time from the page itself.
 *
 * @param needed pictures, styles, fonts, scripts and frames that the page names, each once
 * @param missing addresses of those that are not stored, some of them
 * @param missingCount how many those are
 * @param before the longest time by which a part is older than the page; empty where none is
 * @param after the longest time by which a part is younger
 */
public record Coherence(
        int needed, List<String> missing, int missingCount, Optional<Duration> before, Optional<Duration> after) {
    /** Of a picture or another thing that needs nothing. */
    public static final Coherence NOTHING_NEEDED = new Coherence(0, List.of(), 0, Optional.empty(), Optional.empty());

    public Coherence {
        missing = List.copyOf(missing);
        if (missingCount > needed || missing.size() > missingCount) {
            throw new IllegalArgumentException(
                    "expected no more missing than needed, found: " + missingCount + " of " + needed);
        }
    }
}
