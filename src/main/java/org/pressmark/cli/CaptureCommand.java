package org.pressmark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.AccessFiles;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.CaptureResultJson;
import org.pressmark.json.Json;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Access;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.model.HttpHead;
import org.pressmark.pipeline.CapturePage;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.report.CaptureLines;
import org.pressmark.report.TerminalStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Captures pages from the web. */
@Command(
        name = "capture",
        description = {
            "Fetch pages with their own pictures and styles, store them in WARC files, index them, extract the articles.",
            "Each address ends as one of: new page, new version, same text, unchanged, stored, refused, failed."
        },
        footer = {
            "",
            "Examples:  pressmark capture https://www.example.org/story",
            "           pressmark capture --json - < addresses.txt",
            "           pressmark capture --cookies cookies.txt https://www.example.org/for-subscribers"
        })
final class CaptureCommand extends BaseCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "URL",
            description = "Addresses; - reads them from standard input, one a line.")
    private List<String> urls;

    @Mixin
    private final FetchOptions fetching = new FetchOptions();

    @Option(
            names = "--cookies",
            paramLabel = "FILE",
            description =
                    "A cookie file of Netscape's form, as browsers and curl write it; each cookie goes to its own domain.")
    @Nullable
    private Path cookies;

    @Option(
            names = "--header",
            paramLabel = "NAME: VALUE",
            description =
                    "A header for the hosts of the addresses given, for no other; their record says (redacted). Repeatable.")
    private List<String> headers = new ArrayList<>();

    @Override
    void flags(Map<Setting, Settings.Value> values) {
        fetching.flags(values);
    }

    @Override
    ExitCode run() throws IOException {
        List<String> wanted = addresses();
        List<CaptureResult> results = new ArrayList<>();
        boolean stopped = false;
        try (Pipeline house = open();
                ProgressLine progress = new ProgressLine(terminal());
                StopSignal stop = new StopSignal(ExitCode.INTERRUPTED, this::ending);
                CapturePage capture = new CapturePage(house, url -> progress.show("fetching " + url))) {
            TerminalStyle style = style();
            Access access = access();
            for (String url : wanted) {
                if (stop.wanted()) {
                    stopped = true;
                    break;
                }
                CaptureResult result = capture.capture(url, access.boundTo(hosts(url), url.startsWith("https:")));
                results.add(result);
                progress.clear();
                out().print(
                                common.json
                                        ? Json.compact(CaptureResultJson.write(result)) + "\n"
                                        : CaptureLines.one(result, style));
                // Said at once: what has been printed is on disk.
                out().flush();
            }
        }
        if (!common.json && results.size() > 1) {
            out().print(CaptureLines.summary(results, "address", style()));
        }
        if (stopped) {
            return ExitCode.INTERRUPTED;
        }
        boolean trouble = results.stream()
                .anyMatch(result -> result.outcome() == Outcome.REFUSED || result.outcome() == Outcome.FAILED);
        return trouble ? ExitCode.PARTIAL : ExitCode.OK;
    }

    private void ending() {
        say("pressmark: ending after this page. Once more ends it at once.");
    }

    private Access access() {
        List<HttpHead.Header> given = headers.stream()
                .map(line -> AccessFiles.header(line, "--header"))
                .toList();
        return new Access(cookies == null ? List.of() : AccessFiles.cookies(cookies), given, Set.of(), false);
    }

    /** Whom the headers are for: the host of the address itself. */
    private static Set<String> hosts(String url) {
        return WebAddress.parse(url.contains("://") ? url : "http://" + url)
                .map(address -> Set.of(address.host()))
                .orElse(Set.of());
    }

    private List<String> addresses() throws IOException {
        if (!urls.contains("-")) {
            return urls;
        }
        List<String> all = new ArrayList<>();
        for (String url : urls) {
            if (url.equals("-")) {
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(all::add);
            } else {
                all.add(url);
            }
        }
        return all;
    }
}
