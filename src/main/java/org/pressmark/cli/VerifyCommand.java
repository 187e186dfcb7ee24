package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.json.FindingJson;
import org.pressmark.json.Json;
import org.pressmark.pipeline.ArchiveHealth;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.VerifyArchive;
import org.pressmark.report.Health;
import org.pressmark.report.VerifySummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the archive. */
@Command(
        name = "verify",
        description = {
            "Read every WARC record again, recompute its digests and set them against the index and the "
                    + "archive's signed log, by code that shares nothing with the writer.",
            "What a crash left unfinished is repaired first, and said. docs/proof.md says what each "
                    + "finding about the log means.",
            "Exit status: 0 sound, 1 sound but a rule of the WARC standard is broken or the clock went "
                    + "backwards, 5 damaged."
        },
        footer = {"", "Example:  pressmark verify --archive warcs/ --checkpoint kept-by-a-colleague.txt"})
final class VerifyCommand extends BaseCommand {
    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint of the log that somebody kept elsewhere; the log must be its continuation.")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "A public key (PEM or C2SP verifier key) that the log must be signed by, or handed over from.")
    private List<Path> keys = new ArrayList<>();

    @Override
    ExitCode run() throws IOException {
        VerifyArchive.Verified verified;
        Health health;
        try (Pipeline house = open();
                ProgressLine progress = new ProgressLine(terminal())) {
            verified = new VerifyArchive(house)
                    .verify(
                            keys,
                            checkpoints,
                            (file, done, total) -> progress.show(
                                    String.format(Locale.ROOT, "verifying %s: %,d of %,d bytes", file, done, total)));
            health = new ArchiveHealth(house).now();
        }
        if (common.json) {
            var json = Json.object()
                    .put("sound", verified.sound())
                    .put("conformant", verified.conformant())
                    .put("files", verified.files())
                    .put("records", verified.records())
                    .put("bytes", verified.bytes())
                    .put("leaves", verified.leaves());
            health.log()
                    .ifPresent(log -> json.put("log", log.name())
                            .put("checkpoints", log.checkpoints())
                            .put("signed", log.signed())
                            .put("key", log.key()));
            var findings = json.putArray("findings");
            verified.findings().forEach(finding -> findings.add(FindingJson.write(finding)));
            out().print(Json.pretty(json));
        } else {
            out().print(VerifySummary.render(
                    verified.findings(), verified.files(), verified.records(), verified.bytes(), health, style()));
        }
        return !verified.sound() ? ExitCode.DAMAGED : verified.conformant() ? ExitCode.OK : ExitCode.DIFFERS;
    }
}
