package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.pressmark.json.Json;
import org.pressmark.pipeline.BackUpIndex;
import org.pressmark.pipeline.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Saves the index. */
@Command(
        name = "backup",
        description = {
            "Write the index to one file that any Pressmark of this version or a newer one restores, into H2 or PostgreSQL.",
            "The WARC files are copied by whatever copies files; see docs/operate.md."
        },
        footer = {"", "Example:  pressmark backup index-2026-11-22.zip"})
final class BackupCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "The file to be made or replaced.")
    private Path file;

    @Override
    ExitCode run() throws IOException {
        try (Pipeline house = open()) {
            new BackUpIndex(house).backup(file);
        }
        long bytes = Files.size(file);
        out().println(
                        common.json
                                ? Json.compact(Json.object()
                                        .put("file", file.toString())
                                        .put("bytes", bytes))
                                : Troubles.safe(String.format(Locale.ROOT, "%s: index saved, %,d bytes", file, bytes)));
        return ExitCode.OK;
    }
}
