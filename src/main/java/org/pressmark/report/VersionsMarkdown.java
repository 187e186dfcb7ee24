package org.pressmark.report;

import org.pressmark.model.PageHistory;
import org.pressmark.model.PageHistory.Headline;
import org.pressmark.model.PageHistory.Step;

/** A page's texts in the order of time as Markdown. */
public final class VersionsMarkdown {
    private VersionsMarkdown() {}

    /**
     * The history's text.
     *
     * @param view which changes of a step
     * @param headlines whether to give the headlines alone, of all texts
     */
    public static String render(HistoryPart part, ComparisonView view, boolean headlines) {
        StringBuilder out = new StringBuilder("# ")
                .append(Markdown.line(part.all().get(part.all().size() - 1).headline()))
                .append("\n\n")
                .append(Markdown.line(part.history().url()))
                .append("\n\n")
                .append(VersionWords.summary(part))
                .append(".\n\n");
        if (headlines) {
            out.append("| first seen | last seen | captures | headline |\n|---|---|---|---|\n");
            for (Headline headline : PageHistory.headlines(part.all())) {
                out.append("| ")
                        .append(Words.minute(headline.firstSeen()))
                        .append(" | ")
                        .append(Words.minute(headline.lastSeen()))
                        .append(" | ")
                        .append(headline.captures())
                        .append(" | ")
                        .append(Markdown.line(headline.text()))
                        .append(" |\n");
            }
            return out.toString();
        }
        part.words().ifPresent(words -> out.append(words).append(".\n\n"));
        for (Step step : part.history().steps()) {
            out.append("## Text ")
                    .append(step.to().number())
                    .append(", first seen ")
                    .append(Words.minute(step.to().firstSeen()))
                    .append("\n\n")
                    .append(Markdown.line(VersionWords.finding(step)))
                    .append(step.silent() ? " **" + VersionWords.SILENT + "**" : "")
                    .append("\n\n");
            view.select(step.comparison())
                    .forEach(change -> out.append("- ")
                            .append(change.severity().word())
                            .append(", ")
                            .append(Markdown.line(ChangeWords.title(change)))
                            .append(": ")
                            .append(Markdown.line(VersionWords.words(change, " → ")))
                            .append('\n'));
            out.append('\n');
        }
        return out.toString();
    }
}
