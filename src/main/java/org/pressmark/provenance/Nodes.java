package org.pressmark.provenance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pressmark.model.Claim;
import org.pressmark.model.Field;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;
import org.pressmark.model.UrlKey;
import org.pressmark.text.Agencies;

/** The texts of the graph that nobody stored, each made once; and how a stored one looks as a node. */
final class Nodes {
    private final Map<String, Node> uncaptured = new TreeMap<>();

    /** A page that is named by its address: {@code page:<surt>}, its date as its path has it. */
    String page(String url) {
        String id = "page:" + UrlKey.of(url).surt();
        String host = WebAddress.plainHost(url);
        Optional<String> agent = Agencies.all()
                .ofHost(host)
                .or(() -> Publishers.all().ofHost(host).map(Publishers.Publisher::name));
        uncaptured.computeIfAbsent(
                id,
                key -> node(
                        key,
                        NodeKind.UNCAPTURED_PAGE,
                        Publishers.all().label(url),
                        Optional.of(url),
                        agent,
                        WebAddress.dateInPath(url)));
        return id;
    }

    /** A page of a site that is only named: {@code page:<site>:<cluster>}. */
    String site(Claim claim, String cluster) {
        String id = "page:" + Publishers.key(claim.value()) + ":" + cluster;
        uncaptured.computeIfAbsent(
                id,
                key -> node(
                        key,
                        NodeKind.UNCAPTURED_PAGE,
                        claim.value(),
                        Optional.empty(),
                        claim.agent(),
                        Optional.empty()));
        return id;
    }

    /** An agency's item: {@code wire:<agency>:<cluster>}, one for each group of copies. */
    String wire(String agency, String cluster) {
        String id = "wire:" + agency + ":" + cluster;
        uncaptured.computeIfAbsent(
                id,
                key -> node(
                        key,
                        NodeKind.UNCAPTURED_WIRE,
                        agency + ", wire",
                        Optional.empty(),
                        Optional.of(agency),
                        Optional.empty()));
        return id;
    }

    /** A common source of which no copy is known: {@code lost:<first of the texts that go back to it>}. */
    String lost(String first) {
        String id = "lost:" + first;
        uncaptured.computeIfAbsent(
                id,
                key -> node(
                        key,
                        NodeKind.HYPARCHETYPE,
                        "a common source",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return id;
    }

    boolean uncaptured(String id) {
        return uncaptured.containsKey(id);
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(uncaptured.get(id));
    }

    /** All that were named, by id. */
    Map<String, Node> all() {
        return new LinkedHashMap<>(uncaptured);
    }

    static Node version(Copy copy) {
        TracedText text = copy.text();
        return new Node(
                copy.id(),
                NodeKind.VERSION,
                copy.label(),
                text.url().isEmpty() ? Optional.empty() : Optional.of(text.url()),
                Publishers.all()
                        .ofHost(WebAddress.plainHost(text.url()))
                        .map(Publishers.Publisher::name)
                        .or(copy::agencySite)
                        .or(() -> text.article().site().map(Field::value)),
                text.article().published().map(Field::value),
                Optional.of(text.capturedAt()),
                text.article().headline().map(Field::value),
                text.claims());
    }

    private static Node node(
            String id,
            NodeKind kind,
            String label,
            Optional<String> url,
            Optional<String> agent,
            Optional<String> date) {
        return new Node(id, kind, label, url, agent, date, Optional.empty(), Optional.empty(), List.of());
    }
}
