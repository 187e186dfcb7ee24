package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.Derivation.Reason;

/** Sources that no page states: for each copy without a stored parent the likeliest one, if the evidence names it. */
final class InferredLinks {
    /** A source is named alone only where it is likelier than not, all others and none of them counted. */
    static final double NAMED = 0.5;
    /** A direction is known where it is this much of the two together. */
    static final double KNOWN = 0.8;
    /** Below this nothing is said of a source. */
    static final double POSSIBLE = 0.35;

    /** Reasons that weigh less are not told. */
    private static final double TELLING = 0.1;

    /**
     * The likeliest source of a text.
     *
     * @param probability that it is the one, all others and none of them weighed too
     */
    record Found(Copy child, Copy parent, double probability, List<Reason> reasons) {
        Outcome outcome() {
            return probability >= NAMED ? Outcome.INFERRED_DIRECTION_SUPPORTED : Outcome.INFERRED_POSSIBLE;
        }

        Derivation asLink() {
            return new Derivation(
                    child.id(),
                    parent.id(),
                    Basis.INFERRED,
                    true,
                    Directness.UNKNOWN,
                    LinkDraft.bounded(probability),
                    outcome(),
                    reasons);
        }
    }

    private final Links links;
    private final Weights weights;
    private final SourceOdds odds;

    InferredLinks(Copies copies, Nodes nodes, Links links, Weights weights) {
        this.links = links;
        this.weights = weights;
        this.odds = SourceOdds.of(SourceOdds.choices(copies, nodes, links), weights);
    }

    List<Found> find() {
        List<Found> found = new ArrayList<>();
        for (SourceOdds.Choice choice : odds.choices()) {
            if (!choice.stated()) {
                choice.options().stream()
                        .filter(option -> option.parent().isPresent() && directed(choice, option))
                        .map(option -> found(
                                choice.child(),
                                option,
                                odds.of(choice.child(), option),
                                choice.options().size() - 2))
                        .max(Comparator.comparingDouble(Found::probability)
                                .thenComparing(one -> one.parent().id()))
                        .ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingDouble((Found choice) -> -choice.probability())
                .thenComparing(choice -> choice.child().id()));
        found.forEach(this::settle);
        return found;
    }

    SourceOdds odds() {
        return odds;
    }

    private boolean directed(SourceOdds.Choice choice, SourceOdds.Option option) {
        double forth = odds.of(choice.child(), option);
        double back = odds.of(option.parent().orElseThrow(), choice.child());
        return forth >= KNOWN * (forth + back);
    }

    /** The reasons that count, and what the other possible sources take from them: together the odds of the probability. */
    private Found found(Copy child, SourceOdds.Option option, double probability, int others) {
        Copy parent = option.parent().orElseThrow();
        List<Reason> reasons = new ArrayList<>();
        option.signals().stream()
                .map(signal -> signal.weighed(weights))
                .filter(reason -> Math.abs(reason.weight()) >= TELLING)
                .forEach(reasons::add);
        double rest = LinkDraft.odds(probability)
                - reasons.stream().mapToDouble(Reason::weight).sum();
        String words = others == 0
                ? "No other stored text comes into question; the source may be one that nobody stored."
                : "Weighed against " + others + " other stored text" + (others > 1 ? "s" : "")
                        + " and against a source that nobody stored.";
        reasons.add(new Reason("W", rest, words, Optional.empty(), Optional.empty()));
        return new Found(child, parent, probability, reasons);
    }

    private void settle(Found choice) {
        Copy parent = choice.parent();
        String child = choice.child().id();
        if (choice.probability() < POSSIBLE || links.wouldCircle(child, parent.id())) {
            return;
        }
        Optional<LinkDraft> stated = links.between(child, parent.id());
        if (stated.isPresent()) {
            choice.reasons().forEach(stated.get()::because);
            return;
        }
        List<LinkDraft> known = links.sourcesOf(child);
        boolean through = known.stream().anyMatch(other -> other.directness() == Directness.DIRECT);
        LinkDraft link = new LinkDraft(
                child,
                parent.id(),
                0,
                Basis.INFERRED,
                through ? Directness.INDIRECT : Directness.UNKNOWN,
                choice.outcome());
        choice.reasons().forEach(link::because);
        if (!through) {
            known.forEach(other -> other.is(Directness.INDIRECT));
        }
        links.add(link);
    }
}
