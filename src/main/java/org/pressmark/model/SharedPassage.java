package org.pressmark.model;

/**
 * A run of words that stands in two texts.
 *
 * @param words how many words it has
 * @param start first character in the first text
 * @param end one past the last
 * @param otherStart first character in the second text
 * @param otherEnd one past the last
 */
public record SharedPassage(int words, int start, int end, int otherStart, int otherEnd) {
    public SharedPassage {
        if (words < 1 || start < 0 || end <= start || otherStart < 0 || otherEnd <= otherStart) {
            throw new IllegalArgumentException("expected a run of words in both texts, found: " + words + ", " + start
                    + ".." + end + ", " + otherStart + ".." + otherEnd);
        }
    }
}
