package org.pressmark.extract;

/** The word lists of extraction, each loaded once. */
final class Lexicon {
    static final Words RELATED = Words.load("related");
    static final Words BOILERPLATE = Words.load("boilerplate");
    static final Words PROMO = Words.load("promo");
    static final Words CLOSING = Words.load("closing");
    static final Words DISCLAIMER = Words.load("disclaimer");
    static final Words WEEKDAYS = Words.load("weekdays");
    static final Words DROP = Words.load("drop");
    static final Words BYLINE = Words.load("byline");
    static final Words SOURCE = Words.load("source");
    static final Words ORIGINAL = Words.load("original");
    static final Words CORRECTION = Words.load("correction");
    static final Words COMMENTS = Words.load("comments");
    static final Words SAYS = Words.load("says");
    static final Words PICTURE_CREDIT = Words.load("picture-credit");
    static final Words PAYWALL = Words.load("paywall");
    static final Words NOT_FOUND = Words.load("not-found");
    static final Words WALL = Words.load("wall");
    static final Words RIGHTS = Words.load("rights");
    static final Words LABEL = Words.load("label");
    static final Words DATE_LABEL = Words.load("date-label");
    static final Words DATE_FACT = Words.load("date-fact");
    static final Words UPDATED = Words.load("updated");
    static final Words RATE_LIMIT = Words.load("rate-limit");
    static final Words JOB = Words.load("job");

    private Lexicon() {}
}
