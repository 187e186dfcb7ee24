package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.pressmark.json.Json;
import org.pressmark.pipeline.BackUpIndex;
import org.pressmark.pipeline.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the index anew from a backup. */
@Command(
        name = "restore",
        description = "Fill an empty index from a backup. An index with rows is never overwritten.",
        footer = {"", "Example:  pressmark restore index-2026-11-22.zip --archive restored/"})
final class RestoreCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "A file that 'pressmark backup' wrote.")
    private Path file;

    @Override
    ExitCode run() throws IOException {
        try (Pipeline house = open()) {
            new BackUpIndex(house).restore(file);
        }
        out().println(
                        common.json
                                ? Json.compact(Json.object().put("restored", file.toString()))
                                : Troubles.safe(
                                        file + ": index restored; 'pressmark verify' sets it against the WARC files"));
        return ExitCode.OK;
    }
}
