package org.pressmark.report;

/**
 * How a text for the terminal is set.
 *
 * @param width columns to fill, 40 or more; narrower terminals get 40
 * @param colour whether to use ANSI colours; the shapes stand in either case
 * @param unicode whether marks and lines may go beyond ASCII
 */
public record TerminalStyle(int width, boolean colour, boolean unicode) {
    private static final int NARROWEST = 40;

    /** What a pipe gets: 80 columns, no colours. */
    public static final TerminalStyle PLAIN = new TerminalStyle(80, false, true);

    public TerminalStyle {
        width = Math.max(width, NARROWEST);
    }
}
