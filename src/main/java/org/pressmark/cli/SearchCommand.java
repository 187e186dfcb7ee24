package org.pressmark.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;
import org.pressmark.json.VersionJson;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.Search;
import org.pressmark.report.SearchHit;
import org.pressmark.report.SearchPage;
import org.pressmark.report.SearchText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Finds articles by their words. */
@Command(
        name = "search",
        description = {
            "Find stored articles by their words, in all texts that they ever had.",
            "All words must be there; \"a phrase\" word for word; begin* the beginning of a word; -not a word that must not be there.",
            "Exit status: 0 something was found, 4 nothing was."
        },
        footer = {
            "",
            "Examples:  pressmark search nato demands",
            "           pressmark search '\"security guarantee\" turk*' --site copies.example",
            "           pressmark search --from 2024-03 --to 2024-05 --title -- election -poll"
        })
final class SearchCommand extends BaseCommand {
    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "What to look for; none: every article.")
    private List<String> words = List.of();

    @Option(names = "--title", description = "Only in headlines.")
    private boolean title;

    @Option(names = "--site", paramLabel = "HOST", description = "Only pages of this host and those below it.")
    @Nullable
    private String site;

    @Option(names = "--url", paramLabel = "URL", description = "Only pages whose address begins so.")
    @Nullable
    private String url;

    @Option(names = "--from", paramLabel = "DATE", description = "Only texts that were seen in this time or later.")
    @Nullable
    private String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only texts that were seen before this time ended.")
    @Nullable
    private String to;

    @Option(names = "--newest", description = "The newest first, not what answers best.")
    private boolean newest;

    @Option(names = "--offset", paramLabel = "N", description = "Pass over the first N pages.")
    private int offset;

    @Option(names = "--limit", paramLabel = "N", description = "At most N pages (default: 10).")
    private int limit = 10;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of the text (default: the terminal's).")
    private int width;

    @Override
    ExitCode run() throws IOException {
        if (offset < 0 || limit < 1) {
            throw new ParameterException(spec.commandLine(), "--offset counts from 0, --limit from 1");
        }
        Search.Query query = new Search.Query(
                joined(),
                title,
                Optional.ofNullable(site),
                Optional.ofNullable(url),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                newest,
                offset,
                limit);
        try (Pipeline house = open()) {
            Search search = new Search(house);
            ProgressLine progress = new ProgressLine(terminal());
            search.catchUp(entered -> progress.show(entered + " pages entered into the word index"));
            progress.clear();
            SearchPage page = search.look(query);
            if (common.json) {
                out().print(Json.pretty(json(page)));
            } else {
                out().print(SearchText.render(page, offset, style(width)));
            }
            return page.pages() == 0 ? ExitCode.NOT_FOUND : ExitCode.OK;
        }
    }

    /** A word that the shell gave with a space in it was a phrase to the person who quoted it. */
    private String joined() {
        StringBuilder out = new StringBuilder();
        for (String word : words) {
            boolean phrase = word.indexOf(' ') >= 0 && word.indexOf('"') < 0 && words.size() > 1;
            out.append(out.isEmpty() ? "" : " ").append(phrase ? "\"" + word + "\"" : word);
        }
        return out.toString();
    }

    private static ObjectNode json(SearchPage page) {
        ObjectNode out = Json.object()
                .put("pages", page.pages())
                .put("texts", page.texts())
                .put("waiting", page.waiting());
        ArrayNode hits = out.putArray("hits");
        for (SearchHit hit : page.hits()) {
            ObjectNode line = hits.addObject().put("url", hit.url()).put("texts", hit.texts());
            line.put("excerpt", hit.excerpt());
            ArrayNode marks = line.putArray("marks");
            hit.marks().forEach(mark -> marks.addArray().add(mark.start()).add(mark.end()));
            line.set("version", VersionJson.write(hit.version()));
        }
        return out;
    }
}
