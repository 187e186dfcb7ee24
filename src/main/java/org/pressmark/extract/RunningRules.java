package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;

/** Judges what may be running text: headings, lists, tables, quotations, paragraphs, and the small lines between them. */
final class RunningRules {
    /** So many children of an element tell how its text is parted. */
    private static final int LOOKED_AT = 40;

    private static final Set<String> PULL = Lists.load("names-pull");
    private static final Set<String> HEADING = Lists.load("names-heading");
    private static final int HEADING_WORDS = 15;
    private static final int SHORTEST_LABEL = 4;
    private static final int MORE_THAN_TEASER = 40;
    private static final Set<String> CORRECTION = Lists.load("names-correction");

    private final Scene scene;
    private final Grids grids;

    RunningRules(Scene scene) {
        this.scene = scene;
        this.grids = new Grids(scene.page);
    }

    Optional<Draft> judge(Piece piece, int at, Page.Junk junk) {
        double density = piece.linkDensity();
        boolean content = Page.weight(piece) > 0;
        if (junk == Page.Junk.UNLIKELY && (!content || density > 0.2 || piece.words() < 12)) {
            return Draft.drop(
                    piece, "other.unlikely-name", "in a part whose name is rarely the article's, and no running text");
        }
        if (piece.heading()) {
            return heading(piece, at);
        }
        if (called(piece)) {
            return Draft.keep(piece, BlockKind.HEADING, "heading.name");
        }
        if (piece.tag().equals("td") || piece.tag().equals("th")) {
            return grids.cell(piece, at);
        }
        if (piece.tag().equals("li")) {
            return grids.item(piece, announced(at));
        }
        return link(piece).or(() -> named(piece)).or(() -> paragraph(piece, content));
    }

    private Optional<Draft> heading(Piece piece, int at) {
        return piece.linkDensity() > 0.8 && piece.words() > 3 && linked(piece) && !opensText(at)
                ? Draft.aside(piece, BlockKind.RELATED, "related.heading", "a heading that is one link to another page")
                : Draft.keep(piece, BlockKind.HEADING, "heading.tag");
    }

    /** True where so much running text follows a heading that it is no teaser's. */
    private boolean opensText(int at) {
        List<Piece> pieces = scene.page.pieces;
        double weight = 0;
        for (int i = at + 1; i < pieces.size() && i < at + LOOKED_AT; i++) {
            Piece piece = pieces.get(i);
            if (piece.heading() || !Tags.inside(piece.element(), scene.container)) {
                break;
            }
            weight += Page.weight(piece);
        }
        return weight >= MORE_THAN_TEASER;
    }

    /** True where the paragraph before a list ends in a colon. */
    private boolean announced(int at) {
        for (int i = at - 1; i >= 0 && i > at - LOOKED_AT; i--) {
            Piece before = scene.page.pieces.get(i);
            if (!before.picture() && !before.tag().equals("li")) {
                return before.tag().equals("p")
                        && Page.weight(before) > 0
                        && before.text().endsWith(":");
            }
        }
        return false;
    }

    /** True for a short line that is a heading by its name only. */
    private boolean called(Piece piece) {
        return piece.words() <= HEADING_WORDS
                && (piece.tag().equals("div") || piece.tag().equals("p"))
                && piece.linkDensity() < 0.5
                && scene.text
                && (piece.element().attr("role").equals("heading") || scene.page.names.has(piece.element(), HEADING));
    }

    private static boolean linked(Piece piece) {
        return piece.inlines().stream()
                .anyMatch(inline -> inline.end() - inline.start() > piece.text().length() * 0.8
                        && !inline.target().contains("#"));
    }

    private static Optional<Draft> link(Piece piece) {
        double density = piece.linkDensity();
        if (Lexicon.BOILERPLATE.is(piece.text()) || Lexicon.RELATED.is(piece.text())) {
            return Draft.drop(piece, "other.label", "the label of a part that belongs to the site");
        }
        if (density > 0.3 && piece.words() < 40 && bracketed(piece.text())) {
            return Draft.aside(piece, BlockKind.RELATED, "related.bracketed", "an editor's pointer in square brackets");
        }
        if (piece.words() < 40 && labelled(piece)) {
            return Draft.aside(
                    piece, BlockKind.RELATED, "related.label", "a label in capitals, then a link to the end");
        }
        if (density > 0.55 && !piece.sentence() && piece.words() > 2 && piece.words() < 40) {
            return Draft.aside(piece, BlockKind.RELATED, "related.link-line", "a line of links");
        }
        return piece.words() < 40
                        && Lexicon.BOILERPLATE.opens(Lines.bare(piece.text())) > 0
                        && (density > 0.2 || piece.words() < 12)
                ? Draft.aside(piece, BlockKind.PROMO, "promo.opening", "opens with words that belong to the site")
                : Optional.empty();
    }

    /** {@code ALSO ON OUR SITE: A title}, the title a link. */
    private static boolean labelled(Piece piece) {
        String text = piece.text();
        int colon = text.indexOf(':');
        return colon >= SHORTEST_LABEL
                && Text.shouts(text.substring(0, colon))
                && piece.inlines().stream()
                        .anyMatch(inline -> inline.kind() == Block.InlineKind.LINK
                                && inline.start() <= colon + 2
                                && inline.end() >= text.length() - 1);
    }

    private static boolean bracketed(String text) {
        return text.startsWith("[") && text.endsWith("]") && text.indexOf(']') == text.length() - 1;
    }

    private Optional<Draft> named(Piece piece) {
        if (piece.tag().equals("pre")) {
            if (Codes.lineNumbers(piece.text())) {
                return Draft.drop(piece, "other.line-numbers", "the numbers of a listing's lines");
            }
            return Draft.keep(piece, BlockKind.PREFORMATTED, "pre.tag");
        }
        if (scene.round.near(piece.element(), PULL, 3)) {
            return Draft.keep(piece, BlockKind.PULL_QUOTE, "pull-quote.name");
        }
        return scene.round.near(piece.element(), CORRECTION, 3)
                ? Draft.keep(piece, BlockKind.CORRECTION_NOTE, "correction.name")
                : Optional.empty();
    }

    private Optional<Draft> paragraph(Piece piece, boolean content) {
        if (Tags.within(piece.element(), Set.of("blockquote")) != null) {
            scene.text = true;
            return Draft.keep(piece, BlockKind.BLOCKQUOTE, "blockquote.tag");
        }
        if (!content
                && piece.tag().equals("div")
                && piece.words() < 5
                && !piece.sentence()
                && !brokenByLines(piece.element())) {
            return Draft.drop(piece, "other.few-words", "a few words in no paragraph");
        }
        if (scene.text && Lines.initials(piece.text())) {
            return Draft.keep(piece, BlockKind.AUTHOR_NOTE, "author-note.initials");
        }
        scene.text |= content;
        return Draft.keep(piece, BlockKind.PARAGRAPH, "paragraph");
    }

    /** True where an element parts its text by line breaks: its short lines are headings and list items, no widgets. */
    private static boolean brokenByLines(Element element) {
        for (int i = 0; i < Math.min(LOOKED_AT, element.childNodeSize()); i++) {
            if (element.childNode(i).nameIs("br")) {
                return true;
            }
        }
        return false;
    }
}
