package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.Derivation.Reason;

/** Sources that no page states: for each copy without a stored parent the likeliest one, if the evidence names it. */
final class InferredLinks {
    /** Most near copies of a text are siblings or cousins, not its parent. */
    static final double PRIOR = -1;
    /** A stated ancestor is likelier the parent than any other text: the credit was set by somebody who had it. */
    static final double NAMED = 1;
    /** Both directions' sums must differ by this (odds of 4 to 1) before a direction is called known. */
    static final double MARGIN = 1.386;
    /** The best source must beat the second by this before it is named alone. */
    static final double LEAD = 0.4;

    private record Choice(Copy child, Copy parent, double score, double margin, double lead, List<Reason> reasons) {}

    private final Copies copies;
    private final Nodes nodes;
    private final Links links;
    private final PairWeights weights;

    InferredLinks(Copies copies, Nodes nodes, Links links) {
        this.copies = copies;
        this.nodes = nodes;
        this.links = links;
        this.weights = new PairWeights(copies);
    }

    void find() {
        List<Choice> choices = new ArrayList<>();
        for (Copy copy : copies.all()) {
            if (open(copy)) {
                choose(copy).ifPresent(choices::add);
            }
        }
        choices.sort(Comparator.comparingDouble((Choice choice) -> -choice.score())
                .thenComparing(choice -> choice.child().id()));
        choices.forEach(this::settle);
    }

    /** True where no stated link says directly where the text comes from. */
    private boolean open(Copy copy) {
        return links.sourcesOf(copy.id()).stream().noneMatch(link -> link.directness() == Directness.DIRECT);
    }

    private Optional<Choice> choose(Copy child) {
        List<Copy> nearest = copies.nearestTo(child);
        List<Copy> rivals = nearest.stream()
                .filter(parent -> !links.wouldCircle(child.id(), parent.id()))
                .filter(parent -> D1FirstProof.against(child, parent).isEmpty())
                .filter(parent -> PairWeights.sum(weights.direction(child, parent)) >= 0 || named(child, parent))
                .toList();
        Choice best = null;
        double second = Double.NEGATIVE_INFINITY;
        for (Copy parent : rivals) {
            Choice choice = weigh(child, parent, rivals, nearest);
            if (best == null || choice.score() > best.score()) {
                second = best == null ? second : best.score();
                best = choice;
            } else {
                second = Math.max(second, choice.score());
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Choice(child, best.parent(), best.score(), best.margin(), best.score() - second, best.reasons()));
    }

    private Choice weigh(Copy child, Copy parent, List<Copy> rivals, List<Copy> nearest) {
        List<Reason> direction = weights.direction(child, parent);
        double margin = PairWeights.sum(direction) - PairWeights.sum(weights.direction(parent, child));
        List<Reason> reasons = new ArrayList<>(direction);
        reasons.addAll(weights.rank(child, parent, rivals, nearest));
        if (named(child, parent)) {
            margin += 2 * NAMED;
            reasons.add(new Reason(
                    "A1",
                    NAMED,
                    child.label() + " names this text as an ancestor.",
                    Optional.empty(),
                    Optional.empty()));
        }
        commonSource(child, parent).ifPresent(reasons::add);
        return new Choice(child, parent, PRIOR + PairWeights.sum(reasons), margin, 0, reasons);
    }

    private boolean named(Copy child, Copy parent) {
        return links.between(child.id(), parent.id()).filter(LinkDraft::stated).isPresent();
    }

    /** What both state to come from explains what they share: no link between the two is needed. */
    Optional<Reason> commonSource(Copy a, Copy b) {
        Set<String> common = new HashSet<>(links.statedAncestors(a.id()));
        common.retainAll(links.statedAncestors(b.id()));
        return common.stream()
                .filter(nodes::uncaptured)
                .min(Comparator.naturalOrder())
                .flatMap(nodes::find)
                .map(node -> new Reason(
                        X1MissingReadings.RULE,
                        X1MissingReadings.EXPLAINED,
                        a.label() + " and " + b.label() + " both go back to " + node.label()
                                + " by what their pages say; that explains what they share, and no reading shows that one was made from the other.",
                        Optional.empty(),
                        Optional.empty()));
    }

    private void settle(Choice choice) {
        String child = choice.child().id();
        String parent = choice.parent().id();
        if (links.wouldCircle(child, parent)) {
            return;
        }
        Optional<LinkDraft> stated = links.between(child, parent);
        if (stated.isPresent()) {
            choice.reasons().stream()
                    .filter(reason -> !reason.rule().equals("A1"))
                    .forEach(stated.get()::because);
            return;
        }
        boolean known = choice.margin() >= MARGIN;
        if (!known || choice.score() < PRIOR) {
            return; // Siblings names the nearest copy without a direction
        }
        boolean alone = choice.lead() >= LEAD;
        LinkDraft link = new LinkDraft(
                child,
                parent,
                PRIOR,
                Basis.INFERRED,
                Directness.UNKNOWN,
                alone && choice.score() > 0 ? Outcome.INFERRED_DIRECTION_SUPPORTED : Outcome.INFERRED_POSSIBLE);
        choice.reasons().forEach(link::because);
        if (!alone) {
            link.because("T4", -0.5, "Another copy fits nearly as well as the source.");
        }
        links.sourcesOf(child).forEach(other -> other.is(Directness.INDIRECT));
        links.add(link);
    }
}
