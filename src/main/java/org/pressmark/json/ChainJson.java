package org.pressmark.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.Similarity;

/**
 * A chain of provenance as JSON: {@code focus}, {@code nodes [{id, kind, label, url, agent, claimedDate, capturedAt,
 * headline, claims}]}, {@code links [{child, parent, basis, directionKnown, directness, confidence, outcome, reasons [{rule,
 * weight, words, claim, similarity {measure, value}}]}]}. Optional values are left out where there are none.
 */
public final class ChainJson {
    private ChainJson() {}

    public static ObjectNode write(ProvenanceChain chain) {
        ObjectNode out = Json.object().put("focus", chain.focus());
        ArrayNode nodes = out.putArray("nodes");
        chain.nodes().forEach(node -> nodes.add(write(node)));
        ArrayNode links = out.putArray("links");
        chain.links().forEach(link -> links.add(write(link)));
        return out;
    }

    /** One node alone. */
    public static ObjectNode write(ProvenanceChain.Node node) {
        ObjectNode out = Json.object()
                .put("id", node.id())
                .put("kind", Words.of(node.kind()))
                .put("label", node.label());
        node.url().ifPresent(url -> out.put("url", url));
        node.agent().ifPresent(agent -> out.put("agent", agent));
        node.claimedDate().ifPresent(date -> out.put("claimedDate", date));
        node.capturedAt().ifPresent(date -> out.put("capturedAt", date.toString()));
        node.headline().ifPresent(headline -> out.put("headline", headline));
        out.set("claims", ClaimJson.write(node.claims()));
        return out;
    }

    /** One link alone. */
    public static ObjectNode write(Derivation link) {
        ObjectNode out = Json.object()
                .put("child", link.child())
                .put("parent", link.parent())
                .put("basis", Words.of(link.basis()))
                .put("directionKnown", link.directionKnown())
                .put("directness", Words.of(link.directness()))
                .put("confidence", link.confidence())
                .put("outcome", Words.of(link.outcome()));
        ArrayNode reasons = out.putArray("reasons");
        for (Derivation.Reason reason : link.reasons()) {
            ObjectNode item = reasons.addObject()
                    .put("rule", reason.rule())
                    .put("weight", reason.weight())
                    .put("words", reason.words());
            reason.claim().ifPresent(claim -> item.set("claim", ClaimJson.write(claim)));
            reason.similarity()
                    .ifPresent(likeness -> item.putObject("similarity")
                            .put("measure", Words.of(likeness.measure()))
                            .put("value", likeness.value()));
        }
        return out;
    }

    /**
     * Reads what {@code write} wrote.
     *
     * @throws JsonException if something is missing or of another type; the message names the path, from {@code chain}
     */
    public static ProvenanceChain read(JsonNode json) {
        return new In(json, "chain")
                .read(in -> new ProvenanceChain(
                        in.text("focus"),
                        in.list("nodes", ChainJson::readNode),
                        in.list("links", ChainJson::readLink)));
    }

    /** Reads one node. */
    public static ProvenanceChain.Node readNode(JsonNode json) {
        return new In(json, "node").read(ChainJson::readNode);
    }

    /** Reads one link. */
    public static Derivation readLink(JsonNode json) {
        return new In(json, "link").read(ChainJson::readLink);
    }

    private static ProvenanceChain.Node readNode(In in) {
        return new ProvenanceChain.Node(
                in.text("id"),
                in.word("kind", ProvenanceChain.NodeKind.class),
                in.text("label"),
                in.optionalText("url"),
                in.optionalText("agent"),
                in.optionalText("claimedDate"),
                in.optionalText("capturedAt").map(text -> in.instant("capturedAt")),
                in.optionalText("headline"),
                in.list("claims", ClaimJson::read));
    }

    private static Derivation readLink(In in) {
        return new Derivation(
                in.text("child"),
                in.text("parent"),
                in.word("basis", Derivation.Basis.class),
                in.flag("directionKnown"),
                in.word("directness", Derivation.Directness.class),
                in.number("confidence"),
                in.word("outcome", Derivation.Outcome.class),
                in.list("reasons", ChainJson::readReason));
    }

    private static Derivation.Reason readReason(In in) {
        return new Derivation.Reason(
                in.text("rule"),
                in.number("weight"),
                in.text("words"),
                in.optional("claim", ClaimJson::read),
                in.optional(
                        "similarity",
                        part -> new Similarity(part.word("measure", Similarity.Measure.class), part.number("value"))));
    }
}
