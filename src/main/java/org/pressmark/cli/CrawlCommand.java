package org.pressmark.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pressmark.config.Setting;
import org.pressmark.config.SettingException;
import org.pressmark.config.Settings;
import org.pressmark.json.CrawlSummaryJson;
import org.pressmark.json.Json;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.CrawlSummary;
import org.pressmark.model.Schedule;
import org.pressmark.model.Scope;
import org.pressmark.model.Source;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.RunCrawl;
import org.pressmark.report.CrawlLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Crawls sources or sites once. */
@Command(
        name = "crawl",
        description = {
            "Read the feeds, sitemaps and pages of the sources, capture what is new there or due again, and end.",
            "With addresses: those sites instead, page by page, with what their sitemaps and feeds name. Ctrl-C ends it; the next"
                    + " crawl goes on where it was.",
            "Exit status: 0 it ran to its end, single addresses that failed are counted in the summary; 6 nothing of a source could be"
                    + " read, or it ended early: a limit, a host that asks to be let alone; 130 stopped."
        },
        footer = {
            "",
            "Examples:  pressmark crawl",
            "           pressmark crawl --sources my-papers.yaml --no-extract",
            "           pressmark crawl https://www.example.org/"
        })
final class CrawlCommand extends BaseCommand {
    /** How deep the links of a site are followed that was named on the command line. */
    private static final int HOPS = 20;

    @Parameters(arity = "0..*", paramLabel = "URL", description = "Sites to crawl instead of the sources.")
    private List<String> urls = new ArrayList<>();

    @Mixin
    private final CrawlOptions crawling = new CrawlOptions();

    @Option(names = "--again", description = "Visit what is known too, whatever its schedule says.")
    private boolean again;

    @Override
    void flags(Map<Setting, Settings.Value> values) {
        crawling.flags(values);
    }

    @Override
    ExitCode run() throws IOException {
        List<Source> sources = urls.isEmpty() ? crawling.read() : List.of(named());
        try (CrawlProgress progress = new CrawlProgress(terminal(), style());
                StopSignal stop = new StopSignal(ExitCode.INTERRUPTED, progress::ending)) {
            CrawlSummary summary = crawl(sources, stop, progress);
            progress.clear();
            out().print(
                            common.json
                                    ? Json.pretty(CrawlSummaryJson.write(summary))
                                    : CrawlLines.summary(summary, style()));
            out().flush();
            return stop.wanted() ? ExitCode.INTERRUPTED : summary.whole() ? ExitCode.OK : ExitCode.PARTIAL;
        }
    }

    private CrawlSummary crawl(List<Source> sources, StopSignal stop, CrawlProgress progress) throws IOException {
        try (Pipeline house = open(progress::clear);
                RunCrawl crawl = new RunCrawl(house)) {
            return crawl.run(sources, again, stop::wanted, progress::at);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The sites that were named, as a source. */
    private Source named() {
        List<String> seeds = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        for (String url : urls) {
            WebAddress address = WebAddress.parse(url.contains("://") ? url : "http://" + url)
                    .filter(WebAddress::fetchable)
                    .orElseThrow(() -> new SettingException(url + ": expected an http or https address"));
            seeds.add(address.withoutFragment());
            hosts.add(address.host());
        }
        return new Source(
                String.join(" ", hosts.stream().distinct().limit(3).toList()),
                seeds,
                List.of(),
                List.of(Source.ROBOTS),
                List.of(),
                Scope.ofHosts(hosts, HOPS),
                Schedule.DEFAULT,
                Source.Limits.DEFAULT,
                false);
    }
}
