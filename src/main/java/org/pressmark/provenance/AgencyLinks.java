package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;

/** Links to agencies: rule A4. A credit that a copy carries beside a named original is taken for the original's own. */
final class AgencyLinks {
    private static final double THROUGH_COPY = -0.5;

    private final Copies copies;
    private final Nodes nodes;
    private final Links links;

    AgencyLinks(Copies copies, Nodes nodes, Links links) {
        this.copies = copies;
        this.nodes = nodes;
        this.links = links;
    }

    void find() {
        for (Copy copy : copies.all()) {
            List<Statement> all = A4AgencyCredit.of(copy);
            boolean contradictory = A4AgencyCredit.contradictory(all);
            Map<String, List<Statement>> byAgency = new LinkedHashMap<>();
            all.forEach(statement -> byAgency.computeIfAbsent(
                            statement.claim().agent().orElseThrow(), agency -> new ArrayList<>())
                    .add(statement));
            byAgency.forEach((agency, statements) -> credit(copy, agency, statements, contradictory));
        }
    }

    private void credit(Copy copy, String agency, List<Statement> statements, boolean contradictory) {
        List<LinkDraft> sources = links.sourcesOf(copy.id());
        Optional<LinkDraft> own =
                sources.stream().filter(link -> isAgency(link.parent(), agency)).findFirst();
        if (own.isPresent()) {
            statements.forEach(statement ->
                    own.get().because(statement.rule(), A1ExplicitAddress.AGAIN, statement.words(), statement.claim()));
            return;
        }
        List<LinkDraft> unstored =
                sources.stream().filter(link -> nodes.uncaptured(link.parent())).toList();
        if (!unstored.isEmpty()) {
            unstored.forEach(link -> inherited(copy, link.parent(), agency, statements, contradictory));
            return;
        }
        boolean kept = sources.stream()
                .filter(link -> link.outcome() == Outcome.STATED_TEXT_AGREES)
                .anyMatch(link -> credits(copies.get(link.parent()), agency));
        if (!kept) {
            direct(copy, agency, statements, contradictory, sources.isEmpty());
        }
    }

    /** "By AFP" on a copy that names its original: the byline is taken to be the original's. */
    private void inherited(Copy copy, String page, String agency, List<Statement> statements, boolean contradictory) {
        String wire = nodes.wire(agency, copies.cluster(copy));
        LinkDraft link = draft(page, wire, contradictory);
        String original = nodes.find(page).map(node -> node.label()).orElse(page);
        for (Statement statement : statements) {
            boolean first =
                    link.reasons().stream().noneMatch(reason -> reason.claim().isPresent());
            String words = copy.label() + " gives " + original + " as its original and also carries "
                    + Words.quote(statement.claim()) + ": the credit to " + agency
                    + " is taken to be that of the original, which is not stored.";
            link.because(
                    statement.rule(),
                    first ? statement.weight() + THROUGH_COPY : A1ExplicitAddress.AGAIN,
                    words,
                    statement.claim());
        }
        links.add(link);
    }

    private void direct(Copy copy, String agency, List<Statement> statements, boolean contradictory, boolean alone) {
        Optional<Copy> stored = copies.nearTo(copy).stream()
                .filter(other -> other.agencySite().equals(Optional.of(agency)))
                .max(java.util.Comparator.comparingDouble((Copy other) -> copies.likeness(copy, other))
                        .thenComparing(Copy::id));
        String parent = stored.map(Copy::id).orElseGet(() -> nodes.wire(agency, copies.cluster(copy)));
        if (links.wouldCircle(copy.id(), parent)
                || links.between(copy.id(), parent).isPresent()) {
            return;
        }
        LinkDraft link = draft(copy.id(), parent, contradictory);
        link.is(alone ? Directness.UNKNOWN : Directness.INDIRECT);
        stored.ifPresent(target -> {
            if (!contradictory) {
                link.is(Outcome.STATED_TEXT_AGREES);
            }
            D1FirstProof.against(copy, target)
                    .ifPresent(reason -> link.because(reason).is(Outcome.CONTRADICTORY));
        });
        for (Statement statement : statements) {
            boolean first =
                    link.reasons().stream().noneMatch(reason -> reason.rule().equals(A4AgencyCredit.RULE));
            link.because(
                    statement.rule(),
                    first ? statement.weight() : A1ExplicitAddress.AGAIN,
                    statement.words(),
                    statement.claim());
        }
        links.add(link);
    }

    private static LinkDraft draft(String child, String parent, boolean contradictory) {
        LinkDraft link = new LinkDraft(
                child,
                parent,
                StatedLinks.PRIOR,
                Basis.STATED,
                Directness.UNKNOWN,
                contradictory ? Outcome.CONTRADICTORY : Outcome.STATED_NOT_ARCHIVED);
        if (contradictory) {
            link.because(A4AgencyCredit.RULE, -1, "The same page credits different agencies in different places.");
        }
        return link;
    }

    private boolean isAgency(String id, String agency) {
        if (copies.has(id)) {
            return copies.get(id).agencySite().equals(Optional.of(agency));
        }
        return nodes.find(id).flatMap(node -> node.agent()).equals(Optional.of(agency));
    }

    private static boolean credits(Copy copy, String agency) {
        return copy.agencySite().equals(Optional.of(agency))
                || A4AgencyCredit.of(copy).stream()
                        .anyMatch(statement -> statement.claim().agent().equals(Optional.of(agency)));
    }
}
