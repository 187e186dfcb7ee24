package org.pressmark.pipeline;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.pressmark.model.Capture;

/**
 * The capture that answers a request for a page.
 *
 * @param distance from the time asked for; zero where it lies within, and where none was asked for
 * @param captures among how many it was chosen
 * @param match how its address answers the one that was asked for
 * @param earlier whether it was made before the time asked for
 */
public record Chosen(Capture capture, Duration distance, int captures, Match match, boolean earlier) {

    /** How the address of a capture answers the one that was asked for. */
    public enum Match {
        /** Letter for letter, the fragment aside. */
        EXACT,
        /** Another way of writing it, with the same key: scheme, {@code www.}, order of the query … */
        CANONICAL,
        /** An address with another key, of which it may be taken to be the same page. */
        FUZZY;

        /** The word for people and files, e.g. {@code fuzzy}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Chosen {
        Objects.requireNonNull(capture);
        Objects.requireNonNull(match);
    }

    /** True where it lies in the time asked for and is of the page asked for. */
    public boolean exact() {
        return distance.isZero() && match != Match.FUZZY;
    }

    /** The distance for people, e.g. {@code 3 days later}; empty text for none. */
    public String distanceInWords() {
        return distance.isZero() ? "" : words(distance) + (earlier ? " earlier" : " later");
    }

    private static String words(Duration distance) {
        if (distance.toDays() > 1) {
            return distance.toDays() + " days";
        }
        if (distance.toHours() > 1) {
            return distance.toHours() + " hours";
        }
        if (distance.toMinutes() > 1) {
            return distance.toMinutes() + " minutes";
        }
        return distance.toSeconds() == 1 ? "1 second" : distance.toSeconds() + " seconds";
    }
}
