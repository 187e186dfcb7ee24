package org.pressmark.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Claim;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Place;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;

/** Says what a chain holds in neutral words; the tree, the picture and the list all speak through it. */
final class ChainTalk {
    private static final Set<Claim.Kind> CREDITS = Set.of(
            Claim.Kind.ORIGINAL_URL,
            Claim.Kind.SOURCE_CREDIT,
            Claim.Kind.FIRST_APPEARED,
            Claim.Kind.BYLINE,
            Claim.Kind.AGENCY_DATELINE,
            Claim.Kind.SYNDICATION_SOURCE,
            Claim.Kind.ORIGINAL_SOURCE,
            Claim.Kind.JSONLD_BASED_ON);

    private static final Comparator<Node> READING = Comparator.comparing(
                    (Node node) -> node.kind() == NodeKind.VERSION ? 1 : 0)
            .thenComparing(node -> node.claimedDate().orElse("9999"))
            .thenComparing(node -> node.capturedAt().map(Object::toString).orElse(""))
            .thenComparing(Node::id);

    private final ProvenanceChain chain;
    private final ChainNotes notes;

    ChainTalk(ProvenanceChain chain, ChainNotes notes) {
        this.chain = chain;
        this.notes = notes;
    }

    /** The siglum where there is one, else the label. */
    String shortName(String id) {
        String siglum = notes.sigla().get(id);
        return siglum != null
                ? Shown.line(siglum)
                : chain.node(id).map(node -> Shown.line(node.label())).orElse("a text that is not shown");
    }

    /** E.g. {@code A  copies.example}, {@code The Moscow Times, 27 Dec 2021 (not captured)}. */
    String name(Node node) {
        String siglum = notes.sigla().get(node.id());
        StringBuilder out = new StringBuilder(siglum == null ? "" : Shown.line(siglum) + "  ");
        out.append(Shown.line(node.label()));
        if (node.kind() != NodeKind.VERSION) {
            node.claimedDate().ifPresent(date -> out.append(", ").append(Words.claimedDay(date)));
        }
        return out.append(lost(node)).toString();
    }

    /** The text that was asked about, by its label. */
    String focus() {
        return chain.node(chain.focus()).map(node -> Shown.line(node.label())).orElse("this text");
    }

    /** Siglum and label alone. */
    String plainName(Node node) {
        String siglum = notes.sigla().get(node.id());
        return (siglum == null ? "" : Shown.line(siglum) + "  ") + Shown.line(node.label());
    }

    /** What a box says below the name: the stated date, then when it was captured or that it was not. */
    List<String> boxLines(Node node) {
        List<String> lines = new ArrayList<>();
        lines.add(node.claimedDate()
                .map(date -> "says " + Words.claimedDay(date))
                .or(() -> silence(node))
                .orElse("no date stated"));
        lines.add(node.capturedAt()
                .map(time -> captured(node, time))
                .orElse(node.kind() == NodeKind.HYPARCHETYPE ? "no copy known" : "not captured"));
        return lines;
    }

    private static String lost(Node node) {
        return switch (node.kind()) {
            case VERSION -> "";
            case UNCAPTURED_PAGE, UNCAPTURED_WIRE -> " (not captured)";
            case HYPARCHETYPE -> " (no copy known)";
        };
    }

    /** When the text was seen and what it says of its date; empty for what nobody captured. */
    String times(Node node) {
        List<String> words = new ArrayList<>();
        node.claimedDate().ifPresent(date -> words.add("says " + Words.claimedDay(date)));
        node.capturedAt().ifPresent(time -> words.add(captured(node, time)));
        return String.join(", ", words);
    }

    /** When, and by whom where it was another archive: then that one is the witness, not we. */
    String captured(Node node, Instant time) {
        String witness = notes.witnesses().get(node.id());
        return "captured " + Words.day(time) + (witness == null ? "" : " by " + Shown.line(witness));
    }

    /** What the link rests on, e.g. {@code stated: “Source: AFP”}, {@code inferred, likely (0.83)}. */
    String basis(Derivation link) {
        String said = said(link);
        return switch (link.outcome()) {
            case STATED_TEXT_AGREES -> (said.isEmpty() ? confirmedOr(link, "stated") : said) + "; the texts agree";
            case STATED_TEXT_DISAGREES ->
                (said.isEmpty() ? confirmedOr(link, "stated") : said) + "; the stored text is another";
            case STATED_NOT_ARCHIVED -> said.isEmpty() ? confirmedOr(link, "stated") : said;
            case INFERRED_DIRECTION_SUPPORTED -> confirmedOr(link, "not stated, " + likely(link));
            case INFERRED_POSSIBLE -> confirmedOr(link, "not stated, possible " + share(link));
            case LINKED_DIRECTION_UNKNOWN -> "text in common; which came first is not known";
            case CONTRADICTORY -> (said.isEmpty() ? "stated" : said) + "; the statements contradict each other";
        };
    }

    private static String confirmedOr(Derivation link, String words) {
        return link.basis() == Basis.CONFIRMED ? "confirmed by a person" : words;
    }

    /** The stated words, each once: what a page says in its head and again in its text is told in the longer form. */
    private String said(Derivation link) {
        List<Claim> claims = link.reasons().stream()
                .filter(reason -> reason.weight() > 0)
                .flatMap(reason -> reason.claim().stream())
                .toList();
        Set<String> phrases = new LinkedHashSet<>();
        for (Claim claim : claims) {
            String exact = claim.evidence().exact();
            boolean within = claims.stream()
                    .anyMatch(other -> other.capture().equals(claim.capture())
                            && other.evidence().exact().length() > exact.length()
                            && other.evidence().exact().contains(exact));
            if (!within) {
                String by = claim.capture().equals(link.child()) ? "" : " by " + shortName(claim.capture());
                phrases.add("stated" + by + ": “" + Shown.line(exact) + "”");
            }
        }
        return link.basis() == Basis.STATED ? String.join(", ", phrases) : "";
    }

    /** The confidence in words and as a number. */
    static String likely(Derivation link) {
        String word = link.confidence() >= 0.9 ? "very likely" : link.confidence() >= 0.7 ? "likely" : "possible";
        return word + " " + share(link);
    }

    private static String share(Derivation link) {
        return String.format(Locale.ROOT, "(%.2f)", link.confidence());
    }

    /** One word for an edge of a picture. */
    static String edge(Derivation link) {
        if (link.basis() == Basis.CONFIRMED) {
            return "confirmed";
        }
        return switch (link.outcome()) {
            case STATED_TEXT_AGREES, STATED_NOT_ARCHIVED -> "stated";
            case STATED_TEXT_DISAGREES -> "stated, text differs";
            case CONTRADICTORY -> "contradictory";
            case INFERRED_DIRECTION_SUPPORTED -> likely(link);
            case INFERRED_POSSIBLE -> "possible " + share(link);
            case LINKED_DIRECTION_UNKNOWN -> "direction unknown";
        };
    }

    /** What an additional way to the text is called, below its main one. */
    String otherWay(Derivation link, String asSeenFrom) {
        if (!link.directionKnown()) {
            String twin = link.child().equals(asSeenFrom) ? link.parent() : link.child();
            return "has text in common with " + shortName(twin) + "; which came first is not known";
        }
        String parent = shortName(link.parent());
        return switch (link.outcome()) {
            case INFERRED_POSSIBLE ->
                "may have come through " + parent + ": not stated, not decidable from the text " + share(link);
            case INFERRED_DIRECTION_SUPPORTED -> "from " + parent + ": not stated, " + likely(link);
            default -> "also from " + parent + ": " + basis(link);
        };
    }

    /** The same of several, those that tell of nothing but common text in one sentence. */
    List<String> otherWays(List<Derivation> links, String asSeenFrom) {
        List<Derivation> open =
                links.stream().filter(link -> !link.directionKnown()).toList();
        List<String> out = new ArrayList<>();
        if (open.size() > 1) {
            List<String> twins = open.stream()
                    .map(link -> shortName(link.child().equals(asSeenFrom) ? link.parent() : link.child()))
                    .toList();
            out.add("has text in common with " + Words.list(twins) + "; which came first is not known");
        }
        links.stream()
                .filter(link -> link.directionKnown() || open.size() == 1)
                .forEach(link -> out.add(otherWay(link, asSeenFrom)));
        return out;
    }

    /** A remark on captured texts that credit nobody. */
    Optional<String> silence(Node node) {
        boolean credits = node.claims().stream()
                .anyMatch(claim -> CREDITS.contains(claim.kind())
                        && (claim.scope() == Claim.Scope.ARTICLE || claim.scope() == Claim.Scope.PAGE));
        boolean stated = chain.links().stream()
                .anyMatch(link -> link.child().equals(node.id()) && link.basis() != Basis.INFERRED);
        return node.kind() == NodeKind.VERSION && !credits && !stated
                ? Optional.of("no credit line found in this capture")
                : Optional.empty();
    }

    /** What differs at this text, a phrase for each text that it is set against. */
    List<HopChanges> hops(String id) {
        return notes.hops().stream().filter(hop -> hop.copy().equals(id)).toList();
    }

    /** The claims that the links rest on, each once, in the order of the links. */
    List<Claim> claims() {
        Set<Claim> claims = new LinkedHashSet<>();
        chain.links()
                .forEach(link -> link.reasons().forEach(reason -> reason.claim().ifPresent(claims::add)));
        return List.copyOf(claims);
    }

    /** E.g. {@code bytes 6204–6330 of urn:uuid:…, at p.origin}. */
    static String place(Claim claim) {
        Place place = claim.evidence().place();
        String record = Shown.line(claim.evidence().recordId());
        String where = place.endByte() > place.startByte()
                ? "bytes " + place.startByte() + "–" + place.endByte() + " of " + record
                : "in " + record;
        return place.selector().isEmpty() ? where : where + ", at " + Shown.line(place.selector());
    }

    /**
     * Each link as a sentence, for readers who can't see the picture, in the order in which it is read: origins that were not
     * captured, then the copies in order of time, each with where it comes from and what differs in it.
     */
    List<String> sentences() {
        List<String> out = new ArrayList<>();
        for (Node node : chain.nodes().stream().sorted(READING).toList()) {
            chain.links().stream()
                    .filter(link -> link.child().equals(node.id()))
                    .map(this::sentence)
                    .forEach(out::add);
            hops(node.id())
                    .forEach(hop ->
                            out.add(name(node).replace("  ", " ") + ": " + hop.words(nameOf(hop.against())) + "."));
        }
        return out;
    }

    private String sentence(Derivation link) {
        String child = nameOf(link.child());
        String parent = nameOf(link.parent());
        return switch (link.outcome()) {
            case LINKED_DIRECTION_UNKNOWN ->
                child + " and " + parent + " have text in common; which came first is not known.";
            case INFERRED_POSSIBLE ->
                child + " may have come through " + parent + ": not stated, not decidable from the text " + share(link)
                        + ".";
            default -> child + " comes from " + parent + ": " + basis(link) + ".";
        };
    }

    private String nameOf(String id) {
        return chain.node(id).map(this::name).map(s -> s.replace("  ", " ")).orElseGet(() -> shortName(id));
    }
}
