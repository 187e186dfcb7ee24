package org.pressmark.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.CaptureJson;
import org.pressmark.json.Json;
import org.pressmark.json.VersionJson;
import org.pressmark.pipeline.Holdings;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.report.ListTable;
import org.pressmark.report.PageLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what is stored. */
@Command(
        name = "list",
        description = {
            "List the stored pages, the last captured first; with a URL, that page's versions and captures.",
            "Feeds, sitemaps and addresses that only gave errors are left out but with --all; robots.txt, walls and parts of pages always. With its URL each of them is shown."
        },
        footer = {"", "Examples:  pressmark list", "           pressmark list http://copies.example/story"})
final class ListCommand extends BaseCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "URL", description = "A page.")
    @Nullable
    private String url;

    @Option(names = "--all", description = "With feeds, sitemaps and errors.")
    private boolean all;

    @Option(names = "--offset", paramLabel = "N", description = "Pass over the first N pages.")
    private int offset;

    @Option(names = "--limit", paramLabel = "N", description = "At most N pages (default: 200).")
    private int limit = 200;

    @Override
    ExitCode run() throws IOException {
        try (Pipeline house = open()) {
            Holdings holdings = new Holdings(house);
            if (url == null) {
                pages(holdings);
            } else {
                page(holdings, url);
            }
        }
        return ExitCode.OK;
    }

    private void pages(Holdings holdings) throws IOException {
        List<PageLine> pages = all ? holdings.pages(offset, limit) : holdings.reading(offset, limit);
        if (!common.json) {
            out().print(ListTable.pages(pages, all ? 0 : holdings.leftOut(), style()));
            return;
        }
        for (PageLine page : pages) {
            out().println(Json.compact(Json.object()
                    .put("url", page.url())
                    .put("headline", page.headline())
                    .put("captures", page.captures())
                    .put("versions", page.versions())
                    .put("first", page.first().toString())
                    .put("last", page.last().toString())));
        }
    }

    private void page(Holdings holdings, String address) throws IOException {
        Holdings.PageInFull page = holdings.page(address)
                .orElseThrow(() -> new PipelineException(
                        PipelineException.Trouble.NOT_FOUND,
                        address + ": not in the archive; 'pressmark list' shows what is"));
        if (!common.json) {
            out().print(ListTable.page(page.versions(), page.captures(), style()));
            page.attempts().forEach(attempt -> out().println(Troubles.safe("not stored: " + attempt)));
            return;
        }
        var json = Json.object().put("key", page.key().surt());
        var versions = json.putArray("versions");
        page.versions().forEach(version -> versions.add(VersionJson.write(version)));
        var captures = json.putArray("captures");
        page.captures().forEach(capture -> captures.add(CaptureJson.write(capture)));
        var attempts = json.putArray("attempts");
        page.attempts().forEach(attempts::add);
        out().print(Json.pretty(json));
    }
}
