package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;
import org.pressmark.json.WhyJson;
import org.pressmark.model.Source;
import org.pressmark.model.Why;
import org.pressmark.pipeline.ExplainUrl;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.report.WhyLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains what became of an address. */
@Command(
        name = "why",
        description = {
            "Say why an address was captured or was not, and when it is visited next: how it was found, the rule that leaves it"
                    + " out, the line of robots.txt, the last status, the schedule.",
            "Asks nobody but the index. Exit status: 0 something is known of it, 4 nothing is."
        },
        footer = {"", "Example:  pressmark why https://www.example.org/story"})
final class WhyCommand extends BaseCommand {
    @Parameters(paramLabel = "URL", description = "An address.")
    private String url;

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = "The list of sources (default: config/sources.yaml beside the program).")
    @Nullable
    private Path sources;

    @Override
    ExitCode run() throws IOException {
        Path file = CrawlOptions.file(sources);
        List<Source> known = sources != null || Files.isRegularFile(file) ? CrawlOptions.read(file) : List.of();
        try (Pipeline house = open()) {
            Why why = new ExplainUrl(house).explain(url, known);
            out().print(common.json ? Json.pretty(WhyJson.write(why)) : WhyLines.of(why, style()));
            return why.unknown() ? ExitCode.NOT_FOUND : ExitCode.OK;
        }
    }
}
