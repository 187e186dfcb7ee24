package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.Similarity;

/** Links that a page states: rules A1 to A3, with the page or text that each names. */
final class StatedLinks {
    /** Pages are now and then wrong about their own origin. */
    static final double PRIOR = -1;

    private static final double AGREES = 1;
    private static final double DISAGREES = -3;

    private final Copies copies;
    private final Nodes nodes;
    private final Links links;

    StatedLinks(Copies copies, Nodes nodes, Links links) {
        this.copies = copies;
        this.nodes = nodes;
        this.links = links;
    }

    void find() {
        for (Copy copy : copies.all()) {
            List<Statement> addresses = new ArrayList<>(A1ExplicitAddress.of(copy));
            addresses.addAll(A2PageAddress.of(copy));
            for (Statement statement : addresses) {
                String url = statement.claim().targetUrl().orElseThrow();
                Optional<Copy> stored = copies.atPage(url, copy);
                link(statement, stored, stored.map(Copy::id).orElseGet(() -> nodes.page(url)));
            }
            A3NamedSite.of(copy).forEach(this::site);
        }
        contradictions();
    }

    private void site(Statement statement) {
        Copy copy = statement.child();
        Optional<LinkDraft> known = links.sourcesOf(copy.id()).stream()
                .filter(link -> isSite(link.parent(), statement.claim().value()))
                .findFirst();
        if (known.isPresent()) {
            known.get().because(statement.rule(), A1ExplicitAddress.AGAIN, statement.words(), statement.claim());
            return;
        }
        String key = Publishers.key(statement.claim().value());
        Optional<Copy> stored = statement
                .claim()
                .targetUrl()
                .flatMap(url -> copies.atPage(url, copy))
                .or(() -> copies.nearTo(copy).stream()
                        .filter(other -> other.siteNames().contains(key))
                        .min(Comparator.comparingDouble((Copy other) -> -copies.likeness(copy, other))
                                .thenComparing(Copy::id)));
        if (stored.isPresent()) {
            link(statement, stored, stored.get().id());
        } else if (A3NamedSite.looksLikeSite(statement.claim())) {
            Optional<String> page = statement
                    .claim()
                    .targetUrl()
                    .filter(url -> !WebAddress.samePage(url, copy.url())
                            && url.replaceFirst("^\\w+://[^/]*/?", "").length() > 1);
            link(
                    statement,
                    stored,
                    page.map(nodes::page).orElseGet(() -> nodes.site(statement.claim(), copies.cluster(copy))));
        }
    }

    private boolean isSite(String parent, String name) {
        String key = Publishers.key(name);
        if (copies.has(parent)) {
            return copies.get(parent).siteNames().contains(key);
        }
        return nodes.find(parent)
                .filter(node -> Publishers.key(node.label()).equals(key)
                        || node.url()
                                .map(url -> Publishers.key(WebAddress.site(url)))
                                .equals(Optional.of(key)))
                .isPresent();
    }

    private void link(Statement statement, Optional<Copy> stored, String parent) {
        Copy copy = statement.child();
        Optional<LinkDraft> known = links.between(copy.id(), parent);
        if (known.isPresent()) {
            known.get().because(statement.rule(), A1ExplicitAddress.AGAIN, statement.words(), statement.claim());
            return;
        }
        LinkDraft link =
                new LinkDraft(copy.id(), parent, PRIOR, Basis.STATED, Directness.DIRECT, Outcome.STATED_NOT_ARCHIVED);
        link.because(statement.rule(), statement.weight(), statement.words(), statement.claim());
        stored.ifPresent(target -> judge(link, copy, target));
        inherited(link, statement, parent);
        if (links.wouldCircle(copy.id(), parent)) {
            link.undirected().is(Outcome.CONTRADICTORY);
            link.because(
                    statement.rule(),
                    -statement.weight(),
                    "By the other page's own words the source came from this copy: the claims form a circle.");
            links.between(parent, copy.id()).ifPresent(other -> other.is(Outcome.CONTRADICTORY));
            links.between(parent, copy.id())
                    .ifPresentOrElse(other -> link.reasons().forEach(other::because), () -> links.add(link));
            return;
        }
        links.add(link);
    }

    private void judge(LinkDraft link, Copy copy, Copy target) {
        Optional<Overlap> overlap = copies.overlap(copy, target);
        if (overlap.isPresent()) {
            Similarity shared = overlap.get().inShorter();
            link.is(Outcome.STATED_TEXT_AGREES)
                    .because(
                            "T4",
                            AGREES,
                            "The named text is stored and agrees: " + Words.percent(shared.value())
                                    + " of the shorter one stands in the other.",
                            shared);
        } else {
            link.is(Outcome.STATED_TEXT_DISAGREES)
                    .because(
                            "T4", DISAGREES, "The named text is stored and is another: the two share next to nothing.");
        }
        D1FirstProof.against(copy, target)
                .ifPresent(reason -> link.because(reason).is(Outcome.CONTRADICTORY));
    }

    /** The test of A1: a line that other copies carry too may have been copied with the text. */
    private void inherited(LinkDraft link, Statement statement, String parent) {
        if (statement.claim().targetUrl().isEmpty()) {
            return;
        }
        String url = statement.claim().targetUrl().get();
        for (Copy other : copies.nearTo(statement.child())) {
            boolean carries = !other.id().equals(parent)
                    && other.claims().stream()
                            .filter(A1ExplicitAddress::counts)
                            .filter(claim -> claim.kind() == statement.claim().kind())
                            .anyMatch(claim -> claim.targetUrl()
                                    .filter(to -> WebAddress.samePage(to, url))
                                    .isPresent());
            if (carries && !WebAddress.samePage(other.url(), url)) {
                link.is(Directness.UNKNOWN)
                        .because(
                                statement.rule(),
                                0,
                                other.label()
                                        + " carries the same address, so it may have been copied with the text: it names an ancestor, not surely the parent.");
                return;
            }
        }
    }

    /** Two lines that each give another page as the original, where neither page is known to stand behind the other. */
    private void contradictions() {
        for (Copy copy : copies.all()) {
            List<LinkDraft> originals = links.sourcesOf(copy.id()).stream()
                    .filter(link -> link.reasons().stream()
                            .anyMatch(reason -> reason.rule().equals(A1ExplicitAddress.RULE)
                                    && reason.weight() == A1ExplicitAddress.WEIGHT
                                    && reason.claim()
                                            .filter(claim ->
                                                    claim.kind() == org.pressmark.model.Claim.Kind.ORIGINAL_URL)
                                            .isPresent()))
                    .toList();
            for (LinkDraft a : originals) {
                for (LinkDraft b : originals) {
                    if (a != b && !related(a.parent(), b.parent())) {
                        a.is(Outcome.CONTRADICTORY)
                                .because(
                                        A1ExplicitAddress.RULE,
                                        -2,
                                        "The same page also gives another address as its original: " + name(b.parent())
                                                + ".");
                    }
                }
            }
        }
    }

    private boolean related(String a, String b) {
        return links.ancestors(a).contains(b) || links.ancestors(b).contains(a);
    }

    private String name(String id) {
        return nodes.find(id)
                .map(node -> node.url().orElse(node.label()))
                .orElseGet(() -> copies.has(id) ? copies.get(id).url() : id);
    }
}
