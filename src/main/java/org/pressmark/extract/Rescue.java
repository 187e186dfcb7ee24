package org.pressmark.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.pressmark.model.BlockKind;

/** The guard against an empty answer: where no part of a page passes for its article, all its running text does. */
final class Rescue {
    /** Words; with fewer a page says little, and the answer that it says nothing is the better one. */
    private static final int LEAST = 100;

    private Rescue() {}

    static List<Draft> of(Page page, List<Draft> drafts) {
        if (drafts.stream().anyMatch(draft -> draft.kind().body())) {
            return drafts;
        }
        IdentityHashMap<Piece, Draft> known = new IdentityHashMap<>();
        drafts.forEach(draft -> known.put(draft.piece(), draft));
        Cards cards = new Cards(page, page.document);
        List<Draft> out = new ArrayList<>();
        double words = 0;
        for (Piece piece : page.pieces) {
            double weight = Page.weight(piece);
            if (weight > 0 && !cards.in(piece.element())) {
                words += weight;
                Draft.keep(piece, BlockKind.PARAGRAPH, "paragraph.all-there-is").ifPresent(out::add);
            } else if (known.containsKey(piece)) {
                out.add(known.get(piece));
            }
        }
        return words < LEAST ? drafts : out;
    }
}
