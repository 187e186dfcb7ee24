package org.pressmark.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pressmark.model.Claim;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Reason;
import org.pressmark.model.Place;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;

/**
 * A chain of provenance in the language of the W3C (PROV-JSON, member submission of 24 April 2013): texts are entities,
 * captures activities, agencies and publishers agents. What pages state stands in the document itself, what was inferred in
 * a bundle of its own, so that nobody takes the one for the other.
 */
public final class ProvJson {
    private static final String INFERRED = "pm:inferred-links";
    private static final String TRACE = "pm:trace";
    private static final String SOFTWARE = "pm:pressmark";

    private final ProvenanceChain chain;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final Map<Claim, String> evidence = new LinkedHashMap<>();

    private final Map<String, String> witnesses;

    private ProvJson(ProvenanceChain chain, Map<String, String> witnesses) {
        this.chain = chain;
        this.witnesses = Map.copyOf(witnesses);
    }

    /** The PROV-JSON document; the same chain always gives the same text. */
    public static ObjectNode write(ProvenanceChain chain) {
        return write(chain, ChainNotes.NONE);
    }

    /** The same; a text that another archive saw was captured by that one. */
    public static ObjectNode write(ProvenanceChain chain, ChainNotes notes) {
        return new ProvJson(chain, notes.witnesses()).write();
    }

    private ObjectNode write() {
        document.set("prefix", ProvNames.prefixes());
        in(document, "agent", SOFTWARE)
                .put("prov:label", "Pressmark")
                .set("prov:type", ProvNames.reference("prov:SoftwareAgent"));
        chain.nodes().forEach(this::node);
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.set("prefix", ProvNames.prefixes());
        int number = 0;
        boolean inferred = false;
        for (Derivation link : chain.links()) {
            boolean apart = link.basis() == Basis.INFERRED;
            link(apart ? bundle : document, link, "_:link" + ++number);
            inferred |= apart;
        }
        if (inferred) {
            ObjectNode itself = in(document, "entity", INFERRED).put("prov:label", "Links that no page states");
            itself.set("prov:type", ProvNames.reference("prov:Bundle"));
            in(document, "activity", TRACE).put("prov:label", "Inference of links from texts and dates");
            in(document, "wasAssociatedWith", "_:traced")
                    .put("prov:activity", TRACE)
                    .put("prov:agent", SOFTWARE);
            in(document, "wasGeneratedBy", "_:inferred")
                    .put("prov:entity", INFERRED)
                    .put("prov:activity", TRACE);
            in(document, "bundle", INFERRED).setAll(bundle);
        }
        return document;
    }

    private void node(Node node) {
        String name = ProvNames.node(node.id());
        ObjectNode entity = in(document, "entity", name).put("prov:label", node.label());
        entity.set("prov:type", ProvNames.reference("pm:" + type(node.kind())));
        entity.put("pm:captured", node.kind() == NodeKind.VERSION);
        node.headline().ifPresent(headline -> entity.put("dcterms:title", headline));
        node.url().ifPresent(url -> entity.set("prov:location", ProvNames.typed(url, "xsd:anyURI")));
        node.claimedDate().ifPresent(date -> entity.put("pm:claimedDate", date));
        node.agent().ifPresent(agent -> {
            String agentName = ProvNames.name("who", agent);
            in(document, "agent", agentName)
                    .put("prov:label", agent)
                    .set("prov:type", ProvNames.reference("prov:Organization"));
            in(document, "wasAttributedTo", "_:attribution" + size("wasAttributedTo"))
                    .put("prov:entity", name)
                    .put("prov:agent", agentName);
        });
        node.capturedAt().ifPresent(time -> {
            String activity = ProvNames.name("capture", node.id());
            in(document, "activity", activity)
                    .put("prov:startTime", time.toString())
                    .set("prov:type", ProvNames.reference("pm:Capture"));
            in(document, "wasGeneratedBy", "_:generation" + size("wasGeneratedBy"))
                    .put("prov:entity", name)
                    .put("prov:activity", activity)
                    .put("prov:time", time.toString());
            in(document, "wasAssociatedWith", "_:association" + size("wasAssociatedWith"))
                    .put("prov:activity", activity)
                    .put("prov:agent", witness(node));
        });
    }

    /** Who captured it: this program, or the archive that it was had from. */
    private String witness(Node node) {
        String archive = witnesses.get(node.id());
        if (archive == null) {
            return SOFTWARE;
        }
        String name = ProvNames.name("who", archive);
        in(document, "agent", name)
                .put("prov:label", archive)
                .set("prov:type", ProvNames.reference("prov:Organization"));
        return name;
    }

    private static String type(NodeKind kind) {
        return switch (kind) {
            case VERSION -> "Version";
            case UNCAPTURED_PAGE -> "UncapturedPage";
            case UNCAPTURED_WIRE -> "UncapturedWire";
            case HYPARCHETYPE -> "Hyparchetype";
        };
    }

    private void link(ObjectNode target, Derivation link, String id) {
        String child = ProvNames.node(link.child());
        String parent = ProvNames.node(link.parent());
        if (!link.directionKnown()) {
            // alternateOf takes no attributes in PROV; its reasons stand with the pair's evidence.
            in(target, "alternateOf", id).put("prov:alternate1", child).put("prov:alternate2", parent);
            link.reasons().forEach(reason -> reason.claim().ifPresent(this::evidence));
            return;
        }
        ObjectNode relation = in(target, "wasDerivedFrom", id)
                .put("prov:generatedEntity", child)
                .put("prov:usedEntity", parent);
        boolean primary = chain.node(link.parent())
                .filter(node -> node.kind() == NodeKind.UNCAPTURED_WIRE)
                .isPresent();
        if (primary) {
            relation.set("prov:type", ProvNames.reference("prov:PrimarySource"));
        }
        relation.put("pm:basis", word(link.basis()));
        relation.put("pm:outcome", word(link.outcome()));
        relation.put("pm:directness", word(link.directness()));
        relation.set("pm:confidence", ProvNames.typed(Double.toString(link.confidence()), "xsd:double"));
        ArrayNode reasons = relation.putArray("pm:reason");
        List<String> quotes = new ArrayList<>();
        for (Reason reason : link.reasons()) {
            reasons.add(reason.rule() + " (" + String.format(Locale.ROOT, "%+.2f", reason.weight()) + "): "
                    + reason.words());
            reason.claim().ifPresent(claim -> quotes.add(evidence(claim)));
        }
        if (!quotes.isEmpty()) {
            ArrayNode had = relation.putArray("pm:hadEvidence");
            quotes.forEach(quote -> had.add(ProvNames.reference(quote)));
        }
    }

    private String evidence(Claim claim) {
        String known = evidence.get(claim);
        if (known != null) {
            return known;
        }
        String name = "evidence:" + (evidence.size() + 1);
        evidence.put(claim, name);
        ObjectNode entity = in(document, "entity", name);
        entity.putArray("prov:type")
                .add(ProvNames.reference("oa:TextQuoteSelector"))
                .add(ProvNames.reference("oa:TextPositionSelector"));
        Place place = claim.evidence().place();
        entity.put("oa:exact", claim.evidence().exact())
                .put("oa:prefix", claim.evidence().prefix())
                .put("oa:suffix", claim.evidence().suffix())
                .put("oa:start", place.start())
                .put("oa:end", place.end())
                .put("pm:startByte", place.startByte())
                .put("pm:endByte", place.endByte())
                .put("pm:selector", place.selector())
                .put("pm:claim", claim.kind().word())
                .put("pm:rule", claim.rule());
        entity.set("pm:record", ProvNames.typed(claim.evidence().recordId(), "xsd:anyURI"));
        if (chain.node(claim.capture()).isPresent()) {
            in(document, "wasDerivedFrom", "_:quote" + evidence.size())
                    .put("prov:generatedEntity", name)
                    .put("prov:usedEntity", ProvNames.node(claim.capture()))
                    .set("prov:type", ProvNames.reference("prov:Quotation"));
        }
        return name;
    }

    private int size(String section) {
        return document.path(section).size() + 1;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode in(ObjectNode target, String section, String name) {
        return target.withObjectProperty(section).withObjectProperty(name);
    }
}
