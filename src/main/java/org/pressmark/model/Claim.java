package org.pressmark.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a page says of where it comes from, true or not.
 *
 * @param capture record id of the capture whose article makes the claim
 * @param kind what is claimed
 * @param scope what the claim is about; only {@code ARTICLE} and {@code PAGE} claims can link texts
 * @param value the normalised value: an agency's or publisher's canonical name, an ISO date, an address
 * @param targetUrl the address that the claim names, where it names one
 * @param agent the canonical name of the agency, publisher or person named, where one is
 * @param rule the rule that read it, e.g. {@code claim.source-line}
 */
public record Claim(
        String capture,
        Kind kind,
        Scope scope,
        String value,
        Optional<String> targetUrl,
        Optional<String> agent,
        String rule,
        Evidence evidence) {

    /** What a page can claim. */
    public enum Kind {
        ORIGINAL_URL,
        SOURCE_CREDIT,
        FIRST_APPEARED,
        BYLINE,
        AGENCY_DATELINE,
        COPYRIGHT,
        REL_CANONICAL,
        OG_URL,
        SYNDICATION_SOURCE,
        ORIGINAL_SOURCE,
        JSONLD_BASED_ON,
        JSONLD_PUBLISHER,
        JSONLD_AUTHOR,
        PHOTO_CREDIT,
        HYPERLINK,
        DATE_PUBLISHED,
        DATE_MODIFIED,
        LICENCE,
        /** Not of the page but of a feed: that it has the page among its items. */
        FEED_ITEM;

        /** The word in JSON and docs, e.g. {@code source-credit}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a claim is about. */
    public enum Scope {
        ARTICLE,
        IMAGE,
        COMMENT,
        PAGE
    }

    public Claim {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(evidence);
    }
}
