package org.pressmark.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pressmark.model.Article;
import org.pressmark.model.Claim;

/**
 * A stored text that takes part in a trace.
 *
 * @param id the version's first capture's record id, e.g. {@code urn:uuid:…}; names the text in the chain
 * @param url the address of its page, empty text where it has none
 * @param label what people call it: the host, or the site's name
 * @param capturedAt when it was first captured: by then it existed, and nothing more is known by it
 * @param claims what {@link ClaimReader} read from the article
 */
public record TracedText(String id, String url, String label, Instant capturedAt, Article article, List<Claim> claims) {
    public TracedText {
        Objects.requireNonNull(url);
        Objects.requireNonNull(label);
        Objects.requireNonNull(capturedAt);
        Objects.requireNonNull(article);
        claims = List.copyOf(claims);
        if (id.isEmpty()) {
            throw new IllegalArgumentException("expected a record id for " + url);
        }
    }
}
