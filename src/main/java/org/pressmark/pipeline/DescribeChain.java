package org.pressmark.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;
import org.pressmark.report.ChainNotes;
import org.pressmark.report.HopChanges;

/** What a picture of a chain tells beside the links: short names for the copies, what differs between them, who saw them. */
public final class DescribeChain {
    /** Of pages that are so large together no more are compared: somebody waits for the picture. */
    private static final long MOST_BYTES = 60_000_000;

    private final Pipeline house;

    public DescribeChain(Pipeline house) {
        this.house = house;
    }

    /** Names and differences: each copy against the stored text that it comes from, else against the earliest. */
    public ChainNotes notes(ProvenanceChain chain) throws IOException {
        List<Node> copies = chain.nodes().stream()
                .filter(node -> node.kind() == NodeKind.VERSION)
                .sorted(Comparator.comparing((Node node) -> node.claimedDate().orElse("9999"))
                        .thenComparing(
                                node -> node.capturedAt().map(Object::toString).orElse(""))
                        .thenComparing(Node::id))
                .limit(ProvenanceChain.MOST)
                .toList();
        Map<String, String> sigla = new LinkedHashMap<>();
        for (Node copy : copies) {
            sigla.put(copy.id(), siglum(sigla.size()));
        }
        List<HopChanges> hops = new ArrayList<>();
        long room = MOST_BYTES;
        for (Node copy : copies) {
            Optional<String> against = against(chain, copy, copies);
            if (against.isPresent() && room > 0) {
                room -= capture(copy.id()).payloadLength()
                        + capture(against.get()).payloadLength();
                hops.add(compared(copy.id(), against.get()));
            }
        }
        Map<String, String> witnesses = new LinkedHashMap<>();
        chain.nodes().stream()
                .filter(node -> node.kind() == NodeKind.VERSION)
                .forEach(node -> capture(node.id()).witness().ifPresent(archive -> witnesses.put(node.id(), archive)));
        return new ChainNotes(sigla, hops, witnesses);
    }

    private static Optional<String> against(ProvenanceChain chain, Node copy, List<Node> copies) {
        Optional<String> parent = chain.links().stream()
                .filter(link -> link.directionKnown() && link.child().equals(copy.id()))
                .map(link -> link.parent())
                .filter(id -> copies.stream().anyMatch(other -> other.id().equals(id)))
                .findFirst();
        return parent.or(() -> Optional.of(copies.get(0).id()).filter(first -> !first.equals(copy.id())));
    }

    private HopChanges compared(String copy, String against) throws IOException {
        Capture base = capture(against);
        Capture other = capture(copy);
        return HopChanges.of(copy, against, new CompareArticles(house).compare(base, other), Optional.empty());
    }

    private Capture capture(String recordId) {
        return house.store()
                .read(tx -> tx.captures().find(recordId))
                .orElseThrow(() -> new PipelineException(
                        PipelineException.Trouble.NOT_FOUND,
                        recordId + ": the index knows no such capture; 'pressmark rebuild'"));
    }

    /** A to Z, then A2, B2 … */
    private static String siglum(int index) {
        String letter = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? letter : letter + (index / 26 + 1);
    }
}
