package org.pressmark.report;

import java.time.Duration;
import java.util.List;
import org.pressmark.model.Capture;

/** The parts of a stored page and how far they lie from it in time, for the terminal. */
public final class CoherenceTable {
    private CoherenceTable() {}

    /**
     * The verdict, then the parts that are far or missing, then the others.
     *
     * @param most a part further away in time than this is marked
     */
    public static String render(Capture page, List<PartLine> parts, Duration most, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        sheet.text(Ink.BOLD, 0, Shown.line(page.url()));
        sheet.text(Ink.DIM, 0, "captured " + Words.minute(page.date()));
        if (parts.isEmpty()) {
            return sheet.text(Ink.PLAIN, 0, "The page needs no other files.").toString();
        }
        long missing = parts.stream().filter(part -> part.capture().isEmpty()).count();
        long far = parts.stream()
                .filter(part -> part.capture().isPresent() && !part.near(most))
                .count();
        long together = parts.stream().filter(PartLine::together).count();
        sheet.text(
                missing + far == 0 ? Ink.BOLD : Ink.HIGH,
                0,
                Words.count(parts.size(), "part") + ": " + Words.number(together) + " captured with the page, "
                        + Words.number(parts.size() - missing - together) + " at another time, " + Words.number(far)
                        + " of them more than " + span(most) + " away, " + Words.number(missing) + " missing");
        Columns table = new Columns(style, List.of("", "drift", "kind", "part"));
        for (int pass = 0; pass < 2; pass++) {
            for (PartLine part : parts) {
                if (part.near(most) == (pass == 1)) {
                    table.row(mark(part, most, sheet), drift(part), part.kind(), Shown.line(part.url()));
                }
            }
        }
        return sheet.blank() + table.toString();
    }

    private static String mark(PartLine part, Duration most, Sheet sheet) {
        return part.capture().isEmpty() ? "×" : part.near(most) ? sheet.glyph(Glyph.NOTICE) : sheet.glyph(Glyph.HIGH);
    }

    private static String drift(PartLine part) {
        if (part.capture().isEmpty()) {
            return "missing";
        }
        if (part.drift().abs().compareTo(Duration.ofSeconds(1)) < 0) {
            return "0 s";
        }
        return (part.drift().isNegative() ? "−" : "+") + span(part.drift().abs());
    }

    /** A stretch of time in its greatest unit, e.g. {@code 3 d}. */
    static String span(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}
