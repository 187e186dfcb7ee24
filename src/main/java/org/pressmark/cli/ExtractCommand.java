package org.pressmark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.ArticleJson;
import org.pressmark.json.Json;
import org.pressmark.model.Article;
import org.pressmark.pipeline.ExtractArticle;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.report.ArticleMarkdown;
import org.pressmark.report.ArticleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Gives the article of a page. */
@Command(
        name = "extract",
        description =
                "Give the article of a document as text, Markdown or JSON: its parts named, readers' comments apart.",
        footer = {
            "",
            "Examples:  pressmark extract page.html",
            "           pressmark extract http://copies.example/story --markdown",
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

    @Option(names = "--text", description = "As text (default).")
    void asText(boolean text) {
        markdown &= !text;
    }

    @Option(names = "--markdown", description = "As Markdown.")
    private boolean markdown;

    @Option(names = "--url", paramLabel = "URL", description = "The address of a document in a file.")
    private String url = "";

    @Option(
            names = "--batch",
            description = "Read JSON lines {id, url, path} from standard input, write one JSON line each.")
    private boolean batch;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of the text (default: the terminal's).")
    private int width;

    @Override
    ExitCode run() throws IOException {
        try (Pipeline house = open()) {
            if (batch) {
                return batch(new ExtractArticle(house));
            }
            if (document == null) {
                throw new ParameterException(spec.commandLine(), "expected a FILE, a URL or -");
            }
            Article article = article(house, Reference.parse(document));
            if (common.json) {
                out().print(Json.pretty(ArticleJson.write(article)));
            } else {
                out().print(
                                markdown
                                        ? ArticleMarkdown.render(article, true)
                                        : ArticleText.render(article, true, style(width)));
            }
            return ExitCode.OK;
        }
    }

    private Article article(Pipeline house, Reference reference) throws IOException {
        ExtractArticle extract = new ExtractArticle(house);
        if (reference instanceof Reference.InFile file) {
            return extract.file(file.path(), url);
        }
        if (reference instanceof Reference.Stored stored) {
            return extract.stored(new ReplayCapture(house).choose(stored).capture());
        }
        return extract.stream(System.in, url);
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
