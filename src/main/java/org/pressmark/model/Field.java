package org.pressmark.model;

import java.util.Objects;

/**
 * A value that was found on a page, with where and by which rule, so that anyone can look.
 *
 * @param value the value, cleaned (a headline without the site's name, a date as ISO 8601)
 * @param exact the characters on the page from which it was read, e.g. {@code By AFP}
 * @param place where they stand
 * @param rule the rule that found it, e.g. {@code headline.h1-agrees-og} or {@code date.json-ld}
 */
public record Field(String value, String exact, Place place, String rule) {
    public Field {
        Objects.requireNonNull(place);
        if (value.isEmpty() || rule.isEmpty()) {
            throw new IllegalArgumentException("expected a value and a rule, found: '" + value + "', '" + rule + "'");
        }
    }
}
