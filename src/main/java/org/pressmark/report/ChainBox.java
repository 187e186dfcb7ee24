package org.pressmark.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain.Node;

/**
 * A text in the picture of a chain, or several that are drawn as one.
 *
 * @param nodes oldest first; more than one only where they are drawn as one
 * @param links what the box hangs by, of several copies one for each; none for what comes from nothing that is known
 * @param below what came from it
 * @param beside what has text in common with it, where nobody can say which came first
 */
record ChainBox(Kind kind, List<Node> nodes, List<Derivation> links, List<ChainBox> below, List<ChainBox> beside) {
    enum Kind {
        /** One text. */
        TEXT,
        /** Texts that came from the same one in the same way, with changes of the same weight, and led to no other. */
        COPIES,
        /** Texts of one page, each from the one before. */
        VERSIONS
    }

    ChainBox {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        below = List.copyOf(below);
        beside = List.copyOf(beside);
    }

    /** A box is nothing but itself: no two hold the same text, and what hangs by it need not be looked at to know it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return first().id().hashCode();
    }

    Node first() {
        return nodes.get(0);
    }

    Node last() {
        return nodes.get(nodes.size() - 1);
    }

    /** Whether nothing hangs by it. */
    boolean leaf() {
        return below.isEmpty() && beside.isEmpty();
    }
}
