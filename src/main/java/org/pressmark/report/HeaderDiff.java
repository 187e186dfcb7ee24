package org.pressmark.report;

import java.util.List;

/** The headers that two answers of a server do not share, for the terminal. */
public final class HeaderDiff {
    private HeaderDiff() {}

    /** Empty text where there are none. */
    public static String render(List<HeaderChange> changes, TerminalStyle style) {
        if (changes.isEmpty()) {
            return "";
        }
        Sheet sheet = new Sheet(style);
        sheet.blank().line(Ink.BOLD, Words.count(changes.size(), "header differs", "headers differ"));
        for (HeaderChange change : changes) {
            sheet.text(Ink.PLAIN, 2, Shown.line(change.name()));
            if (!change.before().isEmpty()) {
                sheet.hanging(
                        Ink.REMOVED, "  " + sheet.glyph(Glyph.REMOVED) + " ", "    ", Shown.line(change.before()));
            }
            if (!change.after().isEmpty()) {
                sheet.hanging(Ink.ADDED, "  " + sheet.glyph(Glyph.ADDED) + " ", "    ", Shown.line(change.after()));
            }
        }
        return sheet.toString();
    }
}
