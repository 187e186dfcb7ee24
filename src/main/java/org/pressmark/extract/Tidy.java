package org.pressmark.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pressmark.model.BlockKind;

/** Looks at the drafts as a whole: repeated text, headings with nothing below, boilerplate at the end. */
final class Tidy {
    private static final Set<BlockKind> RUNNING = EnumSet.of(
            BlockKind.PARAGRAPH,
            BlockKind.BLOCKQUOTE,
            BlockKind.LIST,
            BlockKind.TABLE,
            BlockKind.PREFORMATTED,
            BlockKind.EMBED);

    private Tidy() {}

    static List<Draft> of(Page page, List<Draft> drafts) {
        return withoutTail(Oddities.marked(page, Repeats.marked(drafts)));
    }

    private static List<Draft> withoutTail(List<Draft> drafts) {
        List<Draft> out = new ArrayList<>(drafts);
        int i = out.size() - 1;
        while (i >= 0) {
            Draft draft = out.get(i);
            if (draft.kind() == BlockKind.HEADING) {
                out.set(i, draft.as(BlockKind.OTHER, "other.heading-alone", "a heading with no text below"));
            } else if (boilerplate(draft)) {
                out.set(i, draft.as(BlockKind.PROMO, "promo.tail", "closes the page in words that belong to the site"));
            } else if (RUNNING.contains(draft.kind())) {
                break;
            }
            i--;
        }
        return out;
    }

    private static boolean boilerplate(Draft draft) {
        if (draft.kind() != BlockKind.PARAGRAPH && draft.kind() != BlockKind.LIST) {
            return false;
        }
        Piece piece = draft.piece();
        String bare = Lines.bare(piece.text());
        return piece.words() < 50
                && (bare.startsWith("©") || Lexicon.BOILERPLATE.opens(bare) > 0 || Lines.related(bare));
    }
}
