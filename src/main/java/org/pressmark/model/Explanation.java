package org.pressmark.model;

import java.util.List;
import java.util.Objects;

/**
 * An article together with what extraction weighed to make it.
 *
 * @param article the article
 * @param candidates in the order in which they were weighed
 */
public record Explanation(Article article, List<Candidate> candidates) {
    public Explanation {
        Objects.requireNonNull(article);
        candidates = List.copyOf(candidates);
    }
}
