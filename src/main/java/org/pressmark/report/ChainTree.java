package org.pressmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;

/** A chain as a forest: every text hangs below its best source, the other ways to it are told beside it. */
final class ChainTree {
    /** Confirmed before stated before inferred, direct before the rest, then the more certain. */
    private static final Comparator<Derivation> BEST = Comparator.comparing(
                    (Derivation link) -> link.basis() == Basis.CONFIRMED ? 0 : link.basis() == Basis.STATED ? 1 : 2)
            .thenComparing(link ->
                    link.directness() == Directness.DIRECT ? 0 : link.directness() == Directness.UNKNOWN ? 1 : 2)
            .thenComparing(Comparator.comparingDouble(Derivation::confidence).reversed())
            .thenComparing(Derivation::parent);

    private final ProvenanceChain chain;
    private final Map<String, Derivation> best = new HashMap<>();

    ChainTree(ProvenanceChain chain) {
        this.chain = chain;
        for (Derivation link : chain.links()) {
            boolean known = link.directionKnown()
                    && chain.node(link.parent()).isPresent()
                    && chain.node(link.child()).isPresent();
            if (known) {
                best.merge(link.child(), link, (a, b) -> BEST.compare(a, b) <= 0 ? a : b);
            }
        }
        // A ring of statements would leave its texts without a root: cut it at the first of them.
        for (Node node : chain.nodes()) {
            Set<String> path = new LinkedHashSet<>();
            String at = node.id();
            while (path.add(at) && best.containsKey(at)) {
                at = best.get(at).parent();
            }
            if (best.containsKey(at)) {
                best.remove(at);
            }
        }
    }

    /** The texts that hang below none, in the chain's order. */
    List<Node> roots() {
        return chain.nodes().stream()
                .filter(node -> !best.containsKey(node.id()))
                .toList();
    }

    /** The same, first that by which the text asked about hangs, then by how many hang below each. */
    List<Node> rootsByWeight() {
        Map<Node, List<Node>> below = new HashMap<>();
        roots().forEach(root -> {
            List<Node> all = new ArrayList<>();
            walk(root, all);
            below.put(root, all);
        });
        return roots().stream()
                .sorted(Comparator.comparing((Node root) -> below.getOrDefault(root, List.of()).stream()
                                        .anyMatch(node -> node.id().equals(chain.focus()))
                                ? 0
                                : 1)
                        .thenComparing(
                                root -> -below.getOrDefault(root, List.of()).size()))
                .toList();
    }

    /** The link by which the text hangs. */
    Optional<Derivation> link(Node node) {
        return Optional.ofNullable(best.get(node.id()));
    }

    /** The texts that hang below this one: first what leads to further texts, else in the chain's order. */
    List<Node> children(Node parent) {
        return chain.nodes().stream()
                .filter(node -> {
                    Derivation link = best.get(node.id());
                    return link != null && link.parent().equals(parent.id());
                })
                .sorted(Comparator.comparing(node -> leaf(node) ? 1 : 0))
                .toList();
    }

    private boolean leaf(Node node) {
        return best.values().stream().noneMatch(link -> link.parent().equals(node.id()));
    }

    /** Links of the text that the tree does not show. */
    List<Derivation> otherWays(Node node) {
        List<Derivation> out = new ArrayList<>();
        for (Derivation link : chain.links()) {
            boolean mine = link.child().equals(node.id())
                    || !link.directionKnown() && link.parent().equals(node.id());
            if (mine && !link.equals(best.get(node.id()))) {
                out.add(link);
            }
        }
        return out;
    }

    /** All texts, sources before what hangs below them. */
    List<Node> inOrder() {
        List<Node> out = new ArrayList<>();
        roots().forEach(root -> walk(root, out));
        return out;
    }

    private void walk(Node node, List<Node> out) {
        out.add(node);
        children(node).forEach(child -> walk(child, out));
    }
}
