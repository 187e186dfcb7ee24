package org.pressmark.report;

import java.util.List;

/**
 * A part of what a search found.
 *
 * @param hits pages, the best or newest first
 * @param pages how many pages there are in all
 * @param texts how many of their texts answer
 * @param waiting how many changes of pages the word index does not know yet
 */
public record SearchPage(List<SearchHit> hits, long pages, long texts, long waiting) {
    public SearchPage {
        hits = List.copyOf(hits);
    }
}
