package org.pressmark.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One copy of an article as it is set against others: the article and, where it comes from the archive, its capture.
 *
 * @param siglum the short name in the apparatus, {@code A}, {@code B} …
 * @param label what people call it: the host, or the file's name
 * @param capture the capture, for a stored page
 * @param capturedAt its date
 */
public record Witness(
        String siglum, String label, Article article, Optional<Capture> capture, Optional<Instant> capturedAt) {
    public Witness {
        Objects.requireNonNull(article);
    }
}
