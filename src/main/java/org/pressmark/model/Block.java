package org.pressmark.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One typed block of an article, in page order.
 *
 * @param kind what it is
 * @param text its visible text: white space collapsed to single spaces, line breaks kept as {@code \n}; original
 *     characters otherwise (quotation marks, no-break spaces and all)
 * @param inlines links and emphasis inside the text, in order of their start
 * @param image for {@code IMAGE} blocks the picture; for {@code EMBED} blocks that are played or shown from elsewhere (a
 *     video, a map) their address and title, while the text is empty
 * @param level for headings 1–6, for list items their depth from 1; 0 otherwise
 * @param place where the block stands in the stored bytes
 */
public record Block(BlockKind kind, String text, List<Inline> inlines, Optional<Image> image, int level, Place place) {

    /** What an inline span is. */
    public enum InlineKind {
        LINK,
        EMPHASIS,
        STRONG,
        CODE
    }

    /**
     * A span of the block's text.
     *
     * @param start first character within the block's text
     * @param end one past the last
     * @param target for links the absolute address, else empty text
     */
    public record Inline(InlineKind kind, int start, int end, String target) {}

    /**
     * A picture, or what is played in a box, as the page names it.
     *
     * @param src absolute address
     * @param alt alternative text or title, empty where none
     */
    public record Image(String src, String alt) {}

    public Block {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(place);
        inlines = List.copyOf(inlines);
        for (Inline inline : inlines) {
            if (inline.start() < 0 || inline.end() < inline.start() || inline.end() > text.length()) {
                throw new IllegalArgumentException(
                        "expected a span within " + text.length() + " characters, found: " + inline);
            }
        }
    }

    /** A block of plain text without links, picture or level. */
    public static Block of(BlockKind kind, String text, Place place) {
        return new Block(kind, text, List.of(), Optional.empty(), 0, place);
    }
}
