package org.pressmark.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.reuse.Fingerprints;
import org.pressmark.reuse.Likeness;

/**
 * Traces a corpus of texts from a file of JSON lines and writes clusters and links for a scorer: {@code corpus.jsonl
 * prediction.json}. A measuring tool, not a test.
 */
public final class CorpusMain {
    private static final double SAME = 0.4;

    private CorpusMain() {}

    public static void main(String[] args) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, TracedText> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
            JsonNode doc = mapper.readTree(line);
            texts.put(doc.path("id").asText(), text(doc));
        }
        Map<String, String> clusters = clusters(texts);
        ObjectNode out = mapper.createObjectNode();
        ObjectNode labels = out.putObject("clusters");
        clusters.forEach(labels::put);
        ArrayNode edges = out.putArray("edges");
        Map<String, List<TracedText>> members = new TreeMap<>();
        clusters.forEach((id, label) ->
                members.computeIfAbsent(label, key -> new ArrayList<>()).add(texts.get(id)));
        for (List<TracedText> list : members.values()) {
            if (list.size() > 1) {
                Set<String> seen = new TreeSet<>();
                Set<String> told = new TreeSet<>();
                MeasuredLikeness likeness = new MeasuredLikeness(list);
                for (TracedText focus : list) {
                    if (told.contains(focus.id())) {
                        continue;
                    }
                    ProvenanceChain chain = ChainTracer.trace(focus.id(), list, likeness);
                    chain.nodes().forEach(node -> told.add(node.id()));
                    chain.links().forEach(link -> edge(link, texts, seen, edges));
                }
            }
        }
        Files.writeString(Path.of(args[1]), mapper.writeValueAsString(out), StandardCharsets.UTF_8);
    }

    private static void edge(Derivation link, Map<String, TracedText> texts, Set<String> seen, ArrayNode edges) {
        boolean stored = texts.containsKey(link.child()) && texts.containsKey(link.parent());
        if (!stored || link.directness() == Directness.INDIRECT || !seen.add(link.child() + " " + link.parent())) {
            return;
        }
        boolean known = link.directionKnown() && link.outcome() != Outcome.CONTRADICTORY;
        ObjectNode edge = edges.addObject();
        edge.put("child", link.child());
        edge.put("parent", link.parent());
        edge.put("direction", known ? "known" : "unknown");
        // that a stated ancestor is the parent itself is stated only where nothing speaks of a stop between
        boolean stated = link.basis() == Basis.STATED && link.directness() == Directness.DIRECT;
        edge.put("confidence", stated ? link.confidence() : Math.min(0.75, link.confidence()));
        edge.put("kind", stated ? "asserted" : "inferred");
        StringBuilder why = new StringBuilder();
        link.reasons()
                .forEach(
                        r -> why.append(r.rule()).append(' ').append(r.weight()).append("; "));
        edge.put("why", why.toString());
        edge.put("outcome", link.outcome().name());
        edge.put("directness", link.directness().name());
    }

    private static TracedText text(JsonNode doc) {
        PageMaker page = new PageMaker(doc.path("url").asText())
                .captured(doc.path("fetched").asText());
        String site = doc.path("site").asText();
        page.site(site);
        if (doc.hasNonNull("canonical")) {
            page.fact("link.canonical", doc.path("canonical").asText());
        }
        doc.path("meta")
                .properties()
                .forEach(entry ->
                        page.fact("meta." + entry.getKey(), entry.getValue().asText()));
        if (doc.hasNonNull("published")) {
            page.published(doc.path("published").asText(), doc.path("published").asText());
        }
        if (doc.hasNonNull("byline")) {
            page.block(BlockKind.BYLINE, "By " + doc.path("byline").asText());
        }
        String text = doc.path("text").asText();
        int comments = text.indexOf("\n\nComments\n");
        page.body(comments < 0 ? text : text.substring(0, comments));
        return page.text(doc.path("id").asText());
    }

    /** Single linkage over verified candidates, as the room of text reuse finds them. */
    private static Map<String, String> clusters(Map<String, TracedText> texts) {
        Map<Long, List<String>> byPrint = new HashMap<>();
        texts.forEach((id, text) -> {
            for (long print : Fingerprints.of(body(text))) {
                byPrint.computeIfAbsent(print, key -> new ArrayList<>()).add(id);
            }
        });
        Map<String, Integer> shared = new TreeMap<>();
        byPrint.values().stream().filter(ids -> ids.size() < 60).forEach(ids -> {
            for (int i = 0; i < ids.size(); i++) {
                for (int j = i + 1; j < ids.size(); j++) {
                    shared.merge(ids.get(i) + " " + ids.get(j), 1, Integer::sum);
                }
            }
        });
        Map<String, String> label = new TreeMap<>();
        texts.keySet().forEach(id -> label.put(id, id));
        shared.forEach((pair, count) -> {
            String a = pair.substring(0, pair.indexOf(' '));
            String b = pair.substring(pair.indexOf(' ') + 1);
            if (count >= 2
                    && Likeness.of(
                                            body(Objects.requireNonNull(texts.get(a))),
                                            body(Objects.requireNonNull(texts.get(b))))
                                    .inShorter()
                                    .value()
                            >= SAME) {
                String from = label.get(a);
                String to = label.get(b);
                label.replaceAll((id, old) -> old.equals(from) ? to : old);
            }
        });
        return label;
    }

    private static String body(TracedText text) {
        StringBuilder out = new StringBuilder();
        for (Block block : text.article().blocks()) {
            out.append(block.kind().body() ? block.text() + "\n\n" : "");
        }
        return out.toString();
    }
}
