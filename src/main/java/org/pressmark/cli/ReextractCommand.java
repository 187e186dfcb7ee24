package org.pressmark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.ReextractArticles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads all stored pages again. */
@Command(
        name = "reextract",
        description = {
            "Read the articles of all stored pages again from the WARC files, by this program's rules, "
                    + "with the claims, versions and chains that depend on them; say what changed.",
            "Articles that carry the present rules' name are skipped, so a run that was stopped goes on "
                    + "where it was. Only the index changes, never a WARC file.",
            "Exit status: 0 done, 6 some documents could not be read and keep their articles."
        },
        footer = {
            "",
            "Examples:  pressmark reextract --dry-run",
            "           pressmark reextract",
            "           pressmark reextract --url http://copies.example/story --all"
        })
final class ReextractCommand extends BaseCommand {
    private static final int SHOWN = 20;

    @Option(names = "--url", paramLabel = "URL", description = "Only the captures of this address.")
    @Nullable
    private String url;

    @Option(names = "--all", description = "Also articles that the present rules made.")
    private boolean all;

    @Option(names = "--dry-run", description = "Say what would change; change nothing.")
    private boolean dryRun;

    @Override
    ExitCode run() throws IOException {
        ReextractArticles.Done done;
        try (Pipeline house = open();
                ProgressLine progress = new ProgressLine(terminal())) {
            done = new ReextractArticles(house)
                    .run(
                            new ReextractArticles.Wanted(Optional.ofNullable(url), all, dryRun),
                            (count, of, changed) -> progress.show(String.format(
                                    Locale.ROOT,
                                    "reading again: %,d of %,d documents, %,d changed",
                                    count,
                                    of,
                                    changed)));
        }
        if (common.json) {
            out().print(Json.pretty(json(done)));
        } else {
            print(done);
        }
        return done.failed() == 0 ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private void print(ReextractArticles.Done done) {
        out().println(String.format(
                Locale.ROOT,
                "%s %,d documents by %s: %,d articles the same, %,d %s, %,d without an article%s%s",
                dryRun ? "would read" : "read",
                done.read(),
                done.extractor(),
                done.same(),
                done.changed().size(),
                dryRun ? "would change" : "changed",
                done.without(),
                done.failed() == 0 ? "" : String.format(Locale.ROOT, ", %,d could not be read", done.failed()),
                done.current() == 0
                        ? ""
                        : String.format(Locale.ROOT, "; %,d captures were up to date already", done.current())));
        if (done.changed().isEmpty()) {
            return;
        }
        out().println("in: "
                + done.byField().entrySet().stream()
                        .map(field -> String.format(Locale.ROOT, "%s %,d", field.getKey(), field.getValue()))
                        .collect(Collectors.joining(", ")));
        done.changed().stream()
                .limit(SHOWN)
                .forEach(page -> out().println("    "
                        + Troubles.safe(page.url() + "  captured " + page.captured() + ": "
                                + String.join(", ", page.fields()))));
        if (done.changed().size() > SHOWN) {
            out().println(String.format(
                    Locale.ROOT,
                    "    and %,d more; --json lists all",
                    done.changed().size() - SHOWN));
        }
    }

    private ObjectNode json(ReextractArticles.Done done) {
        ObjectNode json = Json.object()
                .put("extractor", done.extractor())
                .put("dryRun", dryRun)
                .put("read", done.read())
                .put("same", done.same())
                .put("changed", done.changed().size())
                .put("without", done.without())
                .put("failed", done.failed())
                .put("current", done.current());
        ObjectNode fields = json.putObject("byField");
        done.byField().forEach(fields::put);
        var pages = json.putArray("pages");
        for (ReextractArticles.Changed page : done.changed()) {
            ObjectNode row = pages.addObject()
                    .put("url", page.url())
                    .put("captured", page.captured().toString())
                    .put("recordId", page.recordId());
            page.fields().forEach(row.putArray("fields")::add);
        }
        return json;
    }
}
