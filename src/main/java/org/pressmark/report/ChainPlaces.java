package org.pressmark.report;

import java.util.List;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;

/** The places of a chain's texts on its page, so that the picture leads to the list. */
final class ChainPlaces {
    private ChainPlaces() {}

    /** The place of a text, safe to stand in an address and an attribute. */
    static String of(ProvenanceChain chain, Node node) {
        List<Node> nodes = chain.nodes();
        return "text-" + (nodes.indexOf(node) + 1);
    }
}
