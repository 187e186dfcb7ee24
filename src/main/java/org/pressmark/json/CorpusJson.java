package org.pressmark.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A corpus of texts from outside, one a line, and what was concluded of it. */
public final class CorpusJson {
    private CorpusJson() {}

    /**
     * One text of a corpus.
     *
     * @param id names it in the answer
     * @param meta values of the page's meta tags by their names
     * @param published the claimed date, ISO 8601
     * @param fetched when it was captured
     */
    public record Text(
            String id,
            String url,
            String site,
            Optional<String> title,
            Optional<String> byline,
            Optional<String> canonical,
            Map<String, String> meta,
            Optional<String> published,
            Instant fetched,
            String text) {
        public Text {
            meta = Map.copyOf(meta);
        }
    }

    /**
     * Reads {@code {"id","url","site","title","byline","canonical","meta","published","fetched","text"}}; all but id and text
     * may be missing or null.
     */
    public static Text read(JsonNode line) {
        Map<String, String> meta = new LinkedHashMap<>();
        line.path("meta").properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().asText().isBlank()) {
                meta.put(entry.getKey(), entry.getValue().asText());
            }
        });
        String id = line.path("id").asText();
        if (id.isEmpty() || !line.path("text").isTextual()) {
            throw new JsonException("id, text", "a text with an id", id.isEmpty() ? "no id" : "no text");
        }
        return new Text(
                id,
                text(line, "url").orElse(""),
                text(line, "site").orElse(""),
                text(line, "title"),
                text(line, "byline"),
                text(line, "canonical"),
                meta,
                text(line, "published"),
                text(line, "fetched").map(CorpusJson::instant).orElse(Instant.EPOCH),
                line.path("text").asText());
    }

    /** A link between two texts of the corpus, as one object of the answer's {@code edges}. */
    public static ObjectNode link(String child, String parent, double confidence, boolean known, boolean stated) {
        ObjectNode out = Json.object();
        out.put("child", child);
        out.put("parent", parent);
        out.put("confidence", confidence);
        out.put("direction", known ? "known" : "unknown");
        out.put("kind", stated ? "asserted" : "inferred");
        return out;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new JsonException("fetched", "a date and time with its offset, e.g. 2022-01-18T14:00:00Z", text);
        }
    }

    private static Optional<String> text(JsonNode line, String key) {
        JsonNode value = line.path(key);
        return value.isTextual() && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }
}
