package org.pressmark.model;

import java.util.List;
import java.util.Objects;

/**
 * A stored text that shares passages with another, the one that was asked about.
 *
 * @param url its page as it was captured
 * @param version the state of the page that has the text
 * @param body the text
 * @param ofAsked share of the other text's word 5-grams that stand in this one
 * @param ofThis share of this text's word 5-grams that stand in the other
 * @param passages the passages, in the order of the text that was asked about; never empty
 */
public record TextCopy(
        String url, Version version, String body, Similarity ofAsked, Similarity ofThis, List<SharedPassage> passages) {
    public TextCopy {
        Objects.requireNonNull(version);
        passages = List.copyOf(passages);
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("expected a shared passage with " + url);
        }
    }

    /** How many words the passages have together. */
    public int words() {
        return passages.stream().mapToInt(SharedPassage::words).sum();
    }
}
