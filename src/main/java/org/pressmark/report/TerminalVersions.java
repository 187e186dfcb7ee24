package org.pressmark.report;

import java.util.List;
import org.pressmark.model.Change;
import org.pressmark.model.PageHistory;
import org.pressmark.model.PageHistory.Headline;
import org.pressmark.model.PageHistory.Step;
import org.pressmark.model.Severity;
import org.pressmark.model.Version;

/** A page's texts in the order of time, for the terminal: when each was seen, and what differs from the one before. */
public final class TerminalVersions {
    private static final int INDENT = 4;

    private final HistoryPart part;
    private final ComparisonView view;
    private final Sheet sheet;

    private TerminalVersions(HistoryPart part, ComparisonView view, TerminalStyle style) {
        this.part = part;
        this.view = view;
        this.sheet = new Sheet(style);
    }

    /**
     * The texts, each with what differs from the one before.
     *
     * @param view which changes of a step are shown
     */
    public static String render(HistoryPart part, ComparisonView view, TerminalStyle style, List<Hint> hints) {
        TerminalVersions report = new TerminalVersions(part, view, style);
        report.head();
        part.words().ifPresent(words -> report.sheet.text(Ink.PLAIN, 0, words));
        if (part.first() == 1) {
            report.version(part.all().get(0));
        }
        for (Step step : part.history().steps()) {
            report.version(step.to());
            report.step(step);
        }
        report.sheet.hints(hints);
        return report.sheet.toString();
    }

    /** The headlines alone, of all texts. */
    public static String headlines(HistoryPart part, TerminalStyle style) {
        TerminalVersions report = new TerminalVersions(part, ComparisonView.STANDARD, style);
        report.head();
        Columns columns = new Columns(style, List.of("first seen", "last seen", "captures", "headline"));
        for (Headline headline : PageHistory.headlines(part.all())) {
            columns.row(
                    Words.minute(headline.firstSeen()),
                    Words.minute(headline.lastSeen()),
                    Words.number(headline.captures()),
                    Shown.line(headline.text()));
        }
        return report.sheet + "\n" + columns;
    }

    private void head() {
        List<Version> versions = part.all();
        sheet.text(Ink.BOLD, 0, Shown.line(versions.get(versions.size() - 1).headline()));
        sheet.text(Ink.DIM, 0, Shown.line(part.history().url()));
        sheet.text(Ink.BOLD, 0, VersionWords.summary(part));
    }

    private void version(Version version) {
        sheet.blank();
        String seen = version.captures() == 1
                ? Words.minute(version.firstSeen())
                : Words.minute(version.firstSeen()) + " to " + Words.minute(version.lastSeen());
        sheet.spread(
                Ink.BOLD,
                0,
                Words.number(version.number()) + "  " + seen,
                Words.count(version.captures(), "capture")
                        + VersionWords.again(part.all(), version)
                                .map(number -> ", text " + number + " again")
                                .orElse(""));
    }

    private void step(Step step) {
        List<Change> shown = view.select(step.comparison());
        Ink ink = Ink.of(step.severity());
        sheet.text(
                ink,
                INDENT,
                sheet.glyph(Glyph.of(step.severity())) + " "
                        + VersionWords.finding(step)
                        + (step.comparison().changes().isEmpty()
                                ? ""
                                : "  (" + ChangeWords.counts(step.comparison().changes(), sheet.glyph(Glyph.DOT))
                                        + ")"));
        if (step.silent()) {
            sheet.text(Ink.BOLD, INDENT, VersionWords.SILENT);
        }
        for (Change change : shown) {
            String words = VersionWords.words(change, " " + sheet.glyph(Glyph.TO) + " ");
            boolean grave = change.severity().compareTo(Severity.HIGH) >= 0;
            sheet.hanging(
                    grave ? Ink.PLAIN : Ink.DIM,
                    "    " + sheet.glyph(Glyph.of(change.op())) + " ",
                    "      ",
                    ChangeWords.title(change) + ": " + words);
        }
    }
}
