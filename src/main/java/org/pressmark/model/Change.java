package org.pressmark.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One difference between two witnesses, named.
 *
 * @param before the changed words of the first witness, original characters, never context; empty: added
 * @param after the changed words of the second witness; empty: left out
 * @param inQuotation whether it touches a quotation
 * @param speaker to whom the quotation is attributed, where that is known
 * @param severity after raising for its place
 * @param rule the rule that named it, e.g. {@code Q1}
 * @param explanation one neutral sentence, e.g. "Only B has these words."
 * @param spansBefore where {@code before} stands, one span a block, in order
 * @param spansAfter where {@code after} stands
 */
public record Change(
        Op op,
        ChangeKind kind,
        Set<Facet> facets,
        ArticleField field,
        String before,
        String after,
        boolean inQuotation,
        Optional<String> speaker,
        Severity severity,
        String rule,
        String explanation,
        List<Span> spansBefore,
        List<Span> spansAfter) {

    /** What was done, in the terms of textual criticism. */
    public enum Op {
        INTERPOLATION,
        OMISSION,
        SUBSTITUTION,
        TRANSPOSITION;

        /** The word in JSON, e.g. {@code interpolation}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What else is true of a change beside its kind. */
    public enum Facet {
        NUMBER,
        DATE,
        NAME,
        NEGATION,
        MODALITY,
        URL,
        BRACKET,
        ELLIPSIS,
        CASE,
        TYPO,
        WHOLE_QUOTATION;

        /** The word in JSON, e.g. {@code whole-quotation}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The part of the article in which a change stands. */
    public enum ArticleField {
        HEADLINE,
        STANDFIRST,
        BYLINE,
        DATELINE,
        TIMESTAMP,
        CREDIT,
        IMAGE,
        CAPTION,
        LINK,
        CORRECTION,
        PROVENANCE,
        BODY;

        /** The word in JSON, e.g. {@code headline}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Characters of one block.
     *
     * @param block index into {@link Article#blocks()}, −1 for a field that stands in no block
     * @param start first character within the block's text
     * @param end one past the last
     */
    public record Span(int block, int start, int end) {}

    public Change {
        Objects.requireNonNull(op);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(field);
        Objects.requireNonNull(severity);
        facets = Set.copyOf(facets);
        spansBefore = List.copyOf(spansBefore);
        spansAfter = List.copyOf(spansAfter);
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("expected words on one side at least, found none: " + kind);
        }
    }
}
