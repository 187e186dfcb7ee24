package org.pressmark.model;

import java.util.Objects;

/**
 * One value that extraction weighed for a field, taken or not, with the reason, so that anyone can follow the choice.
 *
 * @param field what it was weighed for: {@code headline}, {@code author}, {@code published}, {@code modified}, {@code agency},
 *     {@code language}, {@code site}, {@code charset}, {@code format}, {@code note}, {@code body} (an element as the
 *     container) or {@code block} (a piece of text)
 * @param value the value or, for body and blocks, the beginning of the text
 * @param rule the rule that found or judged it, e.g. {@code headline.h1-agrees}
 * @param place where it stands
 * @param taken whether the article carries it
 * @param why the reason in words, e.g. {@code stands in a teaser}; for a block that was taken, its kind; empty where the
 *     rule says all
 */
public record Candidate(String field, String value, String rule, Place place, boolean taken, String why) {
    public Candidate {
        Objects.requireNonNull(value);
        Objects.requireNonNull(place);
        Objects.requireNonNull(why);
        if (field.isEmpty() || rule.isEmpty()) {
            throw new IllegalArgumentException("expected a field and a rule, found: '" + field + "', '" + rule + "'");
        }
    }
}
