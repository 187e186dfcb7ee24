package org.pressmark.model;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One copy of an article as it is set against others: the article and, where it comes from the archive, its capture.
 *
 * @param siglum the short name in the apparatus, {@code A}, {@code B} …
 * @param label what people call it: the host, or the file's name
 * @param capture the capture, for a stored page
 * @param capturedAt its date
 * @param pictures the stored pictures of the article, by the address as the article names it
 */
public record Witness(
        String siglum,
        String label,
        Article article,
        Optional<Capture> capture,
        Optional<Instant> capturedAt,
        Map<String, Picture> pictures) {
    public Witness {
        Objects.requireNonNull(article);
        pictures = Map.copyOf(pictures);
    }

    /** A witness whose pictures are known by their addresses only. */
    public Witness(
            String siglum, String label, Article article, Optional<Capture> capture, Optional<Instant> capturedAt) {
        this(siglum, label, article, capture, capturedAt, Map.of());
    }

    /** Why the capture holds less than the server would have sent, where it does: what lies beyond was not seen. */
    public Optional<Truncation> cutShort() {
        return capture.flatMap(Capture::truncated);
    }

    /** The same with pictures. */
    public Witness with(Map<String, Picture> stored) {
        return new Witness(siglum, label, article, capture, capturedAt, stored);
    }
}
