package org.pressmark.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pressmark.model.Claim;
import org.pressmark.model.Evidence;

/**
 * A claim as JSON: {@code capture, kind, scope, value, targetUrl, agent, rule, evidence {recordId, exact, prefix, suffix,
 * place}}; {@code targetUrl} and {@code agent} only where there is one.
 */
public final class ClaimJson {
    private ClaimJson() {}

    public static ObjectNode write(Claim claim) {
        ObjectNode out = Json.object()
                .put("capture", claim.capture())
                .put("kind", claim.kind().word())
                .put("scope", Words.of(claim.scope()))
                .put("value", claim.value());
        claim.targetUrl().ifPresent(url -> out.put("targetUrl", url));
        claim.agent().ifPresent(agent -> out.put("agent", agent));
        Evidence evidence = claim.evidence();
        ObjectNode quote = out.put("rule", claim.rule())
                .putObject("evidence")
                .put("recordId", evidence.recordId())
                .put("exact", evidence.exact())
                .put("prefix", evidence.prefix())
                .put("suffix", evidence.suffix());
        PlaceJson.set(quote, evidence.place());
        return out;
    }

    public static ArrayNode write(List<Claim> claims) {
        ArrayNode out = Json.array();
        claims.forEach(claim -> out.add(write(claim)));
        return out;
    }

    /**
     * Reads what {@code write} wrote.
     *
     * @throws JsonException if something is missing or of another type; the message names the path, from {@code claim}
     */
    public static Claim read(JsonNode json) {
        return new In(json, "claim").read(ClaimJson::read);
    }

    static Claim read(In in) {
        return new Claim(
                in.text("capture"),
                in.word("kind", Claim.Kind.class),
                in.word("scope", Claim.Scope.class),
                in.text("value"),
                in.optionalText("targetUrl"),
                in.optionalText("agent"),
                in.text("rule"),
                in.object("evidence", ClaimJson::readEvidence));
    }

    private static Evidence readEvidence(In in) {
        return new Evidence(
                in.text("recordId"), in.text("exact"), in.text("prefix"), in.text("suffix"), PlaceJson.get(in));
    }
}
