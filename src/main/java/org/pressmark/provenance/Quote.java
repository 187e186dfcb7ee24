package org.pressmark.provenance;

import java.util.Optional;
import org.pressmark.model.Block;
import org.pressmark.model.Evidence;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/**
 * A stretch of a page's text that a claim rests on.
 *
 * @param text the text around it: a block's, a comment's, or the field's own characters
 * @param start first character within {@code text}
 * @param end one past the last
 * @param place where the text stands in the stored bytes
 */
record Quote(String text, int start, int end, Place place) {
    private static final int CONTEXT = 32;
    private static final int LONGEST = 600;

    static Quote of(Block block, int start, int end) {
        return new Quote(block.text(), start, end, block.place());
    }

    static Quote whole(Block block) {
        return new Quote(block.text(), 0, block.text().length(), block.place());
    }

    static Quote of(Field field) {
        return new Quote(field.exact(), 0, field.exact().length(), field.place());
    }

    /** The evidence, outer white space left out; empty where nothing is left, since no claim stands on nothing. */
    Optional<Evidence> evidence(String recordId) {
        int from = start;
        int to = Math.min(end, start + LONGEST);
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        if (from < to && to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        if (from >= to) {
            return Optional.empty();
        }
        String prefix = text.substring(whole(Math.max(0, from - CONTEXT)), from);
        String suffix = text.substring(to, whole(Math.min(text.length(), to + CONTEXT)));
        return Optional.of(new Evidence(recordId, text.substring(from, to), prefix, suffix, place));
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Never between the halves of a surrogate pair. */
    private int whole(int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
