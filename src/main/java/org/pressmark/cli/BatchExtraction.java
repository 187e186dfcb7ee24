package org.pressmark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.pressmark.json.ArticleJson;
import org.pressmark.json.Json;
import org.pressmark.pipeline.ExtractArticle;

/** Extraction by JSON lines: {@code {"id","url","path"}} in, the article with its id out. */
final class BatchExtraction {
    private final ExtractArticle extract;

    BatchExtraction(ExtractArticle extract) {
        this.extract = extract;
    }

    /** One answer line, and whether it tells of a failure. */
    record Answer(String json, boolean failed) {}

    /** Answers one line; whatever is wrong with it or its page is in the answer. */
    Answer answer(String line) {
        ObjectNode out = Json.object();
        try {
            JsonNode asked = Json.parse(line);
            out.set("id", asked.path("id"));
            out.setAll(ArticleJson.write(extract.file(
                    Path.of(asked.path("path").asText()), asked.path("url").asText(""))));
            return new Answer(Json.compact(out), false);
        } catch (Exception | StackOverflowError e) {
            // A door may catch everything: one hostile page must not end a batch.
            out.put("error", e.getMessage() == null ? e.toString() : e.getMessage());
            return new Answer(Json.compact(out), true);
        }
    }
}
