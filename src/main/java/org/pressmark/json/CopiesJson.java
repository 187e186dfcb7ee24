package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pressmark.model.SharedPassage;
import org.pressmark.model.TextCopy;
import org.pressmark.model.Version;
import org.pressmark.model.Witnessed;

/** Copies of a text, and witnesses of some words, as JSON. Places count UTF-16 units of the article's body. */
public final class CopiesJson {
    private CopiesJson() {}

    /** {@code {"version", "copies": [{url, version, words, ofAsked, ofThis, passages: [{words, exact, start, end, …}]}]}}. */
    public static ObjectNode copies(Version asked, String body, List<TextCopy> copies) {
        ObjectNode out = Json.object();
        out.set("version", VersionJson.write(asked));
        ArrayNode list = out.putArray("copies");
        for (TextCopy copy : copies) {
            ObjectNode one = list.addObject();
            one.put("url", copy.url());
            one.set("version", VersionJson.write(copy.version()));
            one.put("words", copy.words());
            one.put("ofAsked", copy.ofAsked().value());
            one.put("ofThis", copy.ofThis().value());
            ArrayNode passages = one.putArray("passages");
            for (SharedPassage passage : copy.passages()) {
                passages.addObject()
                        .put("words", passage.words())
                        .put("exact", body.substring(passage.start(), passage.end()))
                        .put("start", passage.start())
                        .put("end", passage.end())
                        .put("otherExact", copy.body().substring(passage.otherStart(), passage.otherEnd()))
                        .put("otherStart", passage.otherStart())
                        .put("otherEnd", passage.otherEnd());
            }
        }
        return out;
    }

    /** {@code [{url, version, seen, exact, start, end, prefix, suffix}]}, the earliest first. */
    public static ArrayNode witnesses(List<Witnessed> found) {
        ArrayNode out = Json.array();
        for (Witnessed witness : found) {
            String body = witness.body();
            ObjectNode one = out.addObject();
            one.put("url", witness.url());
            one.set("version", VersionJson.write(witness.version()));
            one.put("seen", witness.seen().toString())
                    .put("exact", body.substring(witness.start(), witness.end()))
                    .put("start", witness.start())
                    .put("end", witness.end())
                    .put("prefix", body.substring(Math.max(0, witness.start() - 80), witness.start()))
                    .put("suffix", body.substring(witness.end(), Math.min(body.length(), witness.end() + 80)));
        }
        return out;
    }
}
