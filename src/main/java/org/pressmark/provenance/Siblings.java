package org.pressmark.provenance;

import java.util.Comparator;
import java.util.Optional;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.Similarity;

/** Texts that belong together without anyone knowing which came first: each is linked to its nearest, and no further. */
final class Siblings {
    private static final double PRIOR = -1.5;
    private static final double PER_UNIT = 4;

    private final Copies copies;
    private final Links links;
    private final Nodes nodes;

    Siblings(Copies copies, Nodes nodes, Links links) {
        this.copies = copies;
        this.nodes = nodes;
        this.links = links;
    }

    void find() {
        for (Copy copy : copies.all()) {
            boolean storedSource = links.sourcesOf(copy.id()).stream().anyMatch(link -> copies.has(link.parent()));
            if (!storedSource) {
                nearest(copy).ifPresent(other -> link(copy, other));
            }
        }
    }

    private Optional<Copy> nearest(Copy copy) {
        return copies.nearTo(copy).stream()
                .max(Comparator.comparingDouble((Copy other) -> copies.nearness(copy, other))
                        .thenComparing(Copy::id, Comparator.reverseOrder()));
    }

    private void link(Copy copy, Copy other) {
        boolean related = links.rejected(copy.id(), other.id())
                || links.rejected(other.id(), copy.id())
                || links.ancestors(copy.id()).stream()
                        .anyMatch(id -> id.startsWith("lost:")
                                && links.ancestors(other.id()).contains(id))
                || links.linked(copy.id(), other.id())
                || links.ancestors(copy.id()).contains(other.id())
                || links.ancestors(other.id()).contains(copy.id());
        if (related) {
            return;
        }
        Copy first = copy.id().compareTo(other.id()) < 0 ? copy : other;
        Copy second = first == copy ? other : copy;
        Optional<Similarity> known = copies.overlap(first, second).map(Overlap::inShorter);
        if (known.isEmpty()) {
            return;
        }
        Similarity shared = known.get();
        LinkDraft link = new LinkDraft(
                        first.id(),
                        second.id(),
                        PRIOR,
                        Basis.INFERRED,
                        Directness.UNKNOWN,
                        Outcome.LINKED_DIRECTION_UNKNOWN)
                .undirected();
        link.because(
                T4Nearest.RULE,
                PER_UNIT * (shared.value() - 0.5),
                first.label() + " and " + second.label() + " have " + Words.percent(shared.value())
                        + " of the shorter text in common; which of the two came first is not known.",
                shared);
        SourceOdds.common(first, second, nodes, links)
                .ifPresent(
                        common -> link.because(common.weighed(Weights.fitted())).is(Directness.INDIRECT));
        links.add(link);
    }
}
