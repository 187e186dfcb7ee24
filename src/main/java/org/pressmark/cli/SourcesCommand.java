package org.pressmark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.config.SettingException;
import org.pressmark.config.Settings;
import org.pressmark.config.SourcesEdit;
import org.pressmark.json.Json;
import org.pressmark.model.Source;
import org.pressmark.pipeline.CheckSources;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.SourceStates;
import org.pressmark.report.SourceLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows and changes the list of sources. */
@Command(
        name = "sources",
        description = {
            "Show the sources, or change their list: add, pause, resume, remove; check reads each address once and shows what it"
                    + " finds there.",
            "The list is a file for people, config/sources.example.yaml explains it; comments and order stay."
        },
        footer = {
            "",
            "Examples:  pressmark sources list",
            "           pressmark sources add \"Example Times\" --feed https://times.example/rss.xml --schedule 30m",
            "           pressmark sources check \"Example Times\"",
            "           pressmark sources pause \"Example Times\""
        })
final class SourcesCommand extends BaseCommand {
    /** What is to be done. */
    enum Action {
        list,
        add,
        pause,
        resume,
        remove,
        check
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "ACTION",
            description = "${COMPLETION-CANDIDATES} (default: list).")
    private Action action;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The source; of check, all where none is named.")
    @Nullable
    private String name;

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = "The list (default: config/sources.yaml beside the program).")
    @Nullable
    private Path file;

    @Option(names = "--seed", paramLabel = "URL", description = "For add: a page whose links are followed. Repeatable.")
    private List<String> seeds = new ArrayList<>();

    @Option(names = "--feed", paramLabel = "URL", description = "For add: an RSS, Atom or JSON feed. Repeatable.")
    private List<String> feeds = new ArrayList<>();

    @Option(names = "--sitemap", paramLabel = "URL", description = "For add: a sitemap, or robots. Repeatable.")
    private List<String> sitemaps = new ArrayList<>();

    @Option(names = "--section", paramLabel = "URL", description = "For add: a page that lists articles. Repeatable.")
    private List<String> sections = new ArrayList<>();

    @Option(names = "--schedule", paramLabel = "WHEN", description = "For add: 30m, a cron expression, or once.")
    private String schedule = "";

    @Mixin
    private final FetchOptions fetching = new FetchOptions();

    @Override
    void flags(Map<Setting, Settings.Value> values) {
        fetching.flags(values);
    }

    @Override
    ExitCode run() throws IOException {
        Path list = CrawlOptions.file(file);
        SourcesEdit edit = new SourcesEdit(list);
        switch (action) {
            case list -> list(CrawlOptions.read(list));
            case check -> {
                return check(CrawlOptions.read(list));
            }
            case add -> edit.add(named(), addresses(), schedule);
            case pause -> edit.pause(named(), true);
            case resume -> edit.pause(named(), false);
            case remove -> {
                edit.remove(named());
                if (archived()) {
                    try (Pipeline house = open()) {
                        new SourceStates(house).forget(named());
                    }
                }
            }
        }
        if (action != Action.list) {
            say("pressmark: " + list + " is changed");
        }
        return ExitCode.OK;
    }

    private String named() {
        if (name == null) {
            throw new SettingException("sources " + action + ": expected the NAME of a source");
        }
        return name;
    }

    private Map<String, List<String>> addresses() {
        Map<String, List<String>> out = new LinkedHashMap<>();
        out.put("seeds", seeds);
        out.put("feeds", feeds);
        out.put("sitemaps", sitemaps);
        out.put("sections", sections);
        return out;
    }

    private boolean archived() throws IOException {
        return Files.isDirectory(Path.of(settings().text(Setting.ARCHIVE_DIR)));
    }

    private void list(List<Source> sources) throws IOException {
        if (!archived()) {
            sources.forEach(source -> print(source, new SourceStates.State(0, 0, 0, java.util.Optional.empty())));
            return;
        }
        try (Pipeline house = open()) {
            SourceStates states = new SourceStates(house);
            sources.forEach(source -> print(source, states.of(source)));
        }
    }

    private void print(Source source, SourceStates.State state) {
        if (!common.json) {
            out().print(SourceLines.one(source, state.known(), state.waiting(), state.next()));
            return;
        }
        ObjectNode row = Json.object().put("name", source.name()).put("paused", source.paused());
        source.entries().forEach(row.putArray("entries")::add);
        row.put("known", state.known()).put("waiting", state.waiting()).put("visited", state.visited());
        state.next().ifPresent(next -> row.put("next", next.toString()));
        out().print(Json.compact(row) + "\n");
    }

    private ExitCode check(List<Source> sources) throws IOException {
        List<Source> wanted = sources.stream()
                .filter(source -> name == null || source.name().equals(name))
                .toList();
        if (wanted.isEmpty()) {
            throw new SettingException(
                    "there is no source '" + name + "'; 'pressmark sources list' names those there are");
        }
        List<CheckSources.Checked> troubles = new ArrayList<>();
        try (Pipeline house = open();
                CheckSources check = new CheckSources(house)) {
            for (Source source : wanted) {
                check.check(source, one -> {
                    one.trouble().ifPresent(trouble -> troubles.add(one));
                    print(one);
                });
            }
        }
        return troubles.isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private void print(CheckSources.Checked one) {
        if (common.json) {
            ObjectNode row = Json.object()
                    .put("source", one.source())
                    .put("url", one.url())
                    .put("task", one.task())
                    .put("kind", one.kind())
                    .put("found", one.found())
                    .put("inScope", one.inScope());
            one.examples().forEach(row.putArray("examples")::add);
            one.trouble().ifPresent(trouble -> row.put("trouble", trouble));
            out().print(Json.compact(row) + "\n");
        } else {
            out().print(SourceLines.checked(
                    one.source(), one.url(), one.kind(), one.found(), one.inScope(), one.examples(), one.trouble()));
        }
        out().flush();
    }
}
