package org.pressmark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.ArticleJson;
import org.pressmark.json.ExplanationJson;
import org.pressmark.json.Json;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Explanation;
import org.pressmark.pipeline.Chosen;
import org.pressmark.pipeline.ExtractArticle;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.report.ArticleHtml;
import org.pressmark.report.ArticleMarkdown;
import org.pressmark.report.ArticleText;
import org.pressmark.report.ExplanationText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Gives the article of a page. */
@Command(
        name = "extract",
        description =
                "Give the article of a document as text, Markdown, HTML or JSON: its parts named, readers' comments apart.",
        footer = {
            "",
            "Examples:  pressmark extract page.html",
            "           pressmark extract http://copies.example/story@2026-11 --markdown",
            "           pressmark extract page.html --html > article.html",
            "           pressmark extract page.html --explain",
            "           curl -s https://www.example.org/story | pressmark extract -",
            "           pressmark extract --batch < list.jsonl    (lines {\"id\",\"url\",\"path\"})"
        })
final class ExtractCommand extends BaseCommand {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE|URL|-",
            description = "A file, a stored URL or URL@DATE, or -.")
    @Nullable
    private String document;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Option(
            names = "--explain",
            description = "Say of each field and block by which rule it was found, where, and what was rejected.")
    private boolean explain;

    @Option(names = "--url", paramLabel = "URL", description = "The address of a document in a file.")
    private String url = "";

    @Option(
            names = "--batch",
            description = "Read JSON lines {id, url, path} from standard input, write one JSON line each.")
    private boolean batch;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of the text (default: the terminal's).")
    private int width;

    /** The forms of an answer for people; one at a time. */
    static final class Form {
        @Option(names = "--text", description = "As text (default).")
        boolean text;

        @Option(names = "--markdown", description = "As Markdown.")
        boolean markdown;

        @Option(names = "--html", description = "As one HTML page for reading; it loads and runs nothing.")
        boolean html;
    }

    @Override
    ExitCode run() throws IOException {
        try (Pipeline house = open()) {
            if (batch) {
                return batch(new ExtractArticle(house));
            }
            if (document == null) {
                throw new ParameterException(spec.commandLine(), "expected a FILE, a URL or -");
            }
            print(explanation(house, Reference.parse(document)));
            return ExitCode.OK;
        }
    }

    private void print(Explanation explained) throws IOException {
        Article article = explained.article();
        if (common.json) {
            out().print(Json.pretty(explain ? ExplanationJson.write(explained) : ArticleJson.write(article)));
        } else if (explain) {
            out().print(ExplanationText.render(explained, style(width)));
        } else if (form.html) {
            out().print(ArticleHtml.render(article, true));
        } else if (form.markdown) {
            out().print(ArticleMarkdown.render(article, true));
        } else {
            out().print(ArticleText.render(article, true, style(width)));
        }
    }

    /** With its candidates only where they are asked for: they cost time. */
    private Explanation explanation(Pipeline house, Reference reference) throws IOException {
        ExtractArticle extract = new ExtractArticle(house);
        if (explain) {
            return reference instanceof Reference.InFile file
                    ? extract.explainFile(file.path(), url)
                    : reference instanceof Reference.Stored stored
                            ? extract.explainStored(chosen(house, stored))
                            : extract.explainStream(System.in, url);
        }
        Article article = reference instanceof Reference.InFile file
                ? extract.file(file.path(), url)
                : reference instanceof Reference.Stored stored
                        ? extract.stored(chosen(house, stored))
                        : extract.stream(System.in, url);
        return new Explanation(article, List.of());
    }

    private Capture chosen(Pipeline house, Reference.Stored asked) {
        Chosen choice = new ReplayCapture(house).choose(asked);
        ChoiceWords.of(asked, choice).forEach(this::say);
        return choice.capture();
    }

    /** One broken line or page is answered with its error, and the rest goes on. */
    private ExitCode batch(ExtractArticle extract) throws IOException {
        BatchExtraction work = new BatchExtraction(extract);
        boolean trouble = false;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    BatchExtraction.Answer answer = work.answer(line);
                    trouble |= answer.failed();
                    out().println(answer.json());
                }
            }
        }
        return trouble ? ExitCode.PARTIAL : ExitCode.OK;
    }
}
