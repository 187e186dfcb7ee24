package org.pressmark.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pressmark.json.ArticleJson;
import org.pressmark.json.CaptureJson;
import org.pressmark.json.CaptureResultJson;
import org.pressmark.json.ChainJson;
import org.pressmark.json.ComparisonJson;
import org.pressmark.json.EditJson;
import org.pressmark.json.Json;
import org.pressmark.json.PageHistoryJson;
import org.pressmark.json.VersionJson;
import org.pressmark.model.Capture;
import org.pressmark.model.Severity;
import org.pressmark.pipeline.Search;
import org.pressmark.report.EditWords;
import org.pressmark.report.SearchPage;

/** What programs may ask, all on one screen. */
final class Endpoints {
    private static final int MOST = 500;
    private static final int MOST_TEXTS = 50;
    /** In milliseconds; a page that takes longer goes on without being waited for. */
    private static final long PATIENCE = 20_000;

    private static final String STORY = "http://copies.example/story?a=1&b=2";
    private static final String ID = "urn:uuid:story-0";
    private static final Endpoint.Parameter URL = needed("url", "the page's address", STORY);
    private static final Endpoint.Parameter CAPTURE = needed("id", "the capture's record id", ID);

    private final Hall hall;

    Endpoints(Hall hall) {
        this.hall = hall;
    }

    List<Endpoint> all() {
        return List.of(
                get(
                        "/pages",
                        "Stored pages, the last captured first.",
                        keys("pages"),
                        this::pages,
                        maybe("from", "pass over so many", "0"),
                        maybe("limit", "at most 500", "100")),
                get(
                        "/captures",
                        "A page's captures, oldest first, and the texts that they brought; total is how many captures"
                                + " there are.",
                        keys("url", "total", "captures", "versions"),
                        this::captures,
                        URL,
                        maybe("from", "pass over so many captures", "0"),
                        maybe("limit", "at most 500", "500")),
                get("/article", "What is read from a capture.", keys("blocks"), this::article, CAPTURE),
                get(
                        "/versions",
                        "A page's last texts, each against the one before; texts is how many there are.",
                        keys("url", "texts", "versions", "steps"),
                        this::versions,
                        URL,
                        maybe("until", "number of the last text that is wanted", "2"),
                        maybe("limit", "at most 50", "50")),
                get(
                        "/compare",
                        "Two captures against each other.",
                        keys("base", "other", "changes"),
                        this::compare,
                        needed("a", "record id of the one", ID),
                        needed("b", "record id of the other", ID)),
                get("/trace", "Where the text of a capture comes from.", keys("nodes", "links"), this::trace, CAPTURE),
                get(
                        "/search",
                        "Pages by words of their texts.",
                        keys("pages", "hits"),
                        this::search,
                        needed("q", "words, phrases in quotes", "railway"),
                        maybe("site", "a host", "paper.example"),
                        maybe("from", "seen from this time on", "2024"),
                        maybe("to", "seen before this time ended", "2026"),
                        maybe("offset", "pass over so many pages", "0"),
                        maybe("limit", "at most 500", "10")),
                get(
                        "/edits",
                        "The last edits of all pages.",
                        keys("edits"),
                        this::edits,
                        maybe("severity", "the least: notice, low, medium, high or critical", "high"),
                        maybe("source", "of this source's pages", "")),
                new Endpoint(
                        "/captures",
                        "post",
                        "Captures a page now.",
                        List.of(needed("url", "the page's address", STORY)),
                        keys("outcome"),
                        this::capture));
    }

    private Optional<JsonNode> pages(Endpoint.Given given) {
        ObjectNode out = Json.object();
        var rows = out.putArray("pages");
        hall.pages(number(given, "from", 0), limit(given, 100))
                .forEach(page -> rows.addObject()
                        .put("url", page.url())
                        .put("headline", page.headline())
                        .put("captures", page.captures())
                        .put("versions", page.versions())
                        .put("first", page.first().toString())
                        .put("last", page.last().toString()));
        return Optional.of(out);
    }

    private Optional<JsonNode> captures(Endpoint.Given given) {
        String url = Memento.address(value(given, "url"));
        return hall.page(url, number(given, "from", 0), limit(given, MOST)).map(page -> {
            ObjectNode out = Json.object().put("url", url).put("total", hall.count(url));
            var captures = out.putArray("captures");
            page.captures().forEach(capture -> captures.add(CaptureJson.write(capture)));
            var versions = out.putArray("versions");
            page.versions().forEach(version -> versions.add(VersionJson.write(version)));
            return out;
        });
    }

    private Optional<JsonNode> article(Endpoint.Given given) throws IOException {
        Optional<Capture> capture = hall.capture(value(given, "id"));
        return capture.isEmpty()
                ? Optional.empty()
                : Optional.of(ArticleJson.write(hall.explain(capture.get()).article()));
    }

    private Optional<JsonNode> versions(Endpoint.Given given) throws IOException {
        String url = Memento.address(value(given, "url"));
        int until = number(given, "until", 0);
        return hall.history(
                        url,
                        until > 0 ? OptionalInt.of(until) : OptionalInt.empty(),
                        Math.min(MOST_TEXTS, limit(given, MOST_TEXTS)))
                .map(part -> PageHistoryJson.write(part.history(), change -> true)
                        .put("captures", part.captures())
                        .put("distinctTexts", part.distinctTexts())
                        .put("texts", part.all().size()));
    }

    private Optional<JsonNode> compare(Endpoint.Given given) throws IOException {
        Optional<Capture> base = hall.capture(value(given, "a"));
        Optional<Capture> other = hall.capture(value(given, "b"));
        return base.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(ComparisonJson.write(hall.compare(base.get(), other.get())));
    }

    private Optional<JsonNode> trace(Endpoint.Given given) throws IOException {
        Optional<Capture> capture = hall.capture(value(given, "id"));
        return capture.isEmpty()
                ? Optional.empty()
                : Optional.of(ChainJson.write(hall.trace(capture.get()).chain()));
    }

    private Optional<JsonNode> search(Endpoint.Given given) throws IOException {
        SearchPage found = hall.search(new Search.Query(
                value(given, "q"),
                false,
                given.get("site"),
                Optional.empty(),
                given.get("from"),
                given.get("to"),
                false,
                number(given, "offset", 0),
                limit(given, 10)));
        ObjectNode out = Json.object().put("pages", found.pages());
        var hits = out.putArray("hits");
        found.hits()
                .forEach(hit -> hits.addObject()
                        .put("url", hit.url())
                        .put("excerpt", hit.excerpt())
                        .set("version", VersionJson.write(hit.version())));
        return Optional.of(out);
    }

    private Optional<JsonNode> edits(Endpoint.Given given) {
        String word = given.get("severity").orElse(Severity.NOTICE.word());
        Severity least = Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "severity: expected notice, low, medium, high or critical," + " found \"" + word + "\""));
        ObjectNode out = Json.object();
        var edits = out.putArray("edits");
        hall.edits(given.get("source"), least, 100)
                .forEach(edit -> edits.add(EditJson.write(edit, EditWords.finding(edit))));
        return Optional.of(out);
    }

    private Optional<JsonNode> capture(Endpoint.Given given) throws IOException {
        String url = Memento.address(value(given, "url"));
        hall.begin(url);
        return Optional.of(hall.await(url, PATIENCE)
                .map(CaptureResultJson::write)
                .orElseGet(() -> Json.object().put("url", url).put("outcome", "under way")));
    }

    private static String value(Endpoint.Given given, String name) {
        return given.get(name).orElseThrow(() -> new IllegalArgumentException(name + ": is missing"));
    }

    private static int number(Endpoint.Given given, String name, int otherwise) {
        return given.get(name)
                .map(text -> {
                    if (!text.matches("[0-9]{1,8}")) {
                        throw new IllegalArgumentException(name + ": expected a number, found \"" + text + "\"");
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }

    private static int limit(Endpoint.Given given, int otherwise) {
        return Math.max(1, Math.min(MOST, number(given, "limit", otherwise)));
    }

    private static Endpoint get(
            String path, String summary, List<String> keys, Endpoint.Work work, Endpoint.Parameter... parameters) {
        return new Endpoint(path, "get", summary, List.of(parameters), keys, work);
    }

    private static List<String> keys(String... keys) {
        return List.of(keys);
    }

    private static Endpoint.Parameter needed(String name, String description, String example) {
        return new Endpoint.Parameter(name, true, description, example);
    }

    private static Endpoint.Parameter maybe(String name, String description, String example) {
        return new Endpoint.Parameter(name, false, description, example);
    }
}
