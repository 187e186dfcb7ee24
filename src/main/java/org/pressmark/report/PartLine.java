package org.pressmark.report;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Capture;

/**
 * A part of a stored page: what a browser would be given for it.
 *
 * @param url absolute, without fragment
 * @param kind what it is for, e.g. {@code image}
 * @param capture the capture nearest to the page's; empty where the part is not stored
 * @param drift how long after the page it was captured; negative for before
 * @param together whether it was captured in the course of this very capture of the page
 */
public record PartLine(String url, String kind, Optional<Capture> capture, Duration drift, boolean together) {
    public PartLine {
        Objects.requireNonNull(capture);
        Objects.requireNonNull(drift);
    }

    /** True where it is stored and lies at most so far from the page in time. */
    public boolean near(Duration most) {
        return capture.isPresent() && drift.abs().compareTo(most) <= 0;
    }
}
