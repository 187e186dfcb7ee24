package org.pressmark.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Claim;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.Derivation.Reason;
import org.pressmark.model.Evidence;
import org.pressmark.model.Place;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;

/** The chain of the real pair as the tracer should give it. */
public final class SeedChain {
    public static final String WIRE = "wire:AFP:1";
    public static final String MOSCOW = "page:com,themoscowtimes)/2021/12/27/turkey-urges-russia?a=(b)";
    public static final ChainNotes NOTES = new ChainNotes(
            Map.of(SeedPair.RECORD_A, "A", SeedPair.RECORD_B, "B"),
            List.of(HopChanges.of(
                    SeedPair.RECORD_B, SeedPair.RECORD_A, SeedPair.comparison(), Optional.of("/compare?a=1&b=2"))));

    private SeedChain() {}

    public static ProvenanceChain chain() {
        Claim byline = claim(SeedPair.RECORD_A, Claim.Kind.BYLINE, "By AFP");
        Claim origin = claim(SeedPair.RECORD_A, Claim.Kind.ORIGINAL_URL, "Original url: " + SeedPair.ORIGIN);
        Claim source = claim(SeedPair.RECORD_B, Claim.Kind.SOURCE_CREDIT, "Source: AFP");
        return new ProvenanceChain(
                SeedPair.RECORD_B,
                List.of(
                        node(WIRE, NodeKind.UNCAPTURED_WIRE, "AFP, wire", "AFP", "", List.of()),
                        node(
                                MOSCOW,
                                NodeKind.UNCAPTURED_PAGE,
                                "The Moscow Times",
                                "The Moscow Times",
                                "2021-12-27",
                                List.of()),
                        node(
                                SeedPair.RECORD_A,
                                NodeKind.VERSION,
                                "copies.example",
                                "",
                                "2021-12-27",
                                List.of(byline, origin)),
                        node(SeedPair.RECORD_B, NodeKind.VERSION, "www.republisher.example", "", "", List.of(source))),
                List.of(
                        link(MOSCOW, WIRE, Basis.STATED, Outcome.STATED_NOT_ARCHIVED, Directness.UNKNOWN, 0.9, byline),
                        link(
                                SeedPair.RECORD_A,
                                MOSCOW,
                                Basis.STATED,
                                Outcome.STATED_NOT_ARCHIVED,
                                Directness.DIRECT,
                                0.95,
                                origin),
                        link(
                                SeedPair.RECORD_B,
                                WIRE,
                                Basis.STATED,
                                Outcome.STATED_NOT_ARCHIVED,
                                Directness.UNKNOWN,
                                0.95,
                                source),
                        new Derivation(
                                SeedPair.RECORD_B,
                                MOSCOW,
                                Basis.INFERRED,
                                true,
                                Directness.UNKNOWN,
                                0.35,
                                Outcome.INFERRED_POSSIBLE,
                                List.of(new Reason(
                                        "T4", 0.4, "Both carry the same body.", Optional.empty(), Optional.empty())))));
    }

    public static Derivation link(
            String child,
            String parent,
            Basis basis,
            Outcome outcome,
            Directness directness,
            double confidence,
            Claim claim) {
        return new Derivation(
                child,
                parent,
                basis,
                outcome != Outcome.LINKED_DIRECTION_UNKNOWN,
                directness,
                confidence,
                outcome,
                List.of(new Reason("A1", 5, "The page says so.", Optional.of(claim), Optional.empty())));
    }

    public static Node node(String id, NodeKind kind, String label, String agent, String date, List<Claim> claims) {
        boolean captured = kind == NodeKind.VERSION;
        return new Node(
                id,
                kind,
                label,
                captured ? Optional.of("http://" + label + "/a") : Optional.empty(),
                Optional.of(agent).filter(s -> !s.isEmpty()),
                Optional.of(date).filter(s -> !s.isEmpty()),
                captured ? Optional.of(SeedPair.CAPTURED) : Optional.empty(),
                captured ? Optional.of(SeedPair.COPY_HEADLINE) : Optional.empty(),
                claims);
    }

    public static Claim claim(String capture, Claim.Kind kind, String exact) {
        return new Claim(
                capture,
                kind,
                Claim.Scope.ARTICLE,
                exact,
                Optional.empty(),
                Optional.empty(),
                "claim." + kind.word(),
                new Evidence(capture, exact, "before ", " after", new Place(100, 120, 6204, 6224, "p.origin")));
    }
}
