package org.pressmark.extract;

import java.util.Optional;
import java.util.Set;
import org.pressmark.model.BlockKind;

/** Says what a part is that is not the text though it stands in it: by the names of the boxes round it. */
final class Asides {
    private static final Set<String> AUTHOR = Lists.load("names-author-note");
    private static final Set<String> FORM = Lists.load("names-comment-form");
    private static final Set<String> RELATED = Lists.load("names-related");
    private static final Set<String> PROMO = Lists.load("names-promo");
    private static final int REACH = 6;

    private final Surroundings round;

    Asides(Surroundings round) {
        this.round = round;
    }

    /** For a piece that is not the article's by its name; nothing for a box's mere label. */
    Optional<Draft> named(Piece piece) {
        if (Lexicon.BOILERPLATE.is(piece.text()) || Lexicon.RELATED.is(piece.text())) {
            return Optional.empty();
        }
        if (round.near(piece.element(), AUTHOR, REACH)) {
            return Draft.aside(piece, BlockKind.AUTHOR_NOTE, "author-note.name", "in a box about the author");
        }
        if (round.near(piece.element(), FORM, REACH)) {
            return Draft.aside(piece, BlockKind.COMMENT_FORM, "comment-form.name", "in the form for comments");
        }
        return related(piece).or(() -> promo(piece));
    }

    Optional<Draft> related(Piece piece) {
        return round.near(piece.element(), RELATED, REACH)
                ? Draft.aside(piece, BlockKind.RELATED, "related.name", "in a box that points to other pages")
                : Optional.empty();
    }

    private Optional<Draft> promo(Piece piece) {
        return round.near(piece.element(), PROMO, REACH)
                ? Draft.aside(piece, BlockKind.PROMO, "promo.name", "in a box in which the site speaks for itself")
                : Optional.empty();
    }
}
