package org.pressmark.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Cron;
import org.pressmark.model.Schedule;
import org.pressmark.model.Scope;
import org.pressmark.model.Source;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a sources file: a list {@code sources:} as {@code config/sources.example.yaml} shows it. */
public final class SourcesFile {
    private static final List<String> KEYS = List.of(
            "name",
            "seeds",
            "feeds",
            "sitemaps",
            "sections",
            "scope",
            "schedule",
            "limits",
            "cookies",
            "headers",
            "paused");
    private static final List<String> SCOPE = List.of("hosts", "domains", "prefixes", "regex", "exclude", "hops");
    private static final List<String> SCHEDULE = List.of("every", "slowest", "cron", "until");
    private static final List<String> LIMITS = List.of("pages", "bytes", "time");

    /** How deep links are followed where the scope does not say: from seeds deep, from sections not at all. */
    private static final int HOPS_OF_SEEDS = 20;

    private SourcesFile() {}

    /** A source and where it stands in the file. */
    record Placed(Source source, Marked place) {}

    /**
     * The sources of a file, in its order.
     *
     * @throws SettingException naming file, line and column, if the file is no YAML or says something else than sources
     * @throws IOException if it cannot be read
     */
    public static List<Source> read(Path file) throws IOException {
        return placed(file.toString(), YamlFile.text(file)).stream()
                .map(Placed::source)
                .toList();
    }

    static List<Placed> placed(String file, String text) {
        Optional<Node> root = YamlFile.compose(file, text);
        if (root.isEmpty()) {
            return List.of();
        }
        Marked list = new Marked(file, root.get())
                .entries("the file", List.of("sources"))
                .get("sources");
        if (list == null
                || list.node() instanceof org.snakeyaml.engine.v2.nodes.ScalarNode
                        && list.text().isEmpty()) {
            return List.of();
        }
        List<Placed> out = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Marked item : list.items("sources")) {
            Map<String, Marked> keys = item.entries("a source", KEYS);
            Source source = source(item, keys);
            if (!names.add(source.name())) {
                throw item.wrong("the name '" + source.name() + "' stands twice");
            }
            out.add(new Placed(source, item));
        }
        return out;
    }

    private static Source source(Marked item, Map<String, Marked> keys) {
        Marked name = keys.get("name");
        if (name == null) {
            throw item.wrong("expected a name for this source");
        }
        List<String> seeds = addresses(keys.get("seeds"), "seeds");
        List<String> feeds = addresses(keys.get("feeds"), "feeds");
        List<String> sitemaps = addresses(keys.get("sitemaps"), "sitemaps");
        List<String> sections = addresses(keys.get("sections"), "sections");
        try {
            return new Source(
                    name.text(),
                    seeds,
                    feeds,
                    sitemaps,
                    sections,
                    scope(Optional.ofNullable(keys.get("scope")), List.of(seeds, feeds, sitemaps, sections)),
                    schedule(Optional.ofNullable(keys.get("schedule"))),
                    limits(Optional.ofNullable(keys.get("limits"))),
                    keys.containsKey("paused") && item(keys, "paused").flag(),
                    SourceAccess.of(keys, List.of(seeds, feeds, sitemaps, sections)));
        } catch (IllegalArgumentException e) {
            throw item.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Marked item(Map<String, Marked> keys, String key) {
        return Optional.ofNullable(keys.get(key)).orElseThrow();
    }

    private static List<String> addresses(@Nullable Marked list, String what) {
        if (list == null) {
            return List.of();
        }
        List<String> out = new ArrayList<>();
        for (Marked item : list.oneOrMore(what)) {
            String text = item.text();
            if (what.equals("sitemaps") && text.equals(Source.ROBOTS)) {
                out.add(text);
                continue;
            }
            out.add(WebAddress.parse(text)
                    .filter(WebAddress::fetchable)
                    .map(WebAddress::withoutFragment)
                    .orElseThrow(() -> item.wrong("expected an http or https address, found '" + text + "'")));
        }
        return out;
    }

    private static Scope scope(Optional<Marked> given, List<List<String>> entries) {
        Map<String, Marked> keys =
                given.map(scope -> scope.entries("the scope", SCOPE)).orElse(Map.of());
        boolean seeds = !entries.get(0).isEmpty();
        int hops = keys.containsKey("hops") ? Math.toIntExact(item(keys, "hops").number()) : seeds ? HOPS_OF_SEEDS : 1;
        Scope scope;
        try {
            scope = new Scope(
                    texts(keys.get("hosts")),
                    texts(keys.get("domains")),
                    texts(keys.get("prefixes")),
                    texts(keys.get("regex")),
                    texts(keys.get("exclude")),
                    hops);
        } catch (IllegalArgumentException e) {
            throw given.orElseThrow().wrong(String.valueOf(e.getMessage()).replaceAll("\\R", " "));
        }
        if (!scope.open()) {
            return scope;
        }
        List<String> hosts = entries.stream()
                .flatMap(List::stream)
                .flatMap(url -> WebAddress.parse(url).stream())
                .map(WebAddress::host)
                .distinct()
                .toList();
        return new Scope(hosts, List.of(), List.of(), List.of(), scope.exclude(), hops);
    }

    private static List<String> texts(@Nullable Marked list) {
        return list == null
                ? List.of()
                : list.oneOrMore("texts").stream().map(Marked::text).toList();
    }

    private static Schedule schedule(Optional<Marked> given) {
        if (given.isEmpty()) {
            return Schedule.DEFAULT;
        }
        Marked value = given.get();
        Schedule.Adaptive plain = (Schedule.Adaptive) Schedule.DEFAULT;
        if (!value.isMapping()) {
            return value.read(text -> oneWord(text, plain));
        }
        Map<String, Marked> keys = value.entries("the schedule", SCHEDULE);
        Duration until = keys.containsKey("until") ? item(keys, "until").duration() : plain.until();
        if (keys.containsKey("every") && item(keys, "every").text().indexOf(' ') > 0) {
            throw item(keys, "every").wrong("expected a duration such as 30m; a cron expression stands under 'cron'");
        }
        if (keys.containsKey("cron")) {
            return item(keys, "cron").read(text -> new Schedule.Fixed(new Cron(text), until));
        }
        Duration every = keys.containsKey("every") ? item(keys, "every").duration() : plain.interval();
        Duration slowest = keys.containsKey("slowest") ? item(keys, "slowest").duration() : plain.slowest();
        try {
            return adaptive(every, slowest, until);
        } catch (IllegalArgumentException e) {
            throw value.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Schedule oneWord(String text, Schedule.Adaptive plain) {
        if (text.equals("once")) {
            return new Schedule.Once();
        }
        if (text.matches("[0-9]+[a-z]+")) {
            return adaptive(Settings.parseDuration(text), plain.slowest(), plain.until());
        }
        if (!text.startsWith("@") && text.indexOf(' ') < 0) {
            throw new SettingException(
                    "expected a duration such as 30m, a cron expression of five fields, or once; found '" + text + "'");
        }
        return new Schedule.Fixed(new Cron(text), plain.until());
    }

    private static Schedule adaptive(Duration every, Duration slowest, Duration until) {
        return new Schedule.Adaptive(every, slowest.compareTo(every) < 0 ? every : slowest, until);
    }

    private static Source.Limits limits(Optional<Marked> given) {
        Map<String, Marked> keys =
                given.map(limits -> limits.entries("the limits", LIMITS)).orElse(Map.of());
        Source.Limits plain = Source.Limits.DEFAULT;
        return new Source.Limits(
                keys.containsKey("pages") ? item(keys, "pages").number() : plain.pages(),
                keys.containsKey("bytes") ? item(keys, "bytes").bytes() : plain.bytes(),
                keys.containsKey("time") ? item(keys, "time").duration() : plain.time());
    }
}
