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
import org.pressmark.report.TerminalStyle;
import org.pressmark.report.TerminalVersions;
import org.pressmark.report.VersionsMarkdown;

/** One page's captures, text by text, in the forms that were asked for. */
record VersionSteps(
        BaseCommand command, ComparisonView view, @Nullable Path html, boolean markdown, int width) {

    /** @param headlines whether to show the headlines alone */
    ExitCode run(String url, boolean headlines) throws IOException {
        PageHistory history;
        try (Pipeline house = command.open()) {
            history = new CompareVersions(house).of(url);
        }
        if (html != null) {
            Files.writeString(html, ComparisonHtml.render(history, view), StandardCharsets.UTF_8);
        }
        TerminalStyle style = command.style(width);
        if (command.common.json) {
            command.out()
                    .print(Json.pretty(
                            PageHistoryJson.write(history, change -> view.shows(change.kind(), change.severity()))));
        } else if (markdown) {
            command.out().print(VersionsMarkdown.render(history, view, headlines));
        } else if (headlines) {
            command.out().print(TerminalVersions.headlines(history, style));
        } else {
            command.out().print(TerminalVersions.render(history, view, style, hints(url, history)));
        }
        boolean differs = headlines
                ? history.headlines().size() > 1
                : history.steps().stream()
                        .anyMatch(step -> !view.select(step.comparison()).isEmpty());
        return differs ? ExitCode.DIFFERS : ExitCode.OK;
    }

    private List<Hint> hints(String url, PageHistory history) {
        return html != null || history.steps().isEmpty()
                ? List.of()
                : List.of(new Hint(
                        "pressmark compare --versions " + Shell.quoted(url) + " --html time.html",
                        "the same with a time line"));
    }
}
