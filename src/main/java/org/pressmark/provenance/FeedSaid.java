package org.pressmark.provenance;

import java.util.List;

/**
 * Something that a feed says of one of its items.
 *
 * @param name what says it, e.g. {@code creator}, {@code author/name}, {@code link[via]@href}: names in lower case, without
 *     prefix and without the numbers of an array
 * @param value what is meant: references and escapes decoded
 * @param start first character of it in the feed's text, as it is written there
 * @param end one past the last
 * @param selector an XPath or a JSON pointer
 */
record FeedSaid(String name, String value, int start, int end, String selector) {
    /** What is said of one item. */
    record Item(List<FeedSaid> said) {
        /** Nobody says more of an item than this; what goes beyond is not read. */
        static final int MOST = 200;

        Item {
            said = List.copyOf(said);
        }
    }
}
