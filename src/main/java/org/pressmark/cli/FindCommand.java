package org.pressmark.cli;

import java.io.IOException;
import java.util.List;
import org.pressmark.json.CopiesJson;
import org.pressmark.json.Json;
import org.pressmark.model.Witnessed;
import org.pressmark.pipeline.FindPassage;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.report.CopiesText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the stored texts in which some words stand. */
@Command(
        name = "find",
        description = {
            "Find the stored texts in which some words stand one after the other, the earliest captured " + "first.",
            "White space, marks, quotation marks and letter case do not count. Twelve words and more are "
                    + "found by the index; of fewer every text is read."
        },
        footer = {
            "",
            "Examples:  pressmark find \"it should be acceptable by both sides\"",
            "           pbpaste | pressmark find - --json"
        })
final class FindCommand extends BaseCommand {
    @Parameters(index = "0", arity = "1..*", paramLabel = "WORDS", description = "The words; - for standard input.")
    private List<String> words;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of the text (default: the terminal's).")
    private int width;

    @Override
    ExitCode run() throws IOException {
        String asked = words.equals(List.of("-"))
                ? new String(System.in.readNBytes(1 << 16), java.nio.charset.StandardCharsets.UTF_8)
                : String.join(" ", words);
        List<Witnessed> found;
        try (Pipeline house = open()) {
            found = new FindPassage(house).find(asked);
        }
        if (common.json) {
            out().print(Json.pretty(CopiesJson.witnesses(found)));
        } else {
            out().print(CopiesText.witnesses(found, style(width)));
        }
        return found.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.OK;
    }
}
