package org.pressmark.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;

/** Where the texts of a chain stand in its picture: a column for each step from the source, a lane for each site. */
final class ChainPlan {
    static final int BOX_WIDTH = 230;
    static final int BOX_HEIGHT = 84;
    private static final int COLUMN = BOX_WIDTH + 160;
    private static final int ROW = BOX_HEIGHT + 18;
    private static final int LEFT = 24;
    private static final int HEAD = 28;
    /** Room for links that leave and come in at the right, with their words. */
    private static final int BESIDE = 170;

    /** A box's upper left corner. */
    record Spot(int x, int y) {
        int middle() {
            return y + BOX_HEIGHT / 2;
        }
    }

    /** The band of a site. */
    record Lane(String name, int top, int height) {}

    private final Map<String, Spot> spots = new HashMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final ProvenanceChain chain;
    private final int width;
    private final int height;

    ChainPlan(ProvenanceChain chain) {
        this.chain = chain;
        Map<String, Integer> ranks = ranks(chain);
        Map<String, List<Node>> sites = new LinkedHashMap<>();
        for (Node node : new ChainTree(chain).inOrder()) {
            sites.computeIfAbsent(site(node), key -> new ArrayList<>()).add(node);
        }
        int top = 0;
        for (Map.Entry<String, List<Node>> site : sites.entrySet()) {
            Map<Integer, Integer> used = new HashMap<>();
            int rows = 1;
            for (Node node : site.getValue()) {
                int rank = ranks.getOrDefault(node.id(), 0);
                int row = used.merge(rank, 1, Integer::sum) - 1;
                rows = Math.max(rows, row + 1);
                spots.put(node.id(), new Spot(LEFT + rank * COLUMN, top + HEAD + row * ROW));
            }
            int tall = HEAD + rows * ROW;
            lanes.add(new Lane(site.getKey(), top, tall));
            top += tall;
        }
        int columns = ranks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int beside = chain.links().stream()
                .filter(this::beside)
                .flatMap(link -> spot(link.parent()).stream())
                .mapToInt(from -> from.x() + BOX_WIDTH + BESIDE)
                .max()
                .orElse(0);
        width = Math.max(beside, LEFT + columns * COLUMN + BOX_WIDTH + LEFT + 12);
        height = Math.max(top, HEAD) + 34;
    }

    Optional<Spot> spot(String id) {
        return Optional.ofNullable(spots.get(id));
    }

    /** Whether a link leads to a text that does not stand farther right: it is drawn round the right side. */
    boolean beside(Derivation link) {
        Spot from = spots.get(link.parent());
        Spot to = spots.get(link.child());
        return from != null && to != null && to.x() <= from.x();
    }

    /** The height at which a link comes to its copy: several links come one below the other. */
    int entry(Derivation link) {
        List<Derivation> incoming = chain.links().stream()
                .filter(other -> other.child().equals(link.child()) && !beside(other))
                .toList();
        int step = BOX_HEIGHT / (incoming.size() + 1);
        return spot(link.child()).map(Spot::y).orElse(0) + step * (incoming.indexOf(link) + 1);
    }

    List<Lane> lanes() {
        return lanes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    private static String site(Node node) {
        return node.kind() == NodeKind.VERSION || node.agent().isEmpty()
                ? node.url().map(Words::host).orElse(node.label())
                : node.agent().get();
    }

    /** How many steps a text stands from the farthest source; a ring of statements is cut at its first text. */
    private static Map<String, Integer> ranks(ProvenanceChain chain) {
        Map<String, Integer> ranks = new HashMap<>();
        Map<String, Integer> open = new LinkedHashMap<>();
        Map<String, List<String>> children = new HashMap<>();
        chain.nodes().forEach(node -> open.put(node.id(), 0));
        for (Derivation link : chain.links()) {
            if (link.directionKnown() && open.containsKey(link.parent()) && open.containsKey(link.child())) {
                children.computeIfAbsent(link.parent(), key -> new ArrayList<>())
                        .add(link.child());
                open.merge(link.child(), 1, Integer::sum);
            }
        }
        ArrayDeque<String> ready = new ArrayDeque<>();
        open.forEach((id, sources) -> {
            if (sources == 0) {
                ready.add(id);
            }
        });
        while (!open.isEmpty()) {
            String id = ready.isEmpty() ? open.keySet().iterator().next() : ready.remove();
            open.remove(id);
            int rank = ranks.computeIfAbsent(id, key -> 0);
            for (String child : children.getOrDefault(id, List.of())) {
                if (open.containsKey(child)) {
                    ranks.merge(child, rank + 1, Math::max);
                    if (open.merge(child, -1, Integer::sum) == 0) {
                        ready.add(child);
                    }
                }
            }
        }
        return ranks;
    }
}
