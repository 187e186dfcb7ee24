package org.pressmark.extract;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Follows stretches within an article that are not it: "Read more", "Related", a comment heading, and what stands below. */
final class Zones {
    /** So long the title of another page may be, with a word such as Related before it. */
    private static final int TITLE = 30;

    private final Page page;
    private final Element container;
    private @Nullable Element box;
    private boolean open;

    Zones(Page page, Element container) {
        this.page = page;
        this.container = container;
    }

    /** True where the piece opens such a stretch, of which it is a part. */
    boolean opens(Piece piece) {
        boolean brief = piece.words() <= 12 || piece.words() <= TITLE && piece.linkDensity() > 0.5;
        if (!brief || !(piece.heading() || piece.words() <= 7 || piece.linkDensity() > 0.3)) {
            return false;
        }
        if (Lines.related(piece.text())
                || piece.heading() && Lexicon.COMMENTS.opens(Lines.bare(piece.text())) > 0 && piece.words() <= 5) {
            open = piece.heading() || piece.linkDensity() < 0.5 && !ownTitle(piece);
            box = small(piece.element());
            return true;
        }
        return false;
    }

    /** True for {@code Read more: A title}: the line says itself what to read, nothing follows. */
    private static boolean ownTitle(Piece piece) {
        return !Lexicon.RELATED.is(piece.text()) && piece.words() > 4;
    }

    /** The largest box round an element that still holds little running text. */
    private @Nullable Element small(Element element) {
        Element best = null;
        Element at = element;
        while (at != null && !at.equals(container) && page.mass(at) < 0.12 * page.mass(container)) {
            best = at;
            at = at.parent();
        }
        return best;
    }

    /** True while the piece belongs to the stretch that is open; the first that does not closes it. */
    boolean holds(Piece piece) {
        if (open && ends(piece)) {
            open = false;
            box = null;
        }
        return open;
    }

    private boolean ends(Piece piece) {
        if (box != null && !box.equals(container) && Tags.inside(piece.element(), box)) {
            return false;
        }
        return Page.weight(piece) > 0
                        && (piece.words() >= 15 || piece.tag().equals("p") && piece.linked() == 0 && piece.sentence())
                        && piece.linkDensity() < 0.2
                        && page.junkBelow(piece.element(), container) == Page.Junk.NO
                || piece.tag().equals("blockquote") && piece.linkDensity() < 0.5
                || piece.heading() && !Lines.related(piece.text());
    }
}
