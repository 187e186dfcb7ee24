package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.pressmark.model.BlockKind;

/** Reads the words under pictures. */
final class Captions {
    private static final Set<String> NAMES = Lists.load("names-credit");

    private static final Words CREDIT_WORDS = Lexicon.PICTURE_CREDIT;
    private static final int MOST_WORDS = 60;

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
        return rest.startsWith(":")
                || rest.startsWith("©")
                || rest.startsWith("/")
                || rest.startsWith("：")
                || rest.startsWith("|")
                || bare.substring(0, taken).indexOf(' ') > 0 && !rest.isEmpty() && name(rest); // "Photo by Jane Roe"
    }

    /** True for a line that ends as captions do, {@code … in Ankara. Photo: AFP}, {@code … © dpa}, {@code Image: Jane Roe}. */
    static boolean closes(Piece piece) {
        String text = piece.text();
        if (piece.words() > MOST_WORDS
                || piece.heading()
                || piece.linkDensity() > 0.5
                || text.indexOf('\n') >= 0
                || Lines.source(text, piece.words())) {
            return false;
        }
        int mark = text.lastIndexOf('©');
        if (mark > 0 && mark < text.length() - 1) {
            return name(text.substring(mark + 1));
        }
        return labelled(text) >= 0;
    }

    /** Where a closing {@code Photo: AFP} or {@code Image: Jane Roe/PA} begins, behind a sentence or alone; -1 if there is none. */
    private static int labelled(String text) {
        int colon = labelled(text, Math.max(text.lastIndexOf(':'), text.lastIndexOf('：')));
        return colon >= 0 ? colon : labelled(text, text.lastIndexOf('/'));
    }

    private static int labelled(String text, int colon) {
        if (colon <= 0 || !name(text.substring(colon + 1))) {
            return -1;
        }
        int from = colon;
        while (from > 0 && !Text.blank(text.charAt(from - 1)) && text.charAt(from - 1) != '(') {
            from--;
        }
        boolean credits = CREDIT_WORDS.is(text.substring(from, colon))
                && (from == 0 || stops(text.charAt(from - 1)) || stop(text, from));
        if (!credits) {
            return -1;
        }
        return from > 0 && text.charAt(from - 1) == '(' ? from - 1 : from;
    }

    private static boolean stops(char c) {
        return ".!?|(–—-\"”»".indexOf(c) >= 0;
    }

    /** True where a sentence ends before this character. */
    private static boolean stop(String text, int from) {
        int at = from - 1;
        while (at > 0 && Text.blank(text.charAt(at))) {
            at--;
        }
        return stops(text.charAt(at)) || at == 0;
    }

    /** One to seven words, the first with a capital. */
    private static boolean name(String text) {
        String bare = Lines.bare(text.strip());
        int words = Text.words(bare);
        return words >= 1 && words <= 7 && (Character.isUpperCase(bare.charAt(0)) || bare.charAt(0) >= 0x590);
    }

    /** A caption, or the credit that was parted from it. */
    record Part(BlockKind kind, Piece piece) {}

    /** The caption and, where an element within it is named as one, its credit apart. */
    static List<Part> parted(Page page, Piece piece) {
        for (Element inner : piece.element().getAllElements()) {
            if (inner.equals(piece.element()) || !page.names.has(inner, NAMES) || !inner.hasText()) {
                continue;
            }
            String credit = Text.tidy(inner.text());
            int at = piece.text().lastIndexOf(credit);
            if (at < 0) {
                continue;
            }
            List<Part> out = new ArrayList<>();
            String text = piece.text();
            String source = page.source.text();
            int cut = at;
            while (cut > 0 && Text.blank(text.charAt(cut - 1))) {
                cut--;
            }
            if (Text.words(text.substring(0, cut)) > 0) {
                out.add(new Part(BlockKind.CAPTION, piece.part(source, 0, cut)));
            }
            int end = at + credit.length();
            out.add(new Part(BlockKind.CREDIT, piece.part(source, at, end)));
            if (Text.words(text.substring(end)) > 0 && out.size() == 1) {
                out.add(new Part(
                        BlockKind.CAPTION,
                        piece.part(
                                source,
                                text.length() - text.substring(end).strip().length(),
                                text.length())));
            }
            return out;
        }
        return words(page.source.text(), piece);
    }

    /** The credit that closes a caption by its words: {@code … in Ankara. (Photo: AFP)}, {@code … in Ankara. © dpa}. */
    private static List<Part> words(String source, Piece piece) {
        String text = piece.text();
        int at = Math.max(text.lastIndexOf('('), Math.max(text.lastIndexOf('©'), text.lastIndexOf('\n') + 1));
        at = Math.max(at, text.lastIndexOf(" | ") + 3 > 3 ? text.lastIndexOf(" | ") + 3 : 0);
        at = Math.max(at, labelled(text));
        if (at > 0 && text.length() - at < 120 && credit(text.substring(at))) {
            int cut = at;
            while (cut > 0 && (Text.blank(text.charAt(cut - 1)) || text.charAt(cut - 1) == '|')) {
                cut--;
            }
            if (cut > 0) {
                return List.of(
                        new Part(BlockKind.CAPTION, piece.part(source, 0, cut)),
                        new Part(BlockKind.CREDIT, piece.part(source, at, text.length())));
            }
        }
        return List.of(new Part(BlockKind.CAPTION, piece));
    }
}
