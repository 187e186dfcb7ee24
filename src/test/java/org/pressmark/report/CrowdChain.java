package org.pressmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Claim;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;
import org.pressmark.model.Severity;

/** A story as it spreads: an agency's text, eight newspapers, copies of them, a page that was edited, and twins of some. */
final class CrowdChain {
    static final String AGENCY = "text-0";
    private static final int PAPERS = 8;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Derivation> links = new ArrayList<>();
    private final List<HopChanges> hops = new ArrayList<>();

    private CrowdChain() {}

    /** @param texts how many captured texts there are in all, at least twenty */
    static ProvenanceChain of(int texts) {
        return new CrowdChain().fill(texts);
    }

    static ChainNotes notes(int texts) {
        CrowdChain crowd = new CrowdChain();
        crowd.fill(texts);
        return new ChainNotes(Map.of(AGENCY, "A"), crowd.hops);
    }

    private ProvenanceChain fill(int texts) {
        add("agency.example", "2026-03-09T06:00:00Z");
        for (int paper = 1; paper <= PAPERS; paper++) {
            from(
                    add("a-newspaper-with-a-long-name-" + paper + ".example", "2026-03-09T0" + paper + ":30:00Z"),
                    0,
                    paper);
        }
        int edited = add("edited.example", "2026-03-10T00:00:00Z");
        from(edited, 1, 3);
        for (int edit = 1; edit <= 5; edit++) {
            from(add("edited.example", "2026-03-10T0" + edit + ":00:00Z"), edited + edit - 1, edit);
        }
        while (nodes.size() < texts) {
            int copy = add("copy-" + nodes.size() + ".example", "2026-03-1" + nodes.size() % 5 + "T12:00:00Z");
            if (copy % 6 == 5) {
                open(copy, copy % PAPERS);
            } else {
                from(copy, copy % (PAPERS + 1), copy);
            }
        }
        links.sort(Comparator.comparing(Derivation::child));
        return new ProvenanceChain(AGENCY, nodes, links);
    }

    private int add(String site, String date) {
        int number = nodes.size();
        Node node = SeedChain.node("text-" + number, NodeKind.VERSION, site, "", date, List.of());
        nodes.add(node);
        return number;
    }

    private void from(int child, int parent, int changes) {
        boolean stated = child % 3 != 0;
        links.add(SeedChain.link(
                "text-" + child,
                "text-" + parent,
                stated ? Basis.STATED : Basis.INFERRED,
                stated ? Outcome.STATED_TEXT_AGREES : Outcome.INFERRED_DIRECTION_SUPPORTED,
                Directness.UNKNOWN,
                0.9,
                SeedChain.claim("text-" + child, Claim.Kind.SOURCE_CREDIT, "Source: " + parent)));
        Severity worst = Severity.values()[changes % Severity.values().length];
        hops.add(new HopChanges(
                "text-" + child,
                "text-" + parent,
                worst == Severity.NONE ? Map.of() : Map.of(worst, 1 + changes % 4),
                "The wording differs.",
                Optional.empty()));
    }

    private void open(int one, int other) {
        links.add(SeedChain.link(
                "text-" + Math.min(one, other),
                "text-" + Math.max(one, other),
                Basis.INFERRED,
                Outcome.LINKED_DIRECTION_UNKNOWN,
                Directness.UNKNOWN,
                0.5,
                SeedChain.claim("text-" + one, Claim.Kind.HYPERLINK, "x")));
    }
}
