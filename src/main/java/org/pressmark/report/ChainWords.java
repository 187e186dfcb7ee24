package org.pressmark.report;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;
import org.pressmark.model.UrlKey;

/**
 * What a person may say of a chain: of each link that it is right or wrong, and that there is one more.
 *
 * @param of record id of the capture whose chain it is
 * @param url its address, which a link that is added leads from
 * @param links each once
 */
public record ChainWords(String of, String url, List<Link> links) {

    /**
     * A link that was concluded.
     *
     * @param child address of the copy
     * @param parent address of its source, or the name of an agency
     * @param confirmed whether a person has confirmed it
     */
    public record Link(String child, String parent, boolean confirmed) {}

    public ChainWords {
        links = List.copyOf(links);
    }

    /** What may be said of a capture's chain. Texts of one page come from each other: nothing is to be said of that. */
    public static ChainWords of(ProvenanceChain chain, Capture capture) {
        List<Link> links = chain.links().stream()
                .flatMap(link -> {
                    Optional<String> child = chain.node(link.child())
                            .filter(node -> node.kind() == NodeKind.VERSION)
                            .flatMap(Node::url);
                    Optional<String> parent = chain.node(link.parent()).flatMap(ChainWords::named);
                    return child.isEmpty() || parent.isEmpty() || same(child.get(), parent.get())
                            ? Optional.<Link>empty().stream()
                            : Optional.of(new Link(child.get(), parent.get(), link.basis() == Basis.CONFIRMED))
                                    .stream();
                })
                .distinct()
                .toList();
        return new ChainWords(capture.recordId(), capture.url(), links);
    }

    private static Optional<String> named(Node node) {
        return switch (node.kind()) {
            case VERSION, UNCAPTURED_PAGE -> node.url();
            case UNCAPTURED_WIRE -> node.agent();
            case HYPARCHETYPE -> Optional.empty();
        };
    }

    private static boolean same(String child, String parent) {
        return UrlKey.of(child).equals(UrlKey.of(parent));
    }
}
