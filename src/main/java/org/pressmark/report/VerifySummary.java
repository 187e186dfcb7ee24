package org.pressmark.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.Finding;
import org.pressmark.model.Finding.Level;

/** What a check of the archive found, for the terminal: the verdict first, then every finding with its place. */
public final class VerifySummary {
    private VerifySummary() {}

    /**
     * The verdict and the findings, harm first.
     *
     * @param files how many files were read
     * @param records how many records
     * @param bytes how many bytes, as stored
     */
    public static String render(List<Finding> findings, long files, long records, long bytes, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        findings.forEach(finding -> counts.merge(finding.level(), 1, Integer::sum));
        int damage = counts.getOrDefault(Level.DAMAGE, 0);
        int warnings = counts.getOrDefault(Level.WARNING, 0);
        String read = Words.count(records, "record") + " in " + Words.count(files, "file") + ", " + Words.size(bytes);
        if (files == 0 && findings.isEmpty()) {
            return sheet.text(Ink.PLAIN, 0, "There is nothing to verify yet: the archive holds no WARC file.")
                    .toString();
        }
        if (damage > 0) {
            sheet.text(
                    Ink.CRITICAL,
                    0,
                    sheet.glyph(Glyph.CRITICAL) + " Damaged: " + Words.count(damage, "finding") + ". Read " + read
                            + ".");
        } else if (warnings > 0) {
            sheet.text(Ink.BOLD, 0, "Sound, with " + Words.count(warnings, "warning") + ". Read " + read + ".");
        } else {
            sheet.text(Ink.BOLD, 0, "Sound: every digest agrees. Read " + read + ".");
        }
        for (Level level : List.of(Level.DAMAGE, Level.WARNING, Level.NOTE)) {
            findings.stream().filter(finding -> finding.level() == level).forEach(finding -> finding(sheet, finding));
        }
        return sheet.toString();
    }

    /** The same, and how the log stands that was checked. */
    public static String render(
            List<Finding> findings, long files, long records, long bytes, Health health, TerminalStyle style) {
        String verdict = render(findings, files, records, bytes, style);
        if (files == 0) {
            return verdict;
        }
        String log = health.log()
                .map(known ->
                        "Log " + known.name() + ": " + health.logged() + ". Signing key: " + health.signedBy() + ".")
                .orElse(
                        "No log: only what the files say of themselves was checked, and whoever changes a file can change that"
                                + " too. 'pressmark checkpoint' begins one.");
        return verdict + new Sheet(style).text(Ink.DIM, 0, log);
    }

    /** The findings alone, e.g. what was repaired on opening. */
    public static String findings(List<Finding> findings, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        findings.forEach(finding -> finding(sheet, finding));
        return sheet.toString();
    }

    private static void finding(Sheet sheet, Finding finding) {
        Glyph mark = switch (finding.level()) {
            case DAMAGE -> Glyph.CRITICAL;
            case WARNING -> Glyph.HIGH;
            case NOTE -> Glyph.NOTICE;
        };
        Ink ink = switch (finding.level()) {
            case DAMAGE -> Ink.CRITICAL;
            case WARNING -> Ink.HIGH;
            case NOTE -> Ink.PLAIN;
        };
        String place = finding.file().isEmpty()
                ? ""
                : Shown.line(finding.file()) + (finding.offset() >= 0 ? " at byte " + finding.offset() : "");
        sheet.hanging(
                ink,
                sheet.glyph(mark) + " ",
                "    ",
                Shown.line(finding.code()) + (place.isEmpty() ? "" : "  " + place));
        sheet.text(Ink.PLAIN, 4, Shown.line(finding.message()));
    }
}
