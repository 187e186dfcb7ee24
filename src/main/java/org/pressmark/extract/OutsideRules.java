package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.BlockKind;

/** Judges what stands between the headline and the chosen part of the page, or just above the headline. */
final class OutsideRules {
    private static final Set<String> GRID = Set.of("li", "td", "th", "label", "form");
    private static final int MOST_WORDS = 90;
    private static final int MOST_PIECES_BELOW = 25;
    private static final int MOST_OPENINGS = 3;

    private final Scene scene;
    private final FurnitureRules furniture;
    private final Standfirsts standfirsts;
    private final Cards cards;
    private int openings;

    OutsideRules(Scene scene, FurnitureRules furniture, Standfirsts standfirsts) {
        this.scene = scene;
        this.furniture = furniture;
        this.standfirsts = standfirsts;
        this.cards = new Cards(scene.page, scene.container);
    }

    /** What the piece is; what is neither the headline nor named or worded as a part of the article is nothing here. */
    Optional<Draft> judge(Piece piece, int at, List<Draft> out) {
        if (at == scene.headline) {
            return Draft.keep(piece, BlockKind.HEADLINE, "headline");
        }
        if (piece.picture()) {
            return at > scene.headline && scene.page.junkBelow(piece.element(), scene.page.document) != Page.Junk.NEVER
                    ? Draft.keep(piece, BlockKind.IMAGE, "image.before-body")
                    : Draft.drop(piece, "other.image-outside", "a picture outside the article");
        }
        String key = Text.key(piece.text());
        if (scene.headlineAgain(piece, key)) {
            return Draft.drop(piece, "other.headline-again", "repeats the headline, or has no letters");
        }
        Optional<Draft> legend = furniture.legend(piece);
        if (legend.isPresent()) {
            return at > scene.headline
                    ? legend
                    : Draft.drop(piece, "other.caption-above", "a caption above the headline");
        }
        return furniture
                .kicker(piece)
                .or(() -> furniture.byline(piece, scene.text, out))
                .or(() -> standfirsts.outside(piece, at))
                .or(() -> opening(piece, at))
                .or(() -> Draft.drop(piece, "other.outside", "stands outside the article's part of the page"));
    }

    /** Running text between headline and body: the standfirst, or an opening that stands apart from the rest. */
    private Optional<Draft> opening(Piece piece, int at) {
        if (scene.headline < 0
                || at < scene.headline
                || at > scene.headline + MOST_PIECES_BELOW
                || openings == MOST_OPENINGS
                || Page.weight(piece) == 0
                || !piece.sentence()
                || piece.linkDensity() > 0.2
                || piece.words() > MOST_WORDS
                || Tags.within(piece.element(), GRID) != null
                || scene.page.junkBelow(piece.element(), scene.page.document) != Page.Junk.NO
                || cards.in(piece.element())
                || Lines.site(piece)
                || Lexicon.BOILERPLATE.opens(Lines.bare(piece.text())) > 0
                || Lines.related(piece.text())
                || piece.words() < 10 && Dates.find(piece.text(), "").isPresent()) {
            return Optional.empty();
        }
        openings++;
        boolean first = !scene.standfirst;
        scene.standfirst = true;
        return Draft.keep(piece, first ? BlockKind.STANDFIRST : BlockKind.PARAGRAPH, "standfirst.place");
    }
}
