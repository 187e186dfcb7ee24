package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;

/**
 * Lost common sources (hyparchetypes): near copies of which none can be the source of the other, since each has words that
 * the other lacks, and which have no stored source besides. What they share they have from a text that nobody stored.
 */
final class LostSources {
    /** So likely it must be of each of them that its source is not stored. */
    private static final double UNSTORED = 0.6;
    /** Above this one of the two may be the other's source after all. */
    private static final double EITHER = 0.3;

    private final Copies copies;
    private final Nodes nodes;
    private final Links links;
    private final SourceOdds odds;

    LostSources(Copies copies, Nodes nodes, Links links, SourceOdds odds) {
        this.copies = copies;
        this.nodes = nodes;
        this.links = links;
        this.odds = odds;
    }

    void find() {
        List<Copy> orphans = copies.all().stream()
                .filter(copy -> links.sourcesOf(copy.id()).isEmpty() && odds.unstored(copy) >= UNSTORED)
                .toList();
        TreeMap<String, List<Copy>> groups = new TreeMap<>();
        for (Copy orphan : orphans) {
            Optional<List<Copy>> known = groups.values().stream()
                    .filter(group -> group.stream().allMatch(other -> apart(orphan, other)))
                    .findFirst();
            known.ifPresentOrElse(
                    group -> group.add(orphan), () -> groups.put(orphan.id(), new ArrayList<>(List.of(orphan))));
        }
        groups.values().stream().filter(group -> group.size() > 1).forEach(this::link);
    }

    private boolean apart(Copy a, Copy b) {
        return copies.overlap(a, b).isPresent() && !a.samePage(b) && odds.of(a, b) + odds.of(b, a) <= EITHER;
    }

    private void link(List<Copy> group) {
        String lost = nodes.lost(group.get(0).id());
        List<String> names = group.stream().map(Copy::label).sorted().toList();
        double together = group.stream().mapToDouble(odds::unstored).reduce(1, (a, b) -> a * b);
        for (Copy copy : group) {
            LinkDraft link =
                    new LinkDraft(copy.id(), lost, 0, Basis.INFERRED, Directness.UNKNOWN, Outcome.INFERRED_POSSIBLE);
            link.because(
                    "X1",
                    LinkDraft.odds(together),
                    String.join(", ", names)
                            + " have text in common, each has words that the others lack, and no stored"
                            + " text fits as their source: they go back to one that nobody stored.");
            links.add(link);
        }
    }
}
