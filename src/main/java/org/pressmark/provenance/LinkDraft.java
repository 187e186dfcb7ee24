package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Claim;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.Derivation.Reason;
import org.pressmark.model.Similarity;

/** A link in the making: its reasons are gathered, its confidence is the logistic of their sum and the prior. */
final class LinkDraft {
    private static final double LEAST = 0.01;

    private final String child;
    private final String parent;
    private final double prior;
    private final List<Reason> reasons = new ArrayList<>();
    private Basis basis;
    private Directness directness;
    private Outcome outcome;
    private boolean directionKnown = true;

    LinkDraft(String child, String parent, double prior, Basis basis, Directness directness, Outcome outcome) {
        this.child = child;
        this.parent = parent;
        this.prior = prior;
        this.basis = basis;
        this.directness = directness;
        this.outcome = outcome;
    }

    String child() {
        return child;
    }

    String parent() {
        return parent;
    }

    Directness directness() {
        return directness;
    }

    Outcome outcome() {
        return outcome;
    }

    boolean directionKnown() {
        return directionKnown;
    }

    /** True where a page or a person says so. */
    boolean stated() {
        return basis != Basis.INFERRED;
    }

    List<Reason> reasons() {
        return reasons;
    }

    LinkDraft because(Reason reason) {
        boolean told = reasons.stream()
                .anyMatch(known ->
                        known.rule().equals(reason.rule()) && known.words().equals(reason.words()));
        if (!told) {
            reasons.add(reason);
        }
        return this;
    }

    LinkDraft because(String rule, double weight, String words) {
        return because(new Reason(rule, weight, words, Optional.empty(), Optional.empty()));
    }

    LinkDraft because(String rule, double weight, String words, Claim claim) {
        return because(new Reason(rule, weight, words, Optional.of(claim), Optional.empty()));
    }

    LinkDraft because(String rule, double weight, String words, Similarity similarity) {
        return because(new Reason(rule, weight, words, Optional.empty(), Optional.of(similarity)));
    }

    LinkDraft is(Outcome newOutcome) {
        this.outcome = newOutcome;
        return this;
    }

    LinkDraft is(Directness newDirectness) {
        this.directness = newDirectness;
        return this;
    }

    /** Says that a person confirms it. */
    LinkDraft confirmed() {
        this.basis = Basis.CONFIRMED;
        this.directness = Directness.DIRECT;
        return this;
    }

    LinkDraft undirected() {
        this.directionKnown = false;
        return this;
    }

    double logOdds() {
        return prior + reasons.stream().mapToDouble(Reason::weight).sum();
    }

    double confidence() {
        return logistic(logOdds());
    }

    static double logistic(double logOdds) {
        return bounded(1 / (1 + Math.exp(-logOdds)));
    }

    /** A probability as log-odds. */
    static double odds(double probability) {
        double bounded = bounded(probability);
        return Math.log(bounded / (1 - bounded));
    }

    /** Kept off 0 and 1: nothing here is certain. */
    static double bounded(double probability) {
        return Math.round(Math.max(LEAST, Math.min(1 - LEAST, probability)) * 1000) / 1000.0;
    }

    Derivation build() {
        boolean swap = !directionKnown && child.compareTo(parent) > 0;
        List<Reason> sorted = reasons.stream()
                .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.weight()))
                        .thenComparing(Reason::rule)
                        .thenComparing(Reason::words))
                .toList();
        return new Derivation(
                swap ? parent : child,
                swap ? child : parent,
                basis,
                directionKnown,
                directness,
                confidence(),
                outcome,
                sorted);
    }
}
