package org.pressmark.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain;

/**
 * The links of a chain beside those that its boxes hang by.
 *
 * @param drawn those that the picture shows; in a crowd none
 * @param left how many it does not show
 */
record ChainWays(List<Way> drawn, int left) {
    /** Most of them that are drawn to a box. */
    private static final int MOST = 2;

    /** One of them; its place is counted from 1 among those that come to the box. */
    record Way(ChainBox from, ChainBox to, Derivation link, int place) {}

    ChainWays {
        drawn = List.copyOf(drawn);
    }

    static ChainWays of(ProvenanceChain chain, List<ChainBox> roots) {
        Map<String, ChainBox> boxOf = new HashMap<>();
        roots.forEach(root -> name(root, boxOf));
        List<Way> drawn = new ArrayList<>();
        int left = 0;
        for (Derivation link : chain.links()) {
            ChainBox from = boxOf.get(link.parent());
            ChainBox to = boxOf.get(link.child());
            if (from == null || to == null || told(link, from, to)) {
                continue;
            }
            int place =
                    1 + (int) drawn.stream().filter(way -> way.to().equals(to)).count();
            if (chain.nodes().size() > ChainFold.FEW || place > MOST || from.equals(to)) {
                left++;
            } else {
                drawn.add(new Way(from, to, link, place));
            }
        }
        return new ChainWays(drawn, left);
    }

    /** Whether a box hangs by the link, or stands for it. */
    private static boolean told(Derivation link, ChainBox from, ChainBox to) {
        return to.links().contains(link)
                || from.links().contains(link)
                || from.equals(to) && to.kind() == ChainBox.Kind.VERSIONS;
    }

    private static void name(ChainBox box, Map<String, ChainBox> boxOf) {
        box.nodes().forEach(node -> boxOf.put(node.id(), box));
        Stream.concat(box.below().stream(), box.beside().stream()).forEach(child -> name(child, boxOf));
    }
}
