package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Place;

/** Turns drafts into blocks: captions parted from credits, datelines from paragraphs, every block with its place. */
final class Blocks {
    private static final int MOST = 20_000;

    private Blocks() {}

    static List<Block> of(Page page, List<Draft> drafts) {
        List<Block> out = new ArrayList<>();
        int running = 0;
        ListNumbers numbers = new ListNumbers(page);
        Targets targets = new Targets(page.document.baseUri());
        for (Draft draft : drafts) {
            if (out.size() > MOST) {
                break;
            }
            Piece piece = draft.piece();
            String source = page.source.text();
            if (draft.kind() == BlockKind.CAPTION) {
                Captions.parted(page, piece)
                        .forEach(part -> out.add(block(page, targets, part.kind(), part.piece(), draft.rule())));
                continue;
            }
            if (draft.kind() == BlockKind.PARAGRAPH) {
                running++;
                Optional<Integer> dateline = running <= 3 ? AgencyCredits.dateline(piece.text()) : Optional.empty();
                if (dateline.isPresent() && dateline.get() < piece.text().length()) {
                    int end = dateline.get();
                    out.add(block(
                            page,
                            targets,
                            BlockKind.DATELINE,
                            piece.part(source, 0, trimmed(piece.text(), end)),
                            "dateline.agency"));
                    out.add(block(
                            page,
                            targets,
                            BlockKind.PARAGRAPH,
                            piece.part(source, end, piece.text().length()),
                            draft.rule()));
                    continue;
                }
            }
            Piece whole = draft.kind() == BlockKind.LIST ? numbers.numbered(piece) : piece;
            out.add(block(page, targets, draft.kind(), whole, draft.rule()));
        }
        return out;
    }

    private static int trimmed(String text, int end) {
        int at = end;
        while (at > 0 && Text.blank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static Block block(Page page, Targets targets, BlockKind kind, Piece piece, String rule) {
        Place place = page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element()));
        List<Block.Inline> inlines =
                piece.inlines().stream().map(inline -> whole(targets, inline)).toList();
        // Until here a player is a picture to all rules: it says nothing and may have a caption.
        BlockKind shown = kind == BlockKind.IMAGE && piece.tag().equals(Players.TAG) ? BlockKind.EMBED : kind;
        page.trace.add("block", piece.text(), rule, place, true, shown.word());
        return new Block(shown, piece.text(), inlines, piece.image(), piece.level(), place);
    }

    /** A link with its whole address; made only now, for the few links that are kept. */
    private static Block.Inline whole(Targets targets, Block.Inline inline) {
        return inline.kind() == Block.InlineKind.LINK
                ? new Block.Inline(inline.kind(), inline.start(), inline.end(), targets.whole(inline.target()))
                : inline;
    }
}
