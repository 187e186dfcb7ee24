package org.pressmark.cli;

import java.io.IOException;
import java.util.Locale;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.SignLog;
import picocli.CommandLine.Command;

/** Signs the log. */
@Command(
        name = "checkpoint",
        description = {
            "Enter into the archive's log what its files hold and the log does not name yet, sign it, and "
                    + "print the checkpoint.",
            "Every run that stores something does this by itself. Give the printed note to somebody else: "
                    + "with it 'pressmark verify --checkpoint' shows later that nothing before it was changed."
        },
        footer = {"", "Example:  pressmark checkpoint > checkpoint-2026-11-22.txt"})
final class CheckpointCommand extends BaseCommand {
    @Override
    ExitCode run() throws IOException {
        SignLog.Signed signed;
        try (Pipeline house = open();
                ProgressLine progress = new ProgressLine(terminal())) {
            signed = new SignLog(house)
                    .checkpoint((file, done, total) -> progress.show(
                            String.format(Locale.ROOT, "entering %s: %,d of %,d files", file, done, total)));
        }
        out().print(
                        common.json
                                ? Json.pretty(Json.object()
                                        .put("origin", signed.origin())
                                        .put("leaves", signed.leaves())
                                        .put("root", signed.root())
                                        .put("note", signed.note()))
                                : signed.note());
        return ExitCode.OK;
    }
}
