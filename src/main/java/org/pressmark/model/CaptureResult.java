package org.pressmark.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one address that was to be captured or imported.
 *
 * @param url as asked for
 * @param outcome in one word
 * @param detail one sentence for people: the rule that refused it, what failed, what differs
 * @param capture the page's capture, where one was stored
 * @param version the version it belongs to, where an article was found
 * @param hops addresses passed on the way, in order, the last being the page's own
 * @param requisites how many pictures, styles and other parts of the page were stored
 * @param missing addresses of parts that could not be had, with the reason, e.g. {@code http://…/a.png: HTTP 404}
 */
public record CaptureResult(
        String url,
        Outcome outcome,
        String detail,
        Optional<Capture> capture,
        Optional<Version> version,
        List<String> hops,
        int requisites,
        List<String> missing) {

    /** The possible ends. */
    public enum Outcome {
        NEW_PAGE,
        NEW_VERSION,
        /** Another payload, the same text. */
        SAME_TEXT,
        /** The same payload or a 304: a revisit record was written. */
        UNCHANGED,
        /** Stored, but no article page: an error status, a file that is no page. */
        STORED,
        REFUSED,
        FAILED;

        /** The word in JSON and at the terminal, e.g. {@code new version}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public CaptureResult {
        Objects.requireNonNull(outcome);
        hops = List.copyOf(hops);
        missing = List.copyOf(missing);
    }
}
