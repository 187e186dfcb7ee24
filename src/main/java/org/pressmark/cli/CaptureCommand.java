package org.pressmark.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.CaptureResultJson;
import org.pressmark.json.Json;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.pipeline.CapturePage;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.report.CaptureLines;
import org.pressmark.report.TerminalStyle;
import picocli.CommandLine.Command;
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
            "           pressmark capture --json - < addresses.txt"
        })
final class CaptureCommand extends BaseCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "URL",
            description = "Addresses; - reads them from standard input, one a line.")
    private List<String> urls;

    @Option(
            names = "--allow-address",
            paramLabel = "ADDRESS",
            description =
                    "An address, network (CIDR) or host that may be fetched although it is private or local. Repeatable.")
    private List<String> allow = new ArrayList<>();

    @Option(
            names = "--connect-to",
            paramLabel = "HOST:PORT:HOST2:PORT2",
            description = "Connect to HOST2:PORT2 instead of HOST:PORT, as curl does. Repeatable.")
    private List<String> connectTo = new ArrayList<>();

    @Option(
            names = "--resolve",
            paramLabel = "HOST:PORT:ADDRESS",
            description = "Use this address for the host, as curl does. Repeatable.")
    private List<String> resolve = new ArrayList<>();

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "Proxy for http and https, e.g. http://proxy.example:3128.")
    @Nullable
    private String proxy;

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "PEM file of a certificate authority that is trusted beside Java's own. Repeatable.")
    private List<String> authorities = new ArrayList<>();

    @Option(names = "--delay", paramLabel = "TIME", description = "Least time between two pages of one host, e.g. 2s.")
    @Nullable
    private String delay;

    @Option(names = "--no-requisites", description = "Without the page's pictures, styles, fonts and scripts.")
    private boolean noRequisites;

    @Option(names = "--ignore-robots", description = "Ask whatever robots.txt says; you answer for it.")
    private boolean ignoreRobots;

    @Override
    void flags(Map<Setting, Settings.Value> values) {
        list(values, Setting.FETCH_ALLOW_ADDRESSES, allow, "--allow-address");
        list(values, Setting.FETCH_CONNECT_TO, connectTo, "--connect-to");
        list(values, Setting.FETCH_RESOLVE, resolve, "--resolve");
        list(values, Setting.FETCH_CERTIFICATE_AUTHORITIES, authorities, "--cacert");
        CommonOptions.put(values, Setting.FETCH_PROXY, proxy, "--proxy");
        CommonOptions.put(values, Setting.FETCH_DELAY, delay, "--delay");
        CommonOptions.put(values, Setting.CAPTURE_REQUISITES, noRequisites ? "false" : null, "--no-requisites");
        CommonOptions.put(values, Setting.FETCH_ROBOTS, ignoreRobots ? "false" : null, "--ignore-robots");
    }

    private static void list(Map<Setting, Settings.Value> values, Setting setting, List<String> items, String flag) {
        CommonOptions.put(values, setting, items.isEmpty() ? null : String.join(",", items), flag);
    }

    @Override
    ExitCode run() throws IOException {
        List<CaptureResult> results = new ArrayList<>();
        try (Pipeline house = open();
                ProgressLine progress = new ProgressLine(terminal());
                CapturePage capture = new CapturePage(house, url -> progress.show("fetching " + url))) {
            TerminalStyle style = style();
            for (String url : addresses()) {
                CaptureResult result = capture.capture(url);
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
        boolean trouble = results.stream()
                .anyMatch(result -> result.outcome() == Outcome.REFUSED || result.outcome() == Outcome.FAILED);
        return trouble ? ExitCode.PARTIAL : ExitCode.OK;
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
