package org.pressmark.text;

/**
 * A stretch of a text.
 *
 * @param start first character (UTF-16 units)
 * @param end one past the last
 */
public record TextRange(int start, int end) {
    public TextRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("expected 0 ≤ start ≤ end, found: " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }

    /** These characters of the text. */
    public String in(CharSequence text) {
        return text.subSequence(start, end).toString();
    }
}
