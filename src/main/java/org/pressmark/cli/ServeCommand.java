package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Holdings;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.ServeToken;
import org.pressmark.web.ArchiveHall;
import org.pressmark.web.ServeOptions;
import org.pressmark.web.SourceList;
import org.pressmark.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the archive to a browser on this machine. */
@Command(
        name = "serve",
        description = {
            "Serve the archive to a browser on this machine: pages through time, comparisons, chains, the stored pages"
                    + " themselves.",
            "Archived pages are shown without their scripts, and nothing they hold asks the live web. Ctrl-C ends it.",
            "With --scripts they run, under a host name of their own (replay.localhost) and cut off from the live web."
        },
        footer = {"", "Example:  pressmark serve --port 8642"})
final class ServeCommand extends BaseCommand {
    @Option(names = "--port", paramLabel = "N", description = "Port (default: 8642; 0 takes any free one).")
    @Nullable
    private String port;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Address to listen on (default: 127.0.0.1).")
    @Nullable
    private String address;

    @Option(names = "--scripts", description = "Let the scripts of archived pages run (default: off).")
    private boolean scripts;

    @Option(
            names = "--timegate",
            paramLabel = "HOW",
            description = "How /web/URL answers: redirect (default) or direct, the page itself (RFC 7089, 4.1.2).")
    @Nullable
    private String timeGate;

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = "The list of sources that is shown (default: config/sources.yaml beside the program).")
    @Nullable
    private Path sources;

    @Option(
            names = "--share-with",
            paramLabel = "ORIGIN",
            description = {
                "Let the scripts of this other site read WACZ files, index and TimeMaps, e.g. https://replayweb.page;"
                        + " may be",
                "repeated (default: none)."
            })
    private List<String> readers = new ArrayList<>();

    @Override
    void flags(Map<Setting, Settings.Value> values) {
        CommonOptions.put(values, Setting.SERVE_PORT, port, "--port");
        CommonOptions.put(values, Setting.SERVE_ADDRESS, address, "--address");
        CommonOptions.put(values, Setting.SERVE_SCRIPTS, scripts ? "true" : null, "--scripts");
        CommonOptions.put(values, Setting.SERVE_TIMEGATE, timeGate, "--timegate");
    }

    @Override
    ExitCode run() throws IOException {
        Settings settings = settings();
        try (Pipeline house = open()) {
            if (house.makeIfMissing()) {
                say("pressmark: " + house.folder() + ": there was no archive here; an empty one was made");
            }
            new Holdings(house).size();
            String token = new ServeToken(house).get();
            try (ArchiveHall hall = new ArchiveHall(house, new SourceList(CrawlOptions.file(sources)));
                    WebServer server = WebServer.start(
                            hall,
                            settings.text(Setting.SERVE_ADDRESS),
                            settings.count(Setting.SERVE_PORT),
                            options(settings).withReaders(readers()),
                            token);
                    StopSignal stop = new StopSignal(ExitCode.OK, server::close)) {
                String enter = server.url() + "enter?token=" + token;
                if (common.json) {
                    out().println(Json.compact(
                            Json.object().put("url", server.url()).put("enter", enter)));
                } else {
                    out().println("Serving " + house.folder() + " at " + server.url() + "  (Ctrl-C ends it)");
                    out().println(
                                    house.onlyRead()
                                            ? "The archive can only be read here: nothing can be captured from the browser"
                                            : "To capture from the browser too, open " + enter);
                }
                out().flush();
                server.warm();
                server.join();
                // Nobody else ends it.
                return stop.wanted() ? ExitCode.OK : ExitCode.INTERNAL;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ExitCode.INTERRUPTED;
            }
        }
    }

    private Set<String> readers() {
        for (String origin : readers) {
            if (!origin.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?")) {
                throw new PipelineException(
                        PipelineException.Trouble.INPUT,
                        "--share-with " + origin + ": expected scheme and host alone, e.g. https://replayweb.page");
            }
        }
        return Set.copyOf(readers);
    }

    private static ServeOptions options(Settings settings) {
        return ServeOptions.STANDARD
                .withScripts(settings.flag(Setting.SERVE_SCRIPTS))
                .withRedirecting(!settings.text(Setting.SERVE_TIMEGATE).equals("direct"));
    }
}
