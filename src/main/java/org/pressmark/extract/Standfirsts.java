package org.pressmark.extract;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;

/** Recognises the summary under a headline: by its name, or because the page describes itself in the same words. */
final class Standfirsts {
    private static final Set<String> NAMES = Lists.load("names-standfirst");
    private static final int LONGEST = 90;

    private final Scene scene;
    /** A page of few words is half standfirst. */
    private static final double HALF = 0.5;

    private final Set<String> summaries = new HashSet<>();

    Standfirsts(Scene scene) {
        this.scene = scene;
        for (Field field : scene.page.facts.every(
                "meta.og:description", "meta.description", "meta.twitter:description", "json-ld.description")) {
            String key = Text.key(field.value());
            if (key.length() > 30) {
                summaries.add(key);
            }
        }
    }

    /** Between the headline and the text, or just above the headline. */
    Optional<Draft> outside(Piece piece, int at) {
        if (piece.words() < 4 || piece.words() >= LONGEST || piece.linkDensity() >= 0.3 || at <= scene.headline - 3) {
            return Optional.empty();
        }
        boolean summary = summary(Text.key(piece.text()));
        boolean named = !scene.standfirst
                && at < scene.headline + 30
                && scene.round.near(piece.element(), NAMES, 3, HALF)
                && (piece.words() >= 6 || piece.sentence());
        boolean next = !scene.standfirst && piece.words() >= 6 && next(piece);
        if (!summary && !named && !next) {
            return Optional.empty();
        }
        scene.standfirst = true;
        return !summary && scene.page.junkBelow(piece.element(), scene.page.document) == Page.Junk.NEVER
                ? Optional.empty()
                : Draft.keep(
                        piece,
                        BlockKind.STANDFIRST,
                        summary ? "standfirst.description" : named ? "standfirst.name" : "standfirst.next");
    }

    /** True for a heading or box that follows the headline's own, which stands by itself above the text. */
    private boolean next(Piece piece) {
        Element before = piece.element().previousElementSibling();
        return scene.headline >= 0
                && before != null
                && before.equals(scene.page.pieces.get(scene.headline).element())
                && (piece.tag().equals("h2")
                        || piece.tag().equals("h3")
                        || piece.tag().equals("div") && piece.words() >= 8)
                && scene.page.junkBelow(piece.element(), scene.page.document) == Page.Junk.NO
                && Dates.find(piece.text(), "").isEmpty()
                && !Bylines.opens(piece.text())
                && Lexicon.BOILERPLATE.opens(Lines.bare(piece.text())) == 0
                && !Lines.related(piece.text());
    }

    /** At the beginning of the text. */
    Optional<Draft> inside(Piece piece, int at) {
        if (scene.text
                || scene.standfirst
                || at <= scene.headline
                || piece.words() < 6
                || piece.words() >= LONGEST
                || piece.linkDensity() >= 0.3
                || piece.tag().equals("li")
                || !scene.round.near(piece.element(), NAMES, 2)
                || Tags.within(piece.element(), Set.of("form")) != null) {
            return Optional.empty();
        }
        scene.standfirst = true;
        return Draft.keep(piece, BlockKind.STANDFIRST, "standfirst.name");
    }

    private boolean summary(String key) {
        for (String summary : summaries) {
            if (summary.equals(key)
                    || key.length() > 40
                            && (summary.startsWith(key.substring(0, 40))
                                    || summary.length() > 60
                                            && key.startsWith(summary.substring(0, summary.length() - 4)))) {
                return true;
            }
        }
        return false;
    }
}
