package org.pressmark.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the words under a picture where no tag says so: a small box that is named for a picture or holds one. */
final class Frames {
    private static final Set<String> NAMES = Lists.load("names-picture");
    private static final int REACH = 4;
    private static final int MOST_WORDS = 90;
    private static final int MOST_PIECES = 3;

    private final Page page;
    private final Element container;
    private final Map<Element, Integer> pictures = new HashMap<>();
    private final Map<Element, Integer> texts = new HashMap<>();
    private boolean paragraphs;
    private boolean counted;

    Frames(Page page, Element container) {
        this.page = page;
        this.container = container;
    }

    /** True where the piece is all, or nearly all, that a picture's box says. */
    boolean under(Piece piece) {
        if (piece.words() > MOST_WORDS || piece.heading() || Tags.within(piece.element(), Set.of("li", "td")) != null) {
            return false;
        }
        count();
        boolean paragraph = piece.tag().equals("p");
        Element box = box(piece.element());
        return box != null
                && (page.names.has(box, NAMES) || !paragraph && paragraphs && !box.equals(piece.element()))
                && Tags.within(piece.element(), Set.of("blockquote")) == null;
    }

    /** The smallest box round the piece that holds a picture, where it holds little else. */
    private @Nullable Element box(Element from) {
        Element at = from;
        for (int i = 0; i < REACH && at != null && !at.equals(container) && !at.nameIs("body"); i++) {
            if (pictures.getOrDefault(at, 0) > 0) {
                return texts.getOrDefault(at, 0) <= MOST_PIECES
                                && page.share(at) < 0.2
                                && Elements.atMost(at, MOST_WORDS)
                        ? at
                        : null;
            }
            at = at.parent();
        }
        return null;
    }

    private void count() {
        if (counted) {
            return;
        }
        counted = true;
        double inParagraphs = 0;
        double all = 1;
        for (Piece piece : page.pieces) {
            if (piece.tag().equals(Players.TAG)) {
                // Sound and video stand anywhere, by the date as by the text: what is near them says nothing of them.
                continue;
            }
            if (Tags.inside(piece.element(), container)) {
                Map<Element, Integer> counts = piece.picture() ? pictures : texts;
                Element at = piece.element();
                for (int i = 0; i <= REACH && at != null && !at.equals(container); i++, at = at.parent()) {
                    counts.merge(at, 1, Integer::sum);
                }
                double weight = Page.weight(piece);
                all += weight;
                inParagraphs += piece.tag().equals("p") ? weight : 0;
            }
        }
        paragraphs = inParagraphs > 0.8 * all;
    }
}
