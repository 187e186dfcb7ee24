package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.Similarity;

/**
 * Ways that are possible, not stated, and not decidable: a copy states no page as its source, and a near copy of it states
 * one that nobody stored.
 */
final class PossibleWays {
    private static final double PRIOR = -2;
    private static final double ALIKE = 1;
    private static final double FITS = 0.5;
    private static final double NOT_STORED = -0.5;
    private static final int MOST_EACH = 2;

    private record Way(Copy through, String page, Similarity shared) {}

    private final Copies copies;
    private final Nodes nodes;
    private final Links links;

    PossibleWays(Copies copies, Nodes nodes, Links links) {
        this.copies = copies;
        this.nodes = nodes;
        this.links = links;
    }

    void find() {
        List<LinkDraft> found = new ArrayList<>();
        for (Copy copy : copies.all()) {
            if (links.sourcesOf(copy.id()).stream()
                    .allMatch(link -> link.parent().startsWith("wire:"))) {
                ways(copy).stream()
                        .sorted(Comparator.comparingDouble(
                                        (Way way) -> -way.shared().value())
                                .thenComparing(Way::page))
                        .limit(MOST_EACH)
                        .forEach(way -> found.add(link(copy, way)));
            }
        }
        found.forEach(links::add); // together, so that one possible way never opens another
    }

    private List<Way> ways(Copy copy) {
        List<Way> out = new ArrayList<>();
        List<LinkDraft> credits = links.sourcesOf(copy.id());
        for (Copy other : copies.nearTo(copy)) {
            for (LinkDraft link : links.sourcesOf(other.id())) {
                boolean page = link.stated()
                        && link.outcome() != Outcome.CONTRADICTORY
                        && link.parent().startsWith("page:")
                        && nodes.uncaptured(link.parent());
                boolean fits = credits.isEmpty()
                        || credits.stream()
                                .anyMatch(
                                        credit -> links.ancestors(link.parent()).contains(credit.parent()));
                boolean told = out.stream().anyMatch(way -> way.page().equals(link.parent()));
                if (page
                        && fits
                        && !told
                        && !links.rejected(copy.id(), link.parent())
                        && !own(copy, link.parent())
                        && !later(copy, link.parent())) {
                    copies.overlap(copy, other)
                            .ifPresent(overlap -> out.add(new Way(other, link.parent(), overlap.ofFirst())));
                }
            }
        }
        return out;
    }

    /** A page of the copy's own site, or the copy's own address, is no way for it. */
    private boolean own(Copy copy, String page) {
        return nodes.find(page)
                .flatMap(node -> node.url())
                .filter(url -> WebAddress.sameSite(url, copy.url()))
                .isPresent();
    }

    private boolean later(Copy copy, String page) {
        Optional<ClaimedDate> date =
                nodes.find(page).flatMap(node -> node.claimedDate()).flatMap(ClaimedDate::parse);
        return date.isPresent()
                && copy.date().filter(own -> own.before(date.get())).isPresent();
    }

    private LinkDraft link(Copy copy, Way way) {
        String page = nodes.find(way.page()).map(node -> node.label()).orElse(way.page());
        LinkDraft link = new LinkDraft(
                copy.id(), way.page(), PRIOR, Basis.INFERRED, Directness.UNKNOWN, Outcome.INFERRED_POSSIBLE);
        link.because(
                "T4",
                ALIKE * way.shared().value(),
                Words.percent(way.shared().value()) + " of " + copy.label() + " stands in "
                        + way.through().label() + ", which states " + page + " as its original.",
                way.shared());
        if (!links.sourcesOf(copy.id()).isEmpty()) {
            link.because("A4", FITS, "The credit of " + copy.label() + " fits: both go back to the same agency.");
        }
        link.because(
                "X1",
                NOT_STORED,
                "A way through " + page + " is possible, not stated, and not decidable from the texts: " + page
                        + " is not stored, so no reading of its own can be looked for.");
        return link;
    }
}
