package org.pressmark.text;

/**
 * Words between quotation marks. All offsets are of the text in which it was found.
 *
 * @param start the opening mark, or the first character where a quotation goes on from the paragraph before without one
 * @param end one past the closing mark, or the paragraph's end where none closes it
 * @param innerStart the first quoted character
 * @param innerEnd one past the last quoted character
 * @param depth 0 outermost, 1 a quotation within a quotation …
 * @param closed whether a closing mark ends it
 * @param goesOn whether the next paragraph takes it up again with an opening mark (the convention for long quotations)
 */
public record Quotation(int start, int end, int innerStart, int innerEnd, int depth, boolean closed, boolean goesOn) {
    public Quotation {
        if (start < 0 || innerStart < start || innerEnd < innerStart || end < innerEnd) {
            throw new IllegalArgumentException("expected start ≤ innerStart ≤ innerEnd ≤ end, found: " + start + " "
                    + innerStart + " " + innerEnd + " " + end);
        }
    }

    /** Whether a stretch shares a character with the quotation, its marks included. */
    public boolean touches(int from, int to) {
        return from < end && to > start || from == to && from > start && from < end;
    }
}
