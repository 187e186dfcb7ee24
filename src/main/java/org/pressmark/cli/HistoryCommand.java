package org.pressmark.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.config.SettingException;
import org.pressmark.config.Settings;
import org.pressmark.json.HistoryJson;
import org.pressmark.json.Json;
import org.pressmark.model.History;
import org.pressmark.pipeline.FetchHistory;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.report.HistoryLines;
import org.pressmark.report.TerminalStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches what other archives have of a page. */
@Command(
        name = "history",
        description = {
            "Fetch the captures that another archive has of a page, so that versions from before the first capture here can be"
                    + " compared. Reads its CDX server or its TimeMap (Memento), whichever it has; fetches each capture as it was"
                    + " stored there, and keeps it under its own date, with that archive named as the witness.",
            "What was fetched once is not fetched again: stopped or limited, it goes on where it was.",
            "Exit status: 0 done, 4 that archive has nothing, 6 some captures could not be had, 130 stopped."
        },
        footer = {
            "",
            "Examples:  pressmark history https://www.example.org/story --from https://web.archive.org --list",
            "           pressmark history https://example.org/story --from https://web.archive.org --from-date 2020",
            "           pressmark history http://a.example/ --from http://127.0.0.1:8642 --allow-address 127.0.0.1"
        })
final class HistoryCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "URL", description = "The page, under the address that it had.")
    private String url;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "ARCHIVE",
            description = "The other archive: its address, or that of its CDX server or TimeMaps.")
    private String archive;

    @Option(names = "--list", description = "Only show what is there.")
    private boolean list;

    @Option(names = "--from-date", paramLabel = "TIME", description = "Captures since then, e.g. 2020 or 2020-05-01.")
    @Nullable
    private String fromDate;

    @Option(names = "--to-date", paramLabel = "TIME", description = "Captures until then, that year or day included.")
    @Nullable
    private String toDate;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Fetch at most N this time, the oldest first (default: 100); the next run goes on.")
    private int limit = 100;

    @Option(
            names = "--collapse",
            paramLabel = "WHAT",
            description =
                    "digest: of captures in a row with the same payload only the first; none: all (default: digest).")
    private String collapse = "digest";

    @Mixin
    private final FetchOptions fetching = new FetchOptions();

    @Override
    void flags(Map<Setting, Settings.Value> values) {
        fetching.flags(values);
    }

    @Override
    ExitCode run() throws IOException {
        FetchHistory.Choice choice = choice();
        try (StopSignal stop = new StopSignal(ExitCode.INTERRUPTED, this::ending);
                Pipeline house = open();
                ProgressLine progress = new ProgressLine(terminal());
                FetchHistory fetch = new FetchHistory(house)) {
            TerminalStyle style = style();
            progress.show("reading what " + archive + " has");
            History history = fetch.fetch(url, archive, choice, stop::wanted, memento -> {
                progress.clear();
                if (!common.json) {
                    out().print(HistoryLines.one(memento, style));
                    out().flush();
                }
            });
            out().print(common.json ? Json.pretty(HistoryJson.write(history)) : HistoryLines.summary(history, style));
            out().flush();
            if (stop.wanted()) {
                return ExitCode.INTERRUPTED;
            }
            return history.count(History.State.FAILED) > 0 ? ExitCode.PARTIAL : ExitCode.OK;
        }
    }

    private void ending() {
        say("pressmark: ending after this capture. Once more ends it at once.");
    }

    private FetchHistory.Choice choice() {
        if (!collapse.equals("digest") && !collapse.equals("none")) {
            throw new SettingException("--collapse " + collapse + ": expected digest or none");
        }
        if (limit < 1) {
            throw new SettingException("--limit " + limit + ": expected a number above 0");
        }
        return new FetchHistory.Choice(
                Optional.ofNullable(fromDate), Optional.ofNullable(toDate), limit, collapse.equals("digest"), list);
    }
}
