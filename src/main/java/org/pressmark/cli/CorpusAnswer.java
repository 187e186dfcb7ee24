package org.pressmark.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.pressmark.json.CorpusJson;
import org.pressmark.json.Json;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.pipeline.TraceCorpus;

/** What a trace of a corpus found, gathered as one JSON object. */
final class CorpusAnswer implements TraceCorpus.Listener {
    private final ObjectNode clusters = Json.object();
    private final ArrayNode edges = Json.array();
    private final Set<String> groups = new HashSet<>();
    private int stated;
    private int inferred;

    @Override
    public void group(String id, String firstOfGroup) {
        clusters.put(id, firstOfGroup);
        groups.add(firstOfGroup);
    }

    @Override
    public void source(Derivation link) {
        boolean says = link.basis() == Basis.STATED;
        stated += says ? 1 : 0;
        inferred += !says && link.directionKnown() ? 1 : 0;
        edges.add(CorpusJson.link(link.child(), link.parent(), link.confidence(), link.directionKnown(), says));
    }

    ObjectNode json() {
        ObjectNode out = Json.object();
        out.set("clusters", clusters);
        out.set("edges", edges);
        return out;
    }

    String inWords() {
        return clusters.size() + " texts in " + groups.size() + " groups; " + stated + " stated and " + inferred
                + " inferred sources";
    }
}
