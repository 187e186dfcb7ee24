package org.pressmark.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a text comes from and who else has it, as a graph: nodes are texts, captured or not; links go from the copy to its
 * source.
 *
 * @param focus id of the node that was asked about
 * @param links in order of child, then confidence, highest first
 */
public record ProvenanceChain(String focus, List<Node> nodes, List<Derivation> links) {

    /** So many captured texts at most are traced together; a larger cluster is boilerplate more often than a story. */
    public static final int MOST = 60;

    /** What a node stands for. */
    public enum NodeKind {
        /** A text that the archive holds. */
        VERSION,
        /** A page that is named but not stored. */
        UNCAPTURED_PAGE,
        /** An agency's item, which is never on the web. */
        UNCAPTURED_WIRE,
        /** A lost text that must have stood between others. */
        HYPARCHETYPE
    }

    /**
     * A text.
     *
     * @param id stable within the archive: the version's first capture's record id; {@code page:<surt>};
     *     {@code wire:<agency>:<text cluster>}
     * @param label what people call it: a host, or "AFP, wire"
     * @param url the address, where it has one
     * @param agent the agency or publisher
     * @param claimedDate what the page says of its date, ISO 8601
     * @param capturedAt when it was captured
     * @param headline its headline, where known
     * @param claims what the page says of its origin, article scope and others
     */
    public record Node(
            String id,
            NodeKind kind,
            String label,
            Optional<String> url,
            Optional<String> agent,
            Optional<String> claimedDate,
            Optional<Instant> capturedAt,
            Optional<String> headline,
            List<Claim> claims) {
        public Node {
            Objects.requireNonNull(kind);
            claims = List.copyOf(claims);
        }
    }

    public ProvenanceChain {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** The links of the focus itself: to its sources, and to texts with which it is linked either way round. */
    public List<Derivation> origins() {
        return links.stream()
                .filter(link -> link.child().equals(focus)
                        || !link.directionKnown() && link.parent().equals(focus))
                .toList();
    }

    /** The node with this id. */
    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }
}
