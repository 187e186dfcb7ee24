package org.pressmark.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;
import org.pressmark.markup.WebAddress;

/**
 * An index a line a capture: CDX with spaces between (the columns as its first line says, else key, timestamp, original, media
 * type, status, digest …), CDXJ (key, timestamp, JSON), TimeMaps in CDXJ (timestamp, JSON), JSON lines.
 */
final class CdxLines {
    private static final List<String> COLUMNS =
            List.of("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest");
    /** The letters of a CDX file's first line that matter here. */
    private static final Map<String, String> LETTERS =
            Map.of("N", "urlkey", "b", "timestamp", "a", "original", "m", "mimetype", "s", "statuscode", "k", "digest");

    private CdxLines() {}

    /** Empty where a line is none of these. */
    static Optional<MementoList> read(String text, WebAddress at, String asked) {
        List<ListedMemento> mementos = new ArrayList<>();
        List<String> columns = COLUMNS;
        boolean timeMap = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String row = line.strip();
            if (row.startsWith("CDX ")) {
                columns = columns(row);
            } else if (row.startsWith("!") || row.startsWith("@")) {
                timeMap = true; // the remarks at the head of a CDXJ TimeMap
            } else if (!row.isEmpty()) {
                Optional<ListedMemento> memento = row(row, columns, at, asked);
                if (memento.isEmpty()) {
                    return Optional.empty();
                }
                mementos.add(memento.get());
            }
        }
        return Optional.of(new MementoList(timeMap ? MementoList.TIME_MAP : MementoList.CDX, mementos, List.of()));
    }

    private static Optional<ListedMemento> row(String row, List<String> columns, WebAddress at, String asked) {
        int brace = row.indexOf('{');
        if (brace < 0) {
            String[] cells = row.split(" +", -1);
            if (cells.length < 3) {
                return Optional.empty();
            }
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
                fields.put(columns.get(i), cells[i]);
            }
            return CdxRows.memento(fields, at, asked);
        }
        String[] before = row.substring(0, brace).strip().split(" +", -1);
        Optional<JsonNode> json = json(row.substring(brace));
        if (json.isEmpty() || json.get().has("datetime")) {
            return json.flatMap(node -> CdxRows.object(node, at, asked));
        }
        Map<String, String> fields = new HashMap<>();
        fields.put("timestamp", before[before.length - 1]);
        json.get()
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return CdxRows.memento(fields, at, asked);
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(Json.parse(text)).filter(JsonNode::isObject);
        } catch (JsonException no) {
            return Optional.empty();
        }
    }

    private static List<String> columns(String head) {
        List<String> out = new ArrayList<>();
        for (String letter : head.substring(4).strip().split(" +", -1)) {
            out.add(LETTERS.getOrDefault(letter, letter));
        }
        return out;
    }
}
