package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.BlockKind;

/** Judges what stands in the chosen part of the page: first what it is called and what its words say, then how it runs. */
final class InsideRules {
    private static final Set<String> EMBED = Lists.load("names-embed");

    /** Short articles are written round what they show from elsewhere. */
    private static final double HALF = 0.5;

    private final Scene scene;
    private final FurnitureRules furniture;
    private final Standfirsts standfirsts;
    private final Zones zones;
    private final Cards cards;
    private final Asides asides;
    private final RunningRules running;

    InsideRules(Scene scene, FurnitureRules furniture, Standfirsts standfirsts) {
        this.scene = scene;
        this.furniture = furniture;
        this.standfirsts = standfirsts;
        this.zones = new Zones(scene.page, scene.container);
        this.cards = new Cards(scene.page, scene.container);
        this.asides = new Asides(scene.round);
        this.running = new RunningRules(scene);
    }

    /** What the piece is; the first rule that has an opinion decides. */
    Optional<Draft> judge(Piece piece, int at, List<Draft> out) {
        if (at == scene.headline) {
            return Draft.keep(piece, BlockKind.HEADLINE, "headline");
        }
        if (zones.holds(piece)) {
            return piece.picture()
                    ? Draft.drop(piece, "other.image-related", "a picture below a line such as Read more")
                    : Draft.aside(piece, BlockKind.RELATED, "related.below", "stands below a line such as Read more");
        }
        Page.Junk junk = scene.page.junkBelow(piece.element(), scene.container);
        if (piece.picture()) {
            return junk == Page.Junk.NEVER
                    ? Draft.drop(piece, "other.image-name", "a picture in a part that is not the article by its name")
                    : Draft.keep(piece, BlockKind.IMAGE, "image.in-body");
        }
        return repeats(piece)
                .or(() -> embed(piece))
                .or(() -> named(piece, junk))
                .or(() -> furniture.legend(piece))
                .or(() -> line(piece))
                .or(() -> scene.text ? Optional.empty() : furniture.kicker(piece))
                .or(() -> furniture.byline(piece, scene.text, out))
                .or(() -> standfirsts.inside(piece, at))
                .or(() -> opens(piece))
                .or(() -> running.judge(piece, at, junk));
    }

    private Optional<Draft> repeats(Piece piece) {
        String key = Text.key(piece.text());
        return scene.headlineAgain(piece, key)
                ? Draft.drop(piece, "other.headline-again", "repeats the headline, or has no letters")
                : Optional.empty();
    }

    private Optional<Draft> embed(Piece piece) {
        return scene.round.near(piece.element(), EMBED, 8, HALF)
                ? Draft.keep(piece, BlockKind.EMBED, "embed.name")
                : Optional.empty();
    }

    private Optional<Draft> named(Piece piece, Page.Junk junk) {
        if (junk == Page.Junk.NEVER) {
            return asides.named(piece)
                    .or(() -> Draft.drop(piece, "other.name", "in a part that is not the article by its name"));
        }
        if (Lines.site(piece)) {
            return Draft.aside(piece, BlockKind.PROMO, "promo.words", "has words that belong to the site");
        }
        if (cards.in(piece.element())) {
            return Draft.aside(
                    piece,
                    BlockKind.RELATED,
                    "related.card",
                    "a teaser of another page: a small box whose title is a link");
        }
        return scene.text && junk == Page.Junk.UNLIKELY ? asides.related(piece) : Optional.empty();
    }

    private Optional<Draft> line(Piece piece) {
        if (piece.words() <= 4 && Lines.agency(piece.text())) {
            return Draft.keep(piece, scene.text ? BlockKind.SOURCE_LINE : BlockKind.BYLINE, "line.agency");
        }
        return Lines.furniture(piece.text(), piece.words())
                .flatMap(kind -> Draft.keep(piece, kind, "line." + kind.word()));
    }

    private Optional<Draft> opens(Piece piece) {
        return zones.opens(piece)
                ? Draft.aside(piece, BlockKind.RELATED, "related.words", "a line such as Read more")
                : Optional.empty();
    }
}
