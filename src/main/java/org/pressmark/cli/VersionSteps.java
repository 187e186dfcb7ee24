package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;
import org.pressmark.json.PageHistoryJson;
import org.pressmark.model.PageHistory;
import org.pressmark.pipeline.CompareVersions;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.report.ComparisonHtml;
import org.pressmark.report.ComparisonView;
import org.pressmark.report.Hint;
import org.pressmark.report.HistoryPart;
import org.pressmark.report.TerminalStyle;
import org.pressmark.report.TerminalVersions;
import org.pressmark.report.VersionsMarkdown;

/** One page's captures, text by text, in the forms that were asked for. */
record VersionSteps(
        BaseCommand command, ComparisonView view, @Nullable Path html, boolean markdown, int width) {

    /** @param headlines whether to show the headlines alone, of all texts */
    ExitCode run(String url, TextBounds bounds, boolean headlines) throws IOException {
        bounds.check(command);
        HistoryPart part;
        try (Pipeline house = command.open()) {
            part = new CompareVersions(house).of(url, bounds.until(), bounds.limit());
        }
        if (command.common.json || html != null || !headlines) {
            TextBounds.say(command, part);
        }
        if (html != null) {
            Files.writeString(html, ComparisonHtml.render(part, view), StandardCharsets.UTF_8);
        }
        TerminalStyle style = command.style(width);
        if (command.common.json) {
            command.out()
                    .print(Json.pretty(PageHistoryJson.write(
                                    part.history(), change -> view.shows(change.kind(), change.severity()))
                            .put("captures", part.captures())
                            .put("distinctTexts", part.distinctTexts())
                            .put("texts", part.all().size())));
        } else if (markdown) {
            command.out().print(VersionsMarkdown.render(part, view, headlines));
        } else if (headlines) {
            command.out().print(TerminalVersions.headlines(part, style));
        } else {
            command.out().print(TerminalVersions.render(part, view, style, hints(url, part)));
        }
        boolean differs = headlines
                ? PageHistory.headlines(part.all()).size() > 1
                : part.history().steps().stream()
                        .anyMatch(step ->
                                !CompareCommand.shown(view, step.comparison()).isEmpty());
        boolean cut = part.history().steps().stream()
                .anyMatch(step -> !step.comparison().cutShort().isEmpty());
        return CompareCommand.code(differs, cut && !headlines);
    }

    private List<Hint> hints(String url, HistoryPart part) {
        return html != null || part.history().steps().isEmpty()
                ? List.of()
                : List.of(new Hint(
                        "pressmark compare --versions " + Shell.quoted(url) + " --html time.html",
                        "the same with a time line"));
    }
}
