package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
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
        for (Draft draft : drafts) {
            if (out.size() > MOST) {
                break;
            }
            Piece piece = draft.piece();
            String source = page.source.text();
            if (draft.kind() == BlockKind.CAPTION) {
                Captions.parted(page, piece)
                        .forEach(part -> out.add(block(page, part.kind(), part.piece(), draft.rule())));
                continue;
            }
            if (draft.kind() == BlockKind.PARAGRAPH) {
                running++;
                Optional<Integer> dateline = running <= 3 ? AgencyCredits.dateline(piece.text()) : Optional.empty();
                if (dateline.isPresent() && dateline.get() < piece.text().length()) {
                    int end = dateline.get();
                    out.add(block(
                            page,
                            BlockKind.DATELINE,
                            piece.part(source, 0, trimmed(piece.text(), end)),
                            "dateline.agency"));
                    out.add(block(
                            page,
                            BlockKind.PARAGRAPH,
                            piece.part(source, end, piece.text().length()),
                            draft.rule()));
                    continue;
                }
            }
            Piece whole = draft.kind() == BlockKind.LIST ? numbers.numbered(piece) : piece;
            out.add(block(page, draft.kind(), whole, draft.rule()));
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

    private static Block block(Page page, BlockKind kind, Piece piece, String rule) {
        Place place = page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element()));
        List<Block.Inline> inlines = piece.inlines().stream()
                .map(inline -> absolute(page.document.baseUri(), inline))
                .toList();
        // Until here a player is a picture to all rules: it says nothing and may have a caption.
        BlockKind shown = kind == BlockKind.IMAGE && piece.tag().equals(Players.TAG) ? BlockKind.EMBED : kind;
        page.trace.add("block", piece.text(), rule, place, true, shown.word());
        return new Block(shown, piece.text(), inlines, piece.image(), piece.level(), place);
    }

    /** A link with its whole address; made only now, for the few links that are kept. */
    private static Block.Inline absolute(String base, Block.Inline inline) {
        if (inline.kind() != Block.InlineKind.LINK) {
            return inline;
        }
        String target = new Element(Tag.valueOf("a"), base)
                .attr("href", inline.target())
                .absUrl("href");
        return target.isEmpty() ? inline : new Block.Inline(inline.kind(), inline.start(), inline.end(), target);
    }
}
