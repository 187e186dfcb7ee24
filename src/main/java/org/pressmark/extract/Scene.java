package org.pressmark.extract;

import org.jsoup.nodes.Element;

/** What the rules for blocks know in common: the page, the chosen part, the headline, and how far the reading has come. */
final class Scene {
    private static final int LONG_HEADLINE = 20;

    final Page page;
    final Element container;
    /** The index of the headline's piece, −1 where there is none. */
    final int headline;

    final String headlineKey;
    final Surroundings round;
    /** True once running text has begun. */
    boolean text;
    /** True once a standfirst was found. */
    boolean standfirst;

    Scene(Page page, Element container, int headline, String headlineText) {
        this.page = page;
        this.container = container;
        this.headline = headline;
        this.headlineKey = Text.key(headlineText);
        this.round = new Surroundings(page, container);
    }

    /** True for a piece without letters, and for one that says the headline again, alone or behind its kicker. */
    boolean headlineAgain(Piece piece, String key) {
        return key.isEmpty()
                || key.equals(headlineKey)
                || !text && piece.heading() && headlineKey.length() >= LONG_HEADLINE && key.endsWith(headlineKey);
    }
}
