package org.pressmark.model;

/**
 * Where something stands in a stored document. Character counts are of the decoded source text (UTF-16 units), byte counts
 * of the content-decoded payload, so that a claim can quote exact characters and anyone can cut them out of the record.
 *
 * @param start first character in the decoded source
 * @param end one past the last character
 * @param startByte first byte in the content-decoded payload
 * @param endByte one past the last byte
 * @param selector a CSS selector of the element, e.g. {@code article > p:nth-of-type(3)}; empty for plain text
 */
public record Place(int start, int end, long startByte, long endByte, String selector) {

    /** No place: for values that stand nowhere on the page. */
    public static final Place NONE = new Place(0, 0, 0, 0, "");

    public Place {
        if (start < 0 || end < start || startByte < 0 || endByte < startByte) {
            throw new IllegalArgumentException(
                    "expected 0 ≤ start ≤ end, found: " + start + ".." + end + ", bytes " + startByte + ".." + endByte);
        }
    }
}
