package org.pressmark.report;

import java.util.List;
import java.util.Objects;
import org.pressmark.model.Version;

/**
 * A page that holds what was looked for, by the text of it that answers best.
 *
 * @param url as captured
 * @param version the text
 * @param texts how many texts of the page answer
 * @param excerpt a stretch of the text, one line
 * @param marks where in it the words stand that were looked for
 */
public record SearchHit(String url, Version version, int texts, String excerpt, List<Mark> marks) {

    /**
     * A word that was looked for.
     *
     * @param start first character
     * @param end one past the last
     */
    public record Mark(int start, int end) {}

    public SearchHit {
        Objects.requireNonNull(version);
        marks = List.copyOf(marks);
    }
}
