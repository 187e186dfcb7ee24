package org.pressmark.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Sighting;
import org.pressmark.model.Sighting.How;
import org.pressmark.model.Sighting.Task;

/** The items of a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1. */
final class FeedReader implements XmlWalk.Visitor {
    private static final int MOST_ITEMS = 5_000;
    private static final int LONGEST = 500;
    /** So many open elements are remembered; what stands deeper is nothing of the item's own. */
    private static final int DEEPEST = 32;

    private final WebAddress url;
    private final List<Sighting> found = new ArrayList<>();
    /** Of the item being read: the first text of each element in it, and {@code link}. Null between items. */
    private @Nullable Map<String, String> item;
    /** Names of the elements that are open within the item, the outermost last. */
    private final Deque<String> open = new ArrayDeque<>();
    /** What the feed's addresses stand on, and the item's (XML Base). */
    private WebAddress base;

    private WebAddress itemBase;

    private FeedReader(WebAddress url) {
        this.url = url;
        this.base = url;
        this.itemBase = url;
    }

    static List<Sighting> xml(String text, WebAddress url) {
        FeedReader reader = new FeedReader(url);
        XmlWalk.walk(text, reader);
        Map<String, String> last = reader.item;
        if (last != null) {
            reader.add(last);
        }
        return List.copyOf(reader.found);
    }

    /** Nothing where it is no JSON feed. */
    static Optional<List<Sighting>> json(String text, WebAddress url) {
        JsonNode root;
        try {
            root = Json.parse(text);
        } catch (JsonException e) {
            return Optional.empty();
        }
        if (!root.path("version").asText().contains("jsonfeed.org")
                && !root.path("items").isArray()) {
            return Optional.empty();
        }
        FeedReader reader = new FeedReader(url);
        for (JsonNode item : root.path("items")) {
            Map<String, String> fields = new HashMap<>();
            put(fields, "link", item.path("url"));
            put(fields, "link", item.path("external_url"));
            put(fields, "id", item.path("id"));
            put(fields, "title", item.path("title"));
            put(fields, "published", item.path("date_published"));
            put(fields, "updated", item.path("date_modified"));
            reader.add(fields);
        }
        return Optional.of(List.copyOf(reader.found));
    }

    private static void put(Map<String, String> fields, String name, JsonNode value) {
        if (value.isValueNode() && !value.asText().isBlank()) {
            fields.putIfAbsent(name, value.asText());
        }
    }

    @Override
    public void start(String name, TagReader tag) {
        if (name.equals("item") || name.equals("entry")) {
            if (item != null) {
                add(item); // its end tag is missing
            }
            item = new HashMap<>();
            open.clear();
            itemBase = based(base, tag);
            String about = tag.value("rdf:about");
            if (about != null) {
                item.put("about", about);
            }
            return;
        }
        Map<String, String> fields = item;
        if (fields == null) {
            base = based(base, tag);
            return;
        }
        if (open.size() < DEEPEST) {
            open.push(name);
        }
        if (name.equals("link") && open.size() == 1) {
            String href = tag.value("href");
            String rel = tag.value("rel");
            if (href != null && (rel == null || rel.equals("alternate"))) {
                based(itemBase, tag).resolve(href).ifPresent(link -> fields.putIfAbsent("link", link.href()));
            }
        }
        if (name.equals("guid") && "false".equals(tag.value("ispermalink"))) {
            fields.put("guid is a name", "");
        }
    }

    private static WebAddress based(WebAddress outer, TagReader tag) {
        String stated = tag.value("xml:base");
        return stated == null
                ? outer
                : outer.resolve(stated).filter(WebAddress::fetchable).orElse(outer);
    }

    @Override
    public void end(String name, String text) {
        Map<String, String> fields = item;
        if (fields == null) {
            return;
        }
        if (name.equals("item") || name.equals("entry")) {
            add(fields);
            item = null;
            return;
        }
        if (!open.contains(name)) {
            return;
        }
        while (!open.peek().equals(name)) {
            open.pop(); // its end tag is missing: HTML that should have been escaped
        }
        // Only an item's own elements: a source or a media group within it has titles and links of its own.
        if (open.size() == 1 && !text.isEmpty()) {
            fields.putIfAbsent(name, text);
        }
        open.pop();
    }

    private void add(Map<String, String> fields) {
        Optional<String> guid = first(fields, "guid").filter(id -> !fields.containsKey("guid is a name"));
        Optional<WebAddress> address = first(fields, "origlink", "link")
                .flatMap(itemBase::resolve)
                // A name that is an address is taken for one only where it is whole.
                .or(() -> guid.or(() -> first(fields, "about", "id")).flatMap(WebAddress::parse))
                .filter(WebAddress::fetchable);
        if (address.isEmpty() || found.size() >= MOST_ITEMS) {
            return;
        }
        found.add(new Sighting(
                address.get().withoutFragment(),
                Task.PAGE,
                How.FEED,
                url.withoutFragment(),
                first(fields, "guid", "id", "about").map(FeedReader::shortened),
                first(fields, "title").map(FeedReader::shortened),
                time(fields, "pubdate", "published", "issued", "date", "created"),
                time(fields, "updated", "modified")));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static Optional<Instant> time(Map<String, String> fields, String... names) {
        return first(fields, names).flatMap(StatedTime::read);
    }

    private static Optional<String> first(Map<String, String> fields, String... names) {
        for (String name : names) {
            String value = fields.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }
}
