package org.pressmark.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.Candidate;
import org.pressmark.model.Explanation;

/** The article's JSON with {@code "candidates":[{"field","value","rule","taken","why","place"}]}, in the order weighed. */
public final class ExplanationJson {
    private ExplanationJson() {}

    public static ObjectNode write(Explanation explanation) {
        ObjectNode out = ArticleJson.write(explanation.article());
        ArrayNode candidates = out.putArray("candidates");
        for (Candidate candidate : explanation.candidates()) {
            ObjectNode json = candidates
                    .addObject()
                    .put("field", candidate.field())
                    .put("value", candidate.value())
                    .put("rule", candidate.rule())
                    .put("taken", candidate.taken())
                    .put("why", candidate.why());
            PlaceJson.set(json, candidate.place());
        }
        return out;
    }
}
