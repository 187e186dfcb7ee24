package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.CaptureResultJson;
import org.pressmark.json.ChainJson;
import org.pressmark.json.ComparisonJson;
import org.pressmark.json.FindingJson;
import org.pressmark.json.Json;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.model.Comparison;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.pipeline.CapturePage;
import org.pressmark.pipeline.CompareArticles;
import org.pressmark.pipeline.DescribeChain;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.RenderCapture;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.pipeline.TraceProvenance;
import org.pressmark.pipeline.VerifyArchive;
import org.pressmark.report.CaptureLines;
import org.pressmark.report.ChainNotes;
import org.pressmark.report.ChainText;
import org.pressmark.report.ComparisonHtml;
import org.pressmark.report.ComparisonView;
import org.pressmark.report.TerminalComparison;
import org.pressmark.report.TerminalStyle;
import org.pressmark.report.VerifySummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole way on the real pair: served from a loopback port, captured, compared, traced, replayed, verified. */
@Command(
        name = "demo",
        description = {
            "The whole way on two real copies of one wire story: captures them from a local server, "
                    + "compares, traces, replays and verifies them, in the archive in force.",
            "A second run captures again and finds them unchanged."
        },
        footer = {"", "Example:  pressmark demo"})
final class DemoCommand extends BaseCommand {
    /** So many lines of the replayed page are shown; the rest is one command away. */
    private static final int SHOWN = 12;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Where to write the comparison (default: demo-comparison.html).")
    private Path html = Path.of("demo-comparison.html");

    private final List<String> routes = new ArrayList<>();

    @Override
    void flags(Map<Setting, Settings.Value> values) {
        CommonOptions.put(values, Setting.FETCH_CONNECT_TO, String.join(",", routes), "--connect-to");
        CommonOptions.put(values, Setting.FETCH_DELAY, "0s", "--delay");
        CommonOptions.put(values, Setting.FETCH_REQUISITE_DELAY, "0s", "--set");
        // The demo's server is on this machine: a proxy would look for it elsewhere.
        CommonOptions.put(values, Setting.FETCH_PROXY, "", "--proxy");
    }

    @Override
    ExitCode run() throws IOException {
        try (DemoSite site = DemoSite.start()) {
            routes.add("copies.example:80:127.0.0.1:" + site.port());
            routes.add("www.republisher.example:80:127.0.0.1:" + site.port());
            Story story;
            try (Pipeline house = open()) {
                story = walk(house);
            }
            // Opened anew, as on another day: every file is closed by now.
            String page;
            try (Pipeline house = open();
                    ReplayCapture replay = ReplayCapture.quick(house)) {
                page = replayed(replay);
            }
            try (Pipeline house = open()) {
                return tell(story.with(page), new VerifyArchive(house).verify((file, done, total) -> {}));
            }
        }
    }

    /** What the way gave, step by step. */
    private record Story(
            List<CaptureResult> captured, Comparison comparison, ProvenanceChain chain, ChainNotes notes, String page) {
        Story with(String replayed) {
            return new Story(captured, comparison, chain, notes, replayed);
        }
    }

    private Story walk(Pipeline house) throws IOException {
        List<CaptureResult> captured = capture(house);
        Reference a = new Reference.Stored(DemoSite.ORIGINAL, "");
        Reference b = new Reference.Stored(DemoSite.REPUBLISHED, "");
        Comparison comparison = new CompareArticles(house, true).compare(a, b, System.in);
        Files.writeString(html, ComparisonHtml.render(comparison), StandardCharsets.UTF_8);
        ProvenanceChain chain = new TraceProvenance(house).trace(new Reference.Stored(DemoSite.REPUBLISHED, ""));
        ChainNotes notes = new DescribeChain(house).notes(chain);
        return new Story(captured, comparison, chain, notes, "");
    }

    private ExitCode tell(Story story, VerifyArchive.Verified verified) throws IOException {
        if (common.json) {
            json(story, verified);
        } else {
            text(story, verified);
        }
        boolean captured = story.captured().stream()
                .noneMatch(result -> result.outcome() == Outcome.FAILED || result.outcome() == Outcome.REFUSED);
        return captured && verified.sound() ? ExitCode.OK : ExitCode.DAMAGED;
    }

    private List<CaptureResult> capture(Pipeline house) throws IOException {
        List<CaptureResult> results = new ArrayList<>();
        try (CapturePage capture = new CapturePage(house, url -> {})) {
            for (String url : List.of(DemoSite.ORIGINAL, DemoSite.REPUBLISHED)) {
                results.add(capture.capture(url));
            }
        }
        return results;
    }

    private String replayed(ReplayCapture replay) throws IOException {
        var stored = replay.read(
                replay.choose(new Reference.Stored(DemoSite.ORIGINAL, "")).capture());
        return new RenderCapture(replay).text(stored, style());
    }

    private void text(Story story, VerifyArchive.Verified verified) throws IOException {
        TerminalStyle style = style();
        step(
                "1. capture",
                "two copies of one wire story, from a local server, into "
                        + settings().text(Setting.ARCHIVE_DIR));
        story.captured().forEach(result -> out().print(CaptureLines.one(result, style)));
        step("2. compare", "what differs");
        out().print(TerminalComparison.render(story.comparison(), ComparisonView.STANDARD, style, List.of()));
        out().println("Side by side: " + html);
        step("3. trace", "where the second copy comes from");
        out().print(ChainText.render(story.chain(), story.notes(), style, true, List.of()));
        step("4. replay", "the stored page back, in the terminal");
        List<String> lines = story.page().lines().toList();
        lines.stream().limit(SHOWN).forEach(line -> out().println("    " + line));
        if (lines.size() > SHOWN) {
            out().println("    … " + (lines.size() - SHOWN) + " more lines");
        }
        step("5. verify", "every record read again, by code that shares nothing with the writer");
        out().print(VerifySummary.render(
                verified.findings(), verified.files(), verified.records(), verified.bytes(), style));
        step("Try next", "");
        out().println("    ./pressmark serve                                  the same in a browser");
        out().println("    ./pressmark replay " + DemoSite.ORIGINAL + " --headers");
        out().println("    ./pressmark trace " + DemoSite.ORIGINAL + " --svg chain.svg");
        out().println("    ./pressmark capture URL                            a page of your own");
    }

    private void step(String name, String what) {
        out().println();
        out().println("── " + name + (what.isEmpty() ? "" : ": " + what) + " ──");
        out().println();
    }

    private void json(Story story, VerifyArchive.Verified verified) {
        var json = Json.object();
        var results = json.putArray("captured");
        story.captured().forEach(result -> results.add(CaptureResultJson.write(result)));
        json.set("comparison", ComparisonJson.write(story.comparison()));
        json.set("chain", ChainJson.write(story.chain()));
        json.put("html", html.toString());
        var findings = json.putArray("findings");
        verified.findings().forEach(finding -> findings.add(FindingJson.write(finding)));
        json.put("sound", verified.sound());
        out().print(Json.pretty(json));
    }
}
