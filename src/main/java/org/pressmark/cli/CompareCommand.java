package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.ComparisonJson;
import org.pressmark.json.Json;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Severity;
import org.pressmark.pipeline.CompareArticles;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.Reference;
import org.pressmark.report.ComparisonHtml;
import org.pressmark.report.ComparisonView;
import org.pressmark.report.Hint;
import org.pressmark.report.TerminalComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Says exactly what differs between two copies. */
@Command(
        name = "compare",
        description = {
            "Say what differs between two copies of an article: every change named, those inside quotations first.",
            "A copy is a file, a stored URL, or URL@DATE. Exit status: 0 nothing differs, 1 something does, 2 trouble."
        },
        footer = {
            "",
            "Examples:  pressmark compare original.html copy.html",
            "           pressmark compare http://a.example/story@2024-03 http://b.example/story --html report.html"
        })
final class CompareCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "A", description = "The copy that the other is set against.")
    private String base;

    @Parameters(index = "1", paramLabel = "B", description = "The other copy.")
    private String other;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the two texts side by side, one self-contained file.")
    @Nullable
    private Path html;

    @Option(names = "--all", description = "Name presentation changes too: typography, paragraph breaks, comments.")
    private boolean all;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "KINDS",
            description = "Only these kinds, e.g. headline-changed.")
    private List<String> only = List.of();

    @Option(names = "--min-severity", paramLabel = "LEVEL", description = "notice, low, medium, high or critical.")
    private String severity = "none";

    @Option(names = "--context", paramLabel = "N", description = "Sentences shown around a change (default: 1).")
    private int context = 1;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of the text (default: the terminal's).")
    private int width;

    @Override
    ExitCode run() throws IOException {
        ComparisonView view = new ComparisonView(kinds(), severity(), context, all);
        Comparison comparison;
        try (Pipeline house = open()) {
            comparison = new CompareArticles(house).compare(Reference.parse(base), Reference.parse(other), System.in);
        }
        if (html != null) {
            Files.writeString(html, ComparisonHtml.render(comparison, view), StandardCharsets.UTF_8);
        }
        if (common.json) {
            out().print(Json.pretty(ComparisonJson.write(comparison)));
        } else {
            out().print(TerminalComparison.render(comparison, view, style(width), hints()));
        }
        return comparison.changes().isEmpty() ? ExitCode.OK : ExitCode.DIFFERS;
    }

    private List<Hint> hints() {
        if (html != null) {
            return List.of();
        }
        return List.of(new Hint(
                "pressmark compare " + Shell.quoted(base) + " " + Shell.quoted(other) + " --html report.html",
                "the two texts side by side"));
    }

    private Set<ChangeKind> kinds() {
        return only.stream()
                .map(word -> Arrays.stream(ChangeKind.values())
                        .filter(kind -> kind.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "--only " + word + ": no such kind of change; docs/changes.md lists them")))
                .collect(Collectors.toSet());
    }

    private Severity severity() {
        return Arrays.stream(Severity.values())
                .filter(level -> level.word().equals(severity))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--min-severity " + severity + ": expected notice, low, medium, high or critical"));
    }
}
