package org.pressmark.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pressmark.model.BlockKind;

/** Looks at the drafts as a whole: repeated text, headings with nothing below, boilerplate at the end, stray pictures. */
final class Tidy {
    private static final Set<BlockKind> RUNNING = EnumSet.of(
            BlockKind.PARAGRAPH,
            BlockKind.BLOCKQUOTE,
            BlockKind.LIST,
            BlockKind.TABLE,
            BlockKind.PREFORMATTED,
            BlockKind.EMBED);

    private Tidy() {}

    static List<Draft> of(List<Draft> drafts) {
        List<Draft> once = withoutRepeats(drafts);
        return withoutTail(once);
    }

    private static List<Draft> withoutRepeats(List<Draft> drafts) {
        Set<String> seen = new HashSet<>();
        List<Draft> out = new ArrayList<>();
        for (Draft draft : drafts) {
            String text = draft.kind() == BlockKind.IMAGE
                    ? draft.piece().image().map(image -> image.src()).orElse("")
                    : draft.piece().words() < 7 && draft.kind().body()
                            ? ""
                            : draft.kind().body()
                                    ? Text.key(draft.piece().text())
                                    : draft.kind() + Text.key(draft.piece().text());
            out.add(
                    draft.dropped() || text.isEmpty() || seen.add(text)
                            ? draft
                            : draft.as(BlockKind.OTHER, "other.again", "stands above in the same words"));
        }
        return out;
    }

    private static List<Draft> withoutTail(List<Draft> drafts) {
        List<Draft> out = new ArrayList<>(drafts);
        int i = out.size() - 1;
        while (i >= 0) {
            Draft draft = out.get(i);
            if (draft.kind() == BlockKind.HEADING || boilerplate(draft)) {
                out.set(i, draft.as(BlockKind.OTHER, "promo.tail", "closes the page in words that belong to the site"));
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
