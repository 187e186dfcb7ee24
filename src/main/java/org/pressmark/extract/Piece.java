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
        int level) {

    /** Share of link text, 0 to 1. */
    double linkDensity() {
        return text.isEmpty() ? 0 : Math.min(1.0, (double) linked / text.length());
    }

    boolean heading() {
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
    }

    boolean picture() {
        return image.isPresent();
    }

    /** True where the text ends as a sentence does. */
    boolean sentence() {
        return Text.endsSentence(text);
    }

    /** The same piece with another text, which must be a part of its own. */
    Piece part(int from, int to) {
        int start = this.start;
        List<Block.Inline> kept = inlines.stream()
                .filter(inline -> inline.end() > from && inline.start() < to)
                .map(inline -> new Block.Inline(
                        inline.kind(),
                        Math.max(0, inline.start() - from),
                        Math.min(to, inline.end()) - from,
                        inline.target()))
                .toList();
        String cut = text.substring(from, to);
        return new Piece(element, tag, cut, kept, image, start, end, Text.words(cut), Math.min(linked, cut.length()), level);
    }
}
