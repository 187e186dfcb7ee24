package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Place;

/** Decides for each piece in and near the chosen part of the page what it is, in page order, and tells why. */
final class BlockMaker {
    /** A headline further above the text than so many pieces belongs to something else. */
    private static final int HEADLINE_REACH = 120;
    /** So far into the chosen part a headline may stand; what is before it is above the article. */
    private static final int HEADLINE_WITHIN = 60;

    private static final int LINES_BELOW = 12;

    private final Page page;
    private final Scene scene;
    private final OutsideRules outside;
    private final InsideRules inside;
    private final List<Draft> out = new ArrayList<>();

    private BlockMaker(Scene scene) {
        this.page = scene.page;
        this.scene = scene;
        FurnitureRules furniture = new FurnitureRules(page, scene.round, scene.container);
        Standfirsts standfirsts = new Standfirsts(scene);
        this.outside = new OutsideRules(scene, furniture, standfirsts);
        this.inside = new InsideRules(scene, furniture, standfirsts);
    }

    /**
     * The article's drafts, in page order.
     *
     * @param headline the index of the headline's piece, −1 where there is none
     */
    static List<Draft> make(Page page, Element container, int headline, String headlineText) {
        return new BlockMaker(new Scene(page, container, headline, headlineText)).make();
    }

    private List<Draft> make() {
        int first = -1;
        int last = -1;
        for (int i = 0; i < page.pieces.size(); i++) {
            if (Tags.inside(page.pieces.get(i).element(), scene.container)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0) {
            return List.of();
        }
        for (int i = from(first); i <= last; i++) {
            Piece piece = page.pieces.get(i);
            Optional<Draft> draft = Tags.inside(piece.element(), scene.container) && !above(i, last)
                    ? inside.judge(piece, i, out)
                    : outside.judge(piece, i, out);
            draft.ifPresent(out::add);
        }
        below(last);
        List<Draft> tidied = Tidy.of(page, out);
        tidied.forEach(this::tell);
        return tidied.stream().filter(draft -> !draft.dropped()).toList();
    }

    /** Where to begin: at the headline, or at a kicker or standfirst just above it. */
    private int from(int first) {
        int headline = scene.headline;
        if (headline < 0 || headline >= first || first - headline >= HEADLINE_REACH) {
            return first;
        }
        return Math.max(0, headline - 4);
    }

    private boolean above(int at, int last) {
        int headline = scene.headline;
        return headline > at && headline <= last && headline - at < HEADLINE_WITHIN;
    }

    /** What stands just below the chosen part: source line, original address, corrections. */
    private void below(int last) {
        int seen = 0;
        for (int i = last + 1; i < page.pieces.size() && seen < LINES_BELOW; i++) {
            Piece piece = page.pieces.get(i);
            if (piece.picture() || page.junkBelow(piece.element(), page.document) == Page.Junk.NEVER) {
                continue;
            }
            seen++;
            if (piece.heading()) {
                return;
            }
            Optional<BlockKind> kind = piece.words() <= 4 && Lines.agency(piece.text())
                    ? Optional.of(BlockKind.SOURCE_LINE)
                    : Lines.furniture(piece.text(), piece.words());
            kind.flatMap(found -> Draft.keep(piece, found, "line.after." + found.word()))
                    .ifPresent(out::add);
        }
    }

    private void tell(Draft draft) {
        if (page.trace.on() && !draft.piece().picture()) {
            Piece piece = draft.piece();
            Place place = page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element()));
            page.trace.add(
                    "block", piece.text(), draft.rule(), place, draft.kind().body(), draft.why());
        }
    }
}
