package org.pressmark.cli;

import java.io.IOException;
import java.util.List;
import org.pressmark.json.CopiesJson;
import org.pressmark.json.Json;
import org.pressmark.pipeline.FindCopies;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.Reference;
import org.pressmark.report.CopiesText;
import org.pressmark.report.Hint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows which stored texts share passages with one. */
@Command(
        name = "copies",
        description = {
            "Show every stored text that shares passages of twelve words and more with a stored page's "
                    + "text, the most first, with the passages and where they stand in both.",
            "Which came first, 'pressmark trace' tells, where it can be told."
        },
        footer = {
            "",
            "Examples:  pressmark copies http://copies.example/story",
            "           pressmark copies http://copies.example/story --json | jq -r '.copies[].url'"
        })
final class CopiesCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "URL", description = "A stored page, or URL@DATE.")
    private String url;

    @Option(names = "--passages", paramLabel = "N", description = "Quote N passages of each copy (default: 3).")
    private int passages = 3;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of the text (default: the terminal's).")
    private int width;

    @Override
    ExitCode run() throws IOException {
        FindCopies.Found found;
        try (Pipeline house = open()) {
            found = new FindCopies(house).copies(stored(url));
        }
        if (common.json) {
            out().print(Json.pretty(CopiesJson.copies(found.asked(), found.body(), found.copies())));
        } else {
            List<Hint> hints = List.of(new Hint(
                    "pressmark compare --all-copies " + Shell.quoted(url), "all of them side by side, word by word"));
            out().print(CopiesText.copies(found.asked(), found.body(), found.copies(), passages, style(width), hints));
        }
        return ExitCode.OK;
    }

    /** A stored page that is named; a file has no copies in the archive before it is imported. */
    static Reference.Stored stored(String named) {
        if (Reference.parse(named) instanceof Reference.Stored page) {
            return page;
        }
        throw new PipelineException(
                PipelineException.Trouble.INPUT,
                named + ": a file has no place in the archive; 'pressmark import " + Shell.quoted(named)
                        + " --url URL' gives it one");
    }
}
