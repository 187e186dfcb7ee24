package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.ProveCapture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an evidence package. */
@Command(
        name = "prove",
        description = {
            "Make an evidence package of a capture: its WARC records, the log's leaf with the proof that "
                    + "it stands in the signed log, the keys, a report for people, and a script that checks all of "
                    + "it with sh and openssl and nothing of ours.",
            "What each part proves and does not prove stands in the package and in docs/proof.md."
        },
        footer = {"", "Example:  pressmark prove https://www.example.org/story@2026-11-22 --out story-proof.zip"})
final class ProveCommand extends BaseCommand {
    @Parameters(
            index = "0",
            paramLabel = "CAPTURE",
            description = "A stored page's address, perhaps with @DATE, or a capture's record id (urn:uuid:…).")
    private String asked;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "A folder or a .zip file that is not there yet (default: proof-….zip in this folder).")
    @Nullable
    private Path out;

    @Override
    ExitCode run() throws IOException {
        ProveCapture.Proof proof;
        try (Pipeline house = open()) {
            proof = new ProveCapture(house).prove(asked, Optional.ofNullable(out));
        }
        if (common.json) {
            out().print(Json.pretty(Json.object()
                    .put("package", proof.path().toString())
                    .put("recordId", proof.recordId())
                    .put("url", proof.url())
                    .put("leaf", proof.leaf())
                    .put("leaves", proof.leaves())
                    .put("checkpoint", proof.checkpoint())));
        } else {
            out().println(Troubles.safe(proof.path() + ": " + proof.url() + ", leaf " + proof.leaf() + " of "
                    + proof.leaves() + "; to check it: sh verify.sh in the package, or read report.html"));
        }
        return ExitCode.OK;
    }
}
