package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.pressmark.model.BlockKind;

/** Reads the words under pictures. */
final class Captions {
    private static final Set<String> NAMES = Lists.load("names-credit");

    private Captions() {}

    /** True for {@code Photo: Jane Roe / Reuters}, {@code © dpa}, {@code (CC BY 2.0)}. */
    static boolean credit(String text) {
        if (text.length() > 160) {
            return false;
        }
        String bare = Lines.bare(text);
        if (bare.startsWith("©")) {
            return true;
        }
        int taken = Lexicon.PICTURE_CREDIT.opens(bare);
        if (taken == 0) {
            return false;
        }
        String rest = bare.substring(taken).strip();
        return rest.startsWith(":") || rest.startsWith("©") || rest.startsWith("/") || rest.startsWith("：") || rest.startsWith("|");
    }

    /** A caption, or the credit that was parted from it. */
    record Part(BlockKind kind, Piece piece) {}

    /** The caption and, where an element within it is named as one, its credit apart. */
    static List<Part> parted(Page page, Piece piece) {
        for (Element inner : piece.element().getAllElements()) {
            if (inner == piece.element() || !page.names.has(inner, NAMES) || !inner.hasText()) {
                continue;
            }
            String credit = Text.tidy(inner.text());
            int at = piece.text().lastIndexOf(credit);
            Range range = inner.sourceRange();
            Range close = inner.endSourceRange();
            if (at < 0 || !range.isTracked()) {
                continue;
            }
            List<Part> out = new ArrayList<>();
            String before = piece.text().substring(0, at);
            int end = close.isTracked() ? close.startPos() : piece.end();
            int cut = before.length();
            while (cut > 0 && Text.blank(before.charAt(cut - 1))) {
                cut--;
            }
            if (Text.words(before) > 0) {
                Piece head = piece.part(0, cut);
                out.add(new Part(BlockKind.CAPTION, place(head, piece.start(), Math.max(piece.start(), range.startPos()))));
            }
            out.add(new Part(BlockKind.CREDIT, place(piece.part(at, at + credit.length()), range.endPos(), Math.max(range.endPos(), end))));
            String after = piece.text().substring(at + credit.length());
            if (Text.words(after) > 0 && out.size() == 1) {
                out.add(new Part(BlockKind.CAPTION, piece.part(piece.text().length() - after.strip().length(), piece.text().length())));
            }
            return out;
        }
        return words(piece);
    }

    /** The credit that closes a caption by its words: {@code … in Ankara. (Photo: AFP)}, {@code … in Ankara. © dpa}. */
    private static List<Part> words(Piece piece) {
        String text = piece.text();
        int at = Math.max(text.lastIndexOf('('), Math.max(text.lastIndexOf('©'), text.lastIndexOf('\n') + 1));
        at = Math.max(at, text.lastIndexOf(" | ") + 3 > 3 ? text.lastIndexOf(" | ") + 3 : 0);
        if (at > 0 && text.length() - at < 120 && credit(text.substring(at))) {
            int cut = at;
            while (cut > 0 && (Text.blank(text.charAt(cut - 1)) || text.charAt(cut - 1) == '|')) {
                cut--;
            }
            if (cut > 0) {
                return List.of(new Part(BlockKind.CAPTION, piece.part(0, cut)), new Part(BlockKind.CREDIT, piece.part(at, text.length())));
            }
        }
        return List.of(new Part(BlockKind.CAPTION, piece));
    }

    private static Piece place(Piece piece, int start, int end) {
        return new Piece(piece.element(), piece.tag(), piece.text(), piece.inlines(), piece.image(), start, end, piece.words(), piece.linked(), piece.level());
    }
}
