package org.pressmark.pipeline;

import java.time.Duration;
import org.pressmark.model.Capture;

/**
 * The capture that answers a request for a page.
 *
 * @param distance from the time asked for; zero where it lies within, and where none was asked for
 * @param captures among how many it was chosen
 */
public record Chosen(Capture capture, Duration distance, int captures) {

    /** True where it lies in the time asked for. */
    public boolean exact() {
        return distance.isZero();
    }

    /** The distance for people, e.g. {@code 3 days}. */
    public String distanceInWords() {
        if (distance.toDays() > 1) {
            return distance.toDays() + " days";
        }
        if (distance.toHours() > 1) {
            return distance.toHours() + " hours";
        }
        return distance.toMinutes() > 1 ? distance.toMinutes() + " minutes" : distance.toSeconds() + " seconds";
    }
}
