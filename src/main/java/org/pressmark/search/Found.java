package org.pressmark.search;

import java.util.List;

/**
 * A part of what was found, one text a page: the best or, where the order is that of time, the newest that answers.
 *
 * @param texts in the order asked for
 * @param pages how many pages hold what is looked for
 * @param all how many texts do
 */
public record Found(List<Hit> texts, long pages, long all) {

    /**
     * A text that was found.
     *
     * @param texts how many texts of this page answer
     */
    public record Hit(String page, int version, String record, int texts) {}

    public Found {
        texts = List.copyOf(texts);
    }
}
