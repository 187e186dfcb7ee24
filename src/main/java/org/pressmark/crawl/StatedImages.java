package org.pressmark.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;

/**
 * The pictures that a page states for machines: in its JSON-LD (of the article, the publisher's logo, thumbnails), and in
 * {@code meta} and {@code link} for those who share it. No browser asks for them; who compares pictures does. Nothing else in JSON-LD
 * is taken for an address: {@code @context}, {@code @id} and {@code url} of other
 * things lead elsewhere, often nowhere.
 */
public final class StatedImages implements AddressScan.Visitor {
    private static final String LINKED_DATA = "application/ld+json";
    private static final int MOST = 50;
    private static final int DEEPEST = 40;

    /** Whose value is a picture: an address, an object that says where it is, or a list of these. */
    private static final Set<String> PICTURES =
            Set.of("image", "logo", "thumbnailurl", "thumbnail", "primaryimageofpage");

    /** Names and properties of {@code meta}, and {@code rel} of {@code link}, whose value is a picture. */
    private static final Set<String> SHARED = Set.of(
            "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "image_src");

    private static final Set<String> WHERE = Set.of("url", "contenturl", "thumbnailurl", "thumbnail");

    private final Optional<WebAddress> page;
    private final Set<String> found = new LinkedHashSet<>();
    private boolean linkedData;

    /** @param url the page's absolute address */
    public StatedImages(String url) {
        this.page = WebAddress.parse(url);
    }

    /** Absolute addresses without fragments, in page order, each once; at most fifty. */
    public List<String> all() {
        return List.copyOf(found);
    }

    @Override
    public void tag(TagReader tag) {
        if (tag.nested()) {
            return;
        }
        if (tag.is("meta") && tag.event() == TagReader.Event.START_TAG) {
            shared(tag, "property", "content");
            shared(tag, "name", "content");
        } else if (tag.is("link") && tag.event() == TagReader.Event.START_TAG) {
            shared(tag, "rel", "href");
        } else if (tag.is("script")) {
            script(tag);
        }
    }

    private void shared(TagReader tag, String by, String where) {
        String name = tag.value(by);
        String address = tag.value(where);
        if (name != null && address != null && SHARED.contains(lower(name.strip()))) {
            add(address);
        }
    }

    private void script(TagReader tag) {
        if (tag.event() == TagReader.Event.START_TAG) {
            String type = tag.value("type");
            linkedData = type != null && type.strip().regionMatches(true, 0, LINKED_DATA, 0, LINKED_DATA.length());
        } else if (tag.event() == TagReader.Event.RAW_TEXT && linkedData) {
            read(tag.text().substring(tag.start(), tag.end()));
        }
    }

    @Override
    public void address(Address address) {
        // What stands in attributes is the page's own affair.
    }

    private void read(String json) {
        try {
            walk(Json.parse(json.strip()), DEEPEST);
        } catch (JsonException noJson) {
            // What is no JSON names nothing.
        }
    }

    private void walk(JsonNode node, int deep) {
        if (deep == 0) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> walk(item, deep - 1));
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (PICTURES.contains(lower(field.getKey()))) {
                picture(field.getValue(), deep - 1);
            } else {
                walk(field.getValue(), deep - 1);
            }
        }
    }

    private void picture(JsonNode value, int deep) {
        if (deep == 0) {
            return;
        }
        if (value.isTextual()) {
            add(value.asText());
        } else if (value.isArray()) {
            value.forEach(item -> picture(item, deep - 1));
        } else {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                if (WHERE.contains(lower(field.getKey()))) {
                    picture(field.getValue(), deep - 1);
                }
            }
        }
    }

    private void add(String address) {
        if (found.size() < MOST && !address.isBlank()) {
            page.flatMap(base -> base.resolve(address))
                    .filter(WebAddress::fetchable)
                    .map(WebAddress::withoutFragment)
                    .filter(url -> !url.equals(page.get().withoutFragment()))
                    .ifPresent(found::add);
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
