package org.pressmark.cli;

import java.io.IOException;
import java.util.Optional;
import org.pressmark.json.ArticleJson;
import org.pressmark.json.CaptureJson;
import org.pressmark.json.ClaimJson;
import org.pressmark.json.Json;
import org.pressmark.json.VersionJson;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.pipeline.Holdings;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.report.ShowCapture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one capture in full. */
@Command(
        name = "show",
        description =
                "Show one capture in full: its record, its head, the article with where each field came from, its claims.",
        footer = {"", "Example:  pressmark show http://copies.example/story"})
final class ShowCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "URL[@DATE]", description = "A stored page; @first, @latest, @2026-11-22.")
    private String url;

    @Override
    ExitCode run() throws IOException {
        try (Pipeline house = open()) {
            if (!(Reference.parse(url) instanceof Reference.Stored asked)) {
                throw new PipelineException(
                        PipelineException.Trouble.INPUT,
                        url + ": expected the address of a stored page; 'pressmark extract " + Shell.quoted(url)
                                + "' reads a file");
            }
            ReplayCapture replay = new ReplayCapture(house);
            Holdings.CaptureInFull full =
                    new Holdings(house).capture(replay.choose(asked).capture());
            if (common.json) {
                print(full);
            } else {
                ArchivedResponse stored = replay.read(full.capture());
                out().print(ShowCapture.render(
                        full.capture(), Optional.of(stored), full.article(), full.version(), full.claims(), style()));
                replay.letGo(stored);
            }
        }
        return ExitCode.OK;
    }

    private void print(Holdings.CaptureInFull full) {
        var json = Json.object();
        json.set("capture", CaptureJson.write(full.capture()));
        full.version().ifPresent(version -> json.set("version", VersionJson.write(version)));
        full.article().ifPresent(article -> json.set("article", ArticleJson.write(article)));
        json.set("claims", ClaimJson.write(full.claims()));
        var parts = json.putArray("parts");
        full.parts().forEach(part -> parts.add(CaptureJson.write(part)));
        out().print(Json.pretty(json));
    }
}
