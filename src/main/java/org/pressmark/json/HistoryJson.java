package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.History;

/**
 * What another archive has of an address as JSON: {@code url, archive, list, form, listed, left, mementos, notes}; each memento
 * with {@code date, address, status, mediaType, digest, state, detail, recordId}, what is not known left out.
 */
public final class HistoryJson {
    private HistoryJson() {}

    public static ObjectNode write(History history) {
        ObjectNode out = Json.object()
                .put("url", history.url())
                .put("archive", history.archive())
                .put("list", history.list())
                .put("form", history.form())
                .put("listed", history.listed())
                .put("left", history.left());
        ArrayNode mementos = out.putArray("mementos");
        for (History.Memento memento : history.kept()) {
            ObjectNode row = mementos.addObject().put("date", memento.date().toString());
            put(row, "address", memento.address());
            if (memento.status() > 0) {
                row.put("status", memento.status());
            }
            put(row, "mediaType", memento.mediaType());
            memento.digest().ifPresent(digest -> row.put("digest", digest));
            row.put("state", Words.of(memento.state()));
            put(row, "detail", memento.detail());
            memento.recordId().ifPresent(id -> row.put("recordId", id));
        }
        history.notes().forEach(out.putArray("notes")::add);
        return out;
    }

    private static void put(ObjectNode row, String key, String text) {
        if (!text.isEmpty()) {
            row.put(key, text);
        }
    }
}
