package org.pressmark.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.markup.WebAddress;

/** A TimeMap in JSON as Memento aggregators give it: {@code {"original_uri", "mementos": {"list": [{"datetime", "uri"}]}}}. */
final class JsonTimeMap {
    private JsonTimeMap() {}

    static Optional<MementoList> read(JsonNode root, WebAddress base, String asked) {
        String original = root.path("original_uri").asText(asked);
        JsonNode list = root.path("mementos").isArray()
                ? root.path("mementos")
                : root.path("mementos").path("list");
        List<ListedMemento> mementos = new ArrayList<>();
        for (JsonNode item : list) {
            memento(item, original, base).ifPresent(mementos::add);
        }
        List<String> more = new ArrayList<>();
        for (JsonNode item : root.path("timemap_index")) {
            MementoList.resolved(base, item.path("uri").asText()).ifPresent(more::add);
        }
        JsonNode next = root.path("pages").path("next");
        if (next.isObject() || next.isTextual()) {
            MementoList.resolved(
                            base,
                            next.isTextual() ? next.asText() : next.path("uri").asText())
                    .ifPresent(more::add);
        }
        return Optional.of(new MementoList(MementoList.TIME_MAP, mementos, more));
    }

    /** An entry that names the memento's own address; also a line of a TimeMap in CDXJ. */
    static Optional<ListedMemento> memento(JsonNode item, String original, WebAddress base) {
        Optional<String> uri = MementoList.resolved(base, item.path("uri").asText());
        return StatedTime.read(item.path("datetime").asText())
                .filter(date -> uri.isPresent())
                .map(date -> new ListedMemento(date, original, uri, 0, "", Optional.empty()));
    }
}
