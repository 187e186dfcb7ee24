package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.pressmark.model.Block;

/**
 * A run of text (or a picture) between two block borders, before anyone has decided what it is.
 *
 * @param element the nearest element that made the border
 * @param tag what it stands in: {@code p h1–h6 li blockquote figcaption pre table tr dt dd div img embed}
 * @param text visible text, white space collapsed
 * @param start first character in the source
 * @param end one past the last
 * @param linked how many of the text's characters are link text
 * @param level heading level or depth in lists
 * @param spots where each character stands in the source; none for pieces put together from several
 */
record Piece(
        Element element,
        String tag,
        String text,
        List<Block.Inline> inlines,
        Optional<Block.Image> image,
        int start,
        int end,
        int words,
        int linked,
        int level,
        Spots spots) {

    /** Share of link text, 0 to 1. */
    double linkDensity() {
        return text.isEmpty() ? 0 : Math.min(1.0, (double) linked / text.length());
    }

    boolean heading() {
        return Tags.heading(tag);
    }

    boolean picture() {
        return image.isPresent();
    }

    /** True where the text ends as a sentence does. */
    boolean sentence() {
        return Text.endsSentence(text);
    }

    /** A part of the piece, with its own place. */
    Piece part(String source, int from, int to) {
        List<Block.Inline> kept = inlines.stream()
                .filter(inline -> inline.end() > from && inline.start() < to)
                .map(inline -> new Block.Inline(
                        inline.kind(),
                        Math.max(0, inline.start() - from),
                        Math.min(to, inline.end()) - from,
                        inline.target()))
                .toList();
        String cut = text.substring(from, to);
        int first = spots.known() ? spots.start(from) : start;
        int last = spots.known() && to > from ? Math.max(first, spots.end(source, to)) : end;
        int links = kept.stream()
                .filter(inline -> inline.kind() == Block.InlineKind.LINK)
                .mapToInt(inline -> inline.end() - inline.start())
                .sum();
        return new Piece(
                element,
                tag,
                cut,
                kept,
                image,
                first,
                last,
                Text.words(cut),
                Math.min(links, cut.length()),
                level,
                spots.part(from, to));
    }
}
