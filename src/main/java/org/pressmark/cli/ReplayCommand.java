package org.pressmark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.CaptureJson;
import org.pressmark.json.Json;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.HttpHead;
import org.pressmark.pipeline.Chosen;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.RenderCapture;
import org.pressmark.pipeline.ReplayCapture;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a stored page back. */
@Command(
        name = "replay",
        description = {
            "Give a stored page back, in the terminal or byte for byte.",
            "Exit status: 0 the capture asked for, 3 the nearest to it, 4 not archived, 5 damaged."
        },
        footer = {
            "",
            "Examples:  pressmark replay http://copies.example/story",
            "           pressmark replay http://copies.example/story@2026-11 --headers",
            "           pressmark replay http://copies.example/picture.jpg --body > picture.jpg"
        })
final class ReplayCommand extends BaseCommand {
    @Parameters(
            index = "0",
            paramLabel = "URL[@DATE]",
            description = "The page; @2026, @2026-11, @2026-11-22, @latest, @first.")
    private String url;

    @ArgGroup(exclusive = true)
    private Rendering rendering = new Rendering();

    @Option(
            names = "--as-sent",
            description = "With --raw: the head as the server sent it, transfer-encoding lines and all.")
    private boolean asSent;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of the text (default: the terminal's).")
    private int width;

    /** The ways to show it; one at a time. */
    static final class Rendering {
        @Option(names = "--text", description = "The visible page as text (default).")
        boolean text;

        @Option(names = "--headers", description = "The HTTP head.")
        boolean headers;

        @Option(names = "--raw", description = "The stored HTTP message, byte for byte.")
        boolean raw;

        @Option(names = "--body", description = "The body as stored, content-encoding kept.")
        boolean body;

        @Option(
                names = "--html-single",
                paramLabel = "FILE",
                description = "One HTML file with pictures and styles inside; - for standard output.")
        @Nullable
        String single;
    }

    @Override
    ExitCode run() throws IOException {
        try (Pipeline house = open()) {
            if (!(Reference.parse(url) instanceof Reference.Stored asked)) {
                throw new PipelineException(
                        PipelineException.Trouble.INPUT, url + ": expected the address of a stored page, found a file");
            }
            ReplayCapture replay = new ReplayCapture(house);
            Chosen choice = replay.choose(asked);
            ArchivedResponse response = replay.read(choice.capture());
            if (!choice.exact()) {
                say("pressmark: no capture at " + asked.when() + "; the nearest of " + choice.captures() + " is of "
                        + choice.capture().date() + ", " + choice.distanceInWords() + " away");
            }
            choice.capture()
                    .witness()
                    .ifPresent(archive -> say("pressmark: seen and kept by " + archive + ", not by this archive"));
            try {
                show(house, response);
            } finally {
                replay.letGo(response);
            }
            return choice.exact() ? ExitCode.OK : ExitCode.NEAREST;
        }
    }

    private void show(Pipeline house, ArchivedResponse response) throws IOException {
        RenderCapture render = new RenderCapture(house);
        if (rendering.single != null) {
            single(render, response, rendering.single);
        } else if (rendering.raw) {
            head(response).ifPresent(head -> out().writeBytes(head.bytes()));
            body(response);
        } else if (rendering.body) {
            body(response);
        } else if (common.json) {
            out().print(Json.pretty(CaptureJson.write(response.capture())));
        } else if (rendering.headers) {
            head(response).ifPresent(head -> out().print(Troubles.lines(head.raw())));
        } else {
            out().print(render.text(response, style(width)));
        }
    }

    private java.util.Optional<HttpHead> head(ArchivedResponse response) {
        return asSent && response.headAsSent().isPresent() ? response.headAsSent() : response.head();
    }

    private void body(ArchivedResponse response) throws IOException {
        try (InputStream in = response.body().open()) {
            in.transferTo(terminal().bytes());
        }
    }

    private void single(RenderCapture render, ArchivedResponse response, String to) throws IOException {
        RenderCapture.Single page = render.single(response);
        if (to.equals("-")) {
            out().write(page.html());
        } else {
            Files.write(Path.of(to), page.html());
        }
        page.missing().forEach(part -> say("pressmark: not in the archive, left out: " + part));
    }
}
