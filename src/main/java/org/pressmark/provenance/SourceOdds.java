package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pressmark.model.Derivation.Directness;

/**
 * For each traced text the odds of every stored text being its source, or none of them, all weighed together: what makes one
 * source likelier makes the others less so, and no text comes from itself by a circle.
 */
final class SourceOdds {
    /**
     * A source that a text may have.
     *
     * @param parent empty for none of the stored texts
     * @param signals what speaks for it and against
     */
    record Option(Optional<Copy> parent, List<Signal> signals) {}

    /** A text with its possible sources, of which a stated one is the only one. */
    record Choice(Copy child, boolean stated, List<Option> options) {}

    private final List<Choice> choices;
    private final double[][] odds;
    private final Map<String, Integer> places = new HashMap<>();

    private SourceOdds(List<Choice> choices, Weights weights) {
        this.choices = choices;
        choices.forEach(choice -> places.put(choice.child().id(), places.size()));
        double[][] scores = new double[choices.size()][choices.size()];
        for (int child = 0; child < scores.length; child++) {
            Arrays.fill(scores[child], Double.NEGATIVE_INFINITY);
            for (Option option : choices.get(child).options()) {
                scores[child][place(option, child)] = weights.sum(option.signals());
            }
        }
        this.odds = TreeOdds.of(scores);
    }

    static SourceOdds of(List<Choice> choices, Weights weights) {
        return new SourceOdds(choices, weights);
    }

    /** All choices of a trace, before anything is weighed. */
    static List<Choice> choices(Copies copies, Nodes nodes, Links links) {
        PairSignals pairs = new PairSignals(copies);
        List<Choice> out = new ArrayList<>();
        for (Copy child : copies.all()) {
            Optional<Copy> stated = links.sourcesOf(child.id()).stream()
                    .filter(link -> link.directness() == Directness.DIRECT && copies.has(link.parent()))
                    .map(link -> copies.get(link.parent()))
                    .findFirst();
            if (stated.isPresent()) {
                out.add(new Choice(child, true, List.of(new Option(stated, List.of()))));
                continue;
            }
            List<Option> options = new ArrayList<>();
            List<Copy> nearest = copies.nearestTo(child);
            options.add(new Option(Optional.empty(), none(child, nearest, copies, nodes, links)));
            for (Copy parent : nearest) {
                if (!links.rejected(child.id(), parent.id())
                        && !links.rejected(parent.id(), child.id())
                        && !links.wouldCircle(child.id(), parent.id())
                        && D1FirstProof.against(child, parent).isEmpty()) {
                    List<Signal> signals = new ArrayList<>(pairs.of(child, parent));
                    if (links.between(child.id(), parent.id())
                            .filter(LinkDraft::stated)
                            .isPresent()) {
                        signals.add(Signal.of("A1.named", 1, child.label() + " names this text as an ancestor."));
                    }
                    Optional<Signal> common = common(child, parent, nodes, links);
                    common.ifPresent(signals::add);
                    // two copies of one lost source, and no third text to tell whose readings are whose: not decidable
                    if (common.isEmpty() || nearest.size() > 1) {
                        options.add(new Option(Optional.of(parent), signals));
                    }
                }
            }
            out.add(new Choice(child, false, options));
        }
        return out;
    }

    /** What both state to come from explains what they share: no link between the two is needed. */
    static Optional<Signal> common(Copy a, Copy b, Nodes nodes, Links links) {
        Set<String> both = new TreeSet<>(links.statedAncestors(a.id()));
        both.retainAll(links.statedAncestors(b.id()));
        return both.stream()
                .filter(nodes::uncaptured)
                .findFirst()
                .flatMap(nodes::find)
                .map(node -> Signal.of(
                        "X1.common",
                        1,
                        a.label() + " and " + b.label() + " both go back to " + node.label()
                                + " by what their pages say; that alone explains what they share."));
    }

    private static List<Signal> none(Copy child, List<Copy> nearest, Copies copies, Nodes nodes, Links links) {
        List<Signal> out = new ArrayList<>();
        out.add(Signal.of("N.none", 1, "The source of a text is often not stored."));
        boolean elsewhere = links.sourcesOf(child.id()).stream()
                .anyMatch(link -> link.directness() == Directness.DIRECT && nodes.uncaptured(link.parent()));
        if (elsewhere) {
            out.add(Signal.of("N.elsewhere", 1, "It names a source that is not stored."));
        }
        if (child.agencySite().isPresent()) {
            out.add(Signal.of("N.agency", 1, "It stands on an agency's own site."));
        }
        boolean later = nearest.stream()
                .anyMatch(other -> child.date().isPresent()
                        && other.date()
                                .filter(date -> date.before(child.date().get()))
                                .isPresent());
        if (!later && child.date().isPresent()) {
            out.add(Signal.of("N.first", 1, "No stored copy of it claims an earlier date."));
        }
        double near = nearest.isEmpty() ? 0 : copies.nearness(child, nearest.get(0));
        out.add(Signal.of("N.far", 1 - near, "The nearest stored text is not very near."));
        return out;
    }

    List<Choice> choices() {
        return choices;
    }

    private int place(Option option, int child) {
        return option.parent().map(parent -> place(parent.id())).orElse(child);
    }

    private int place(String id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("expected one of the weighed texts, found: " + id);
        }
        return place;
    }

    /** The probability that this option of a child is the true one. */
    double of(Copy child, Option option) {
        int at = place(child.id());
        return odds[at][place(option, at)];
    }

    /** The probability that the one comes from the other. */
    double of(Copy child, Copy parent) {
        return odds[place(child.id())][place(parent.id())];
    }

    /** The probability that the source of a text is not among the stored ones; 0 where one is stated. */
    double unstored(Copy copy) {
        int place = place(copy.id());
        return choices.get(place).stated() ? 0 : odds[place][place];
    }
}
