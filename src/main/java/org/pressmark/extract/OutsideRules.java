package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.BlockKind;

/** Judges what stands between the headline and the chosen part of the page, or just above the headline. */
final class OutsideRules {
    private final Scene scene;
    private final FurnitureRules furniture;
    private final Standfirsts standfirsts;

    OutsideRules(Scene scene, FurnitureRules furniture, Standfirsts standfirsts) {
        this.scene = scene;
        this.furniture = furniture;
        this.standfirsts = standfirsts;
    }

    /** What the piece is; what is neither the headline nor named or worded as a part of the article is nothing here. */
    Optional<Draft> judge(Piece piece, int at, List<Draft> out) {
        if (at == scene.headline) {
            return Draft.keep(piece, BlockKind.HEADLINE, "headline");
        }
        if (piece.picture()) {
            return at > scene.headline
                            && scene.page.junkBelow(piece.element(), scene.page.document) != Page.Junk.NEVER
                    ? Draft.keep(piece, BlockKind.IMAGE, "image.before-body")
                    : Draft.drop(piece, "other.image-outside", "a picture outside the article");
        }
        String key = Text.key(piece.text());
        if (key.isEmpty() || key.equals(scene.headlineKey)) {
            return Draft.drop(piece, "other.headline-again", "repeats the headline, or has no letters");
        }
        Optional<Draft> legend = furniture.legend(piece);
        if (legend.isPresent()) {
            return at > scene.headline
                    ? legend
                    : Draft.drop(piece, "other.caption-above", "a caption above the headline");
        }
        return furniture
                .byline(piece, scene.text, out)
                .or(() -> standfirsts.outside(piece, at))
                .or(() -> Draft.drop(piece, "other.outside", "stands outside the article's part of the page"));
    }
}
