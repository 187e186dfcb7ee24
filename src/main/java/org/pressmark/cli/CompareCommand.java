package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.ComparisonJson;
import org.pressmark.json.Json;
import org.pressmark.model.Change;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Severity;
import org.pressmark.model.Witness;
import org.pressmark.pipeline.CompareArticles;
import org.pressmark.pipeline.FindCopies;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.pipeline.Reference;
import org.pressmark.report.ComparisonHtml;
import org.pressmark.report.ComparisonMarkdown;
import org.pressmark.report.ComparisonView;
import org.pressmark.report.CutWords;
import org.pressmark.report.Hint;
import org.pressmark.report.TerminalComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Says exactly what differs between two copies, between many, or from capture to capture of one page. */
@Command(
        name = "compare",
        exitCodeOnExecutionException = 2,
        description = {
            "Say what differs between two copies of an article: every change named, those inside "
                    + "quotations first.",
            "A copy is a file, a stored URL, or URL@DATE. Three or more give an apparatus: each place "
                    + "with every copy's reading.",
            "Exit status: 0 nothing differs (of what --only and --min-severity let pass), 1 something "
                    + "does, 2 trouble, or nothing was seen to differ and a copy was cut short when it was captured."
        },
        footer = {
            "",
            "Examples:  pressmark compare original.html copy.html",
            "           pressmark compare http://a.example/story@2024 http://b.example/story --html report.html",
            "           pressmark compare a.html b.html c.html --tei apparatus.xml",
            "           pressmark compare --versions http://a.example/story",
            "           pressmark compare --all-copies http://a.example/story",
            "           pressmark compare --batch pairs.jsonl --out results"
        })
final class CompareCommand extends BaseCommand {
    /** More copies than these make an apparatus that nobody can read. */
    private static final int MOST_COPIES = 40;

    @Parameters(paramLabel = "COPY", description = "Two copies or more; the others are set against the first.")
    private List<String> copies = new ArrayList<>();

    @Option(
            names = "--base",
            paramLabel = "N",
            description = "Of three or more copies, the one that the others are set against, from 1 (default: 1).")
    private int base = 1;

    @Option(
            names = "--versions",
            paramLabel = "URL",
            description = "Step through the captures of one address: each text against the one before.")
    @Nullable
    private String versions;

    @Option(
            names = "--all-copies",
            paramLabel = "URL",
            description =
                    "Set every stored text that shares passages with this page's against it, the most alike first.")
    @Nullable
    private String allCopies;

    @Option(names = "--headlines", description = "With --versions: only the headlines and when each was seen.")
    private boolean headlines;

    @Mixin
    private TextBounds bounds = new TextBounds();

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description = "Compare many pairs: JSON lines {\"id\",\"a\",\"b\"}; paths are relative to FILE's folder.")
    @Nullable
    private Path batch;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "With --batch: where DIR/ID.json is written for each pair.")
    @Nullable
    private Path out;

    @Option(names = "--again", description = "With --batch: compare what has an answer from an earlier run, too.")
    private boolean again;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the texts side by side, or the time line, as one self-contained file.")
    @Nullable
    private Path html;

    @Option(
            names = "--tei",
            paramLabel = "FILE",
            description = "Write the apparatus as TEI P5, parallel segmentation; every text can be read back from it.")
    @Nullable
    private Path tei;

    @Option(names = "--markdown", description = "Answer with Markdown on standard output.")
    private boolean markdown;

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
        ComparisonView view = view();
        long ways = Stream.of(!copies.isEmpty(), versions != null, allCopies != null, batch != null)
                .filter(given -> given)
                .count();
        if (ways != 1) {
            throw wrong("expected two copies or more, or --versions URL, --all-copies URL, or --batch FILE --out DIR");
        }
        if (allCopies != null) {
            copies = withCopies(allCopies);
        }
        if (headlines && versions == null) {
            throw wrong("--headlines needs --versions URL");
        }
        if (bounds.given() && versions == null) {
            throw wrong("--until and --limit need --versions URL");
        }
        if (batch != null) {
            if (out == null) {
                throw wrong("--batch needs --out DIR, where the answers are written");
            }
            try (Pipeline house = open()) {
                return new CompareBatch(house, terminal(), this::say).run(batch, out, again);
            }
        }
        if (versions != null) {
            return new VersionSteps(this, view, html, markdown, width).run(versions, bounds, headlines);
        }
        if (copies.size() == 1) {
            throw wrong("one copy alone: another is missing to set it against; --versions "
                    + Shell.quoted(copies.get(0)) + " steps through its captures");
        }
        if (copies.stream().filter("-"::equals).count() > 1) {
            throw wrong("- stands twice: standard input can be read once");
        }
        if (base < 1 || base > copies.size()) {
            throw wrong("--base " + base + ": expected a number from 1 to " + copies.size());
        }
        if (copies.size() > 2 || tei != null) {
            return new ManyCopies(this, view, html, tei, markdown, width).run(copies, base - 1);
        }
        return pair(view);
    }

    /** The page itself, then its copies, each at the capture in which its text was first seen. */
    private List<String> withCopies(String url) throws IOException {
        try (Pipeline house = open()) {
            FindCopies.Found found = new FindCopies(house).copies(CopiesCommand.stored(url));
            if (found.copies().isEmpty()) {
                throw new PipelineException(
                        Trouble.NOT_FOUND, url + ": no other stored text shares a passage with this one");
            }
            List<String> out = new ArrayList<>(List.of(url));
            found.copies().stream()
                    .limit(MOST_COPIES)
                    .map(copy -> copy.url() + "@" + copy.version().firstSeen())
                    .forEach(out::add);
            if (found.copies().size() > MOST_COPIES) {
                say("pressmark: of " + found.copies().size() + " copies the first " + MOST_COPIES + " are compared");
            }
            return out;
        }
    }

    private ExitCode pair(ComparisonView view) throws IOException {
        String first = copies.get(base - 1);
        String second = copies.get(2 - base);
        Comparison comparison;
        try (Pipeline house = open()) {
            CompareArticles articles = new CompareArticles(house, html != null);
            comparison = articles.compare(Reference.parse(first), Reference.parse(second), System.in);
        }
        if (html != null) {
            Files.writeString(html, ComparisonHtml.render(comparison, view), StandardCharsets.UTF_8);
        }
        if (common.json) {
            out().print(Json.pretty(ComparisonJson.write(comparison, view.select(comparison))));
        } else if (markdown) {
            out().print(ComparisonMarkdown.render(comparison, view));
        } else {
            out().print(TerminalComparison.render(comparison, view, style(width), hints(first, second)));
        }
        tellCut(comparison.cutShort());
        return code(!shown(view, comparison).isEmpty(), !comparison.cutShort().isEmpty());
    }

    /** What was seen to differ, of what is wanted. */
    static List<Change> shown(ComparisonView view, Comparison comparison) {
        List<Change> seen = comparison.seen();
        return view.select(comparison).stream().filter(seen::contains).toList();
    }

    /** That nothing was seen to differ is no word on copies of which the end was not seen. */
    static ExitCode code(boolean differs, boolean cutShort) {
        return differs ? ExitCode.DIFFERS : cutShort ? ExitCode.USAGE : ExitCode.OK;
    }

    /** On standard error too, where whoever reads only an exit code finds it. */
    private void tellCut(List<Witness> cut) {
        cut.forEach(copy -> say("pressmark: " + CutWords.of(copy.siglum() + " (" + copy.label() + ")", copy)));
    }

    private List<Hint> hints(String first, String second) {
        if (html != null) {
            return List.of();
        }
        return List.of(new Hint(
                "pressmark compare " + Shell.quoted(first) + " " + Shell.quoted(second) + " --html report.html",
                "the two texts side by side"));
    }

    private ComparisonView view() {
        if (context < 0) {
            throw wrong("--context " + context + ": expected 0 or more");
        }
        if (markdown && common.json) {
            throw wrong("--markdown and --json: choose one of them");
        }
        return new ComparisonView(kinds(), severity(), context, all);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Set<ChangeKind> kinds() {
        return only.stream()
                .map(word -> Arrays.stream(ChangeKind.values())
                        .filter(kind -> kind.word().equals(word))
                        .findFirst()
                        .orElseThrow(
                                () -> wrong("--only " + word + ": no such kind of change; docs/changes.md lists them")))
                .collect(Collectors.toSet());
    }

    private Severity severity() {
        return Arrays.stream(Severity.values())
                .filter(level -> level.word().equals(severity))
                .findFirst()
                .orElseThrow(
                        () -> wrong("--min-severity " + severity + ": expected notice, low, medium, high or critical"));
    }
}
