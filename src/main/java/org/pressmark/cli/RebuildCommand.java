package org.pressmark.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.pressmark.json.Json;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.RebuildIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the index anew. */
@Command(
        name = "rebuild",
        description = {
            "Make the index anew from the WARC files, beside the old one, and swap it in whole.",
            "Attempts that gave nothing to store are carried over; everything else comes from the files."
        },
        footer = {
            "",
            "Examples:  pressmark rebuild",
            "           pressmark rebuild --check     (exit status 1 where the index differs from the files)"
        })
final class RebuildCommand extends BaseCommand {
    /** Characters of a differing row that are shown; half of them where it has more. */
    private static final int WIDEST = 400;

    @Option(names = "--check", description = "Only compare the index with the WARC files; change nothing.")
    private boolean check;

    @Option(
            names = "--give-up-unreadable",
            description = "Rebuild even if the old index cannot be read; its record of failed attempts is lost then.")
    private boolean giveUp;

    @Override
    ExitCode run() throws IOException {
        try (Pipeline house = open();
                ProgressLine progress = new ProgressLine(terminal())) {
            RebuildIndex rebuild = new RebuildIndex(house);
            if (check) {
                List<RebuildIndex.Difference> differences = rebuild.check(progress::show);
                progress.clear();
                print(differences);
                return differences.isEmpty() ? ExitCode.OK : ExitCode.DIFFERS;
            }
            RebuildIndex.Rebuilt done = rebuild.rebuild(giveUp, progress::show);
            progress.clear();
            out().println(
                            common.json
                                    ? Json.compact(Json.object()
                                            .put("files", done.files())
                                            .put("captures", done.captures())
                                            .put("pages", done.pages())
                                            .put("versions", done.versions()))
                                    : String.format(
                                            Locale.ROOT,
                                            "index rebuilt from %,d WARC files: %,d captures, %,d pages, %,d versions",
                                            done.files(),
                                            done.captures(),
                                            done.pages(),
                                            done.versions()));
        }
        return ExitCode.OK;
    }

    private void print(List<RebuildIndex.Difference> differences) {
        if (common.json) {
            var list = Json.array();
            for (RebuildIndex.Difference table : differences) {
                var json = list.addObject()
                        .put("table", table.table())
                        .put("onlyIndex", table.onlyIndex())
                        .put("onlyFiles", table.onlyFiles());
                table.examples().forEach(json.putArray("examples")::add);
            }
            out().print(Json.pretty(list));
            return;
        }
        if (differences.isEmpty()) {
            out().println("the index says what the WARC files say");
        }
        for (RebuildIndex.Difference table : differences) {
            out().println(String.format(
                    Locale.ROOT,
                    "%s: %,d rows only in the index, %,d only in the WARC files; 'pressmark rebuild' mends it",
                    table.table(),
                    table.onlyIndex(),
                    table.onlyFiles()));
            table.examples().forEach(row -> out().println("    " + Troubles.safe(beginning(row))));
        }
        if (differences.stream().anyMatch(RebuildCommand::unread)) {
            out().println(
                            "Where articles were left for later (--no-extract), 'pressmark reextract' reads them; --json shows whole rows.");
        }
    }

    /** A row may hold a whole article. */
    private static String beginning(String row) {
        return row.length() > WIDEST ? row.substring(0, row.offsetByCodePoints(0, WIDEST / 2)) + "…" : row;
    }

    private static boolean unread(RebuildIndex.Difference table) {
        return table.table().equals("article") && table.onlyIndex() == 0;
    }
}
