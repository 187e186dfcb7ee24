package org.pressmark.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Scope;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.Derivation.Reason;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;

/** The real pair comes out as PROVENANCE part 1 says. */
final class PairChainTest {
    private static final String MOSCOW =
            "page:com,themoscowtimes)/2021/12/27/turkey-urges-russia-to-drop-one-sided-nato-demands-a-75936";
    private static final String WIRE = "wire:AFP:" + Pair.ARCHIVED;

    private final List<TracedText> texts = List.of(
            Pair.archivedPage().text(Pair.ARCHIVED), Pair.republishedPage().text(Pair.REPUBLISHED));
    private final ProvenanceChain chain = ChainTracer.trace(Pair.REPUBLISHED, texts, new MeasuredLikeness(texts));

    @Test
    void moscowTimesPageIsANodeThoughNobodyStoredIt() {
        Node page = chain.node(MOSCOW).orElseThrow();
        assertEquals(NodeKind.UNCAPTURED_PAGE, page.kind());
        assertEquals("The Moscow Times", page.label());
        assertEquals(Optional.of("2021-12-27"), page.claimedDate());
        assertEquals(Optional.of(Pair.ORIGINAL_PAGE), page.url());
    }

    @Test
    void archivedCopyStatesTheMoscowTimesWithItsExactWords() {
        Derivation link = ChainTracerTest.link(chain, Pair.ARCHIVED, MOSCOW);
        assertEquals(Basis.STATED, link.basis());
        assertEquals(Outcome.STATED_NOT_ARCHIVED, link.outcome());
        assertEquals(Directness.DIRECT, link.directness());
        assertTrue(link.confidence() >= 0.95, link.toString());
        Claim claim = link.reasons().get(0).claim().orElseThrow();
        assertEquals("Original url: " + Pair.ORIGINAL_PAGE, claim.evidence().exact());
        assertEquals(Pair.ARCHIVED, claim.evidence().recordId());
        assertTrue(link.reasons().get(0).words().contains("Original url: https://www.themoscowtimes.com/"));
        assertTrue(link.reasons().stream().anyMatch(reason -> reason.words().contains("isBasedOn")));
    }

    @Test
    void agencyStandsBehindTheMoscowTimesByTheInheritedByline() {
        Derivation link = ChainTracerTest.link(chain, MOSCOW, WIRE);
        assertEquals(Basis.STATED, link.basis());
        Reason reason = link.reasons().get(0);
        assertTrue(reason.words().contains("\"By AFP\""), reason.words());
        assertTrue(reason.words().contains("taken to be that of the original"), reason.words());
        assertEquals(NodeKind.UNCAPTURED_WIRE, chain.node(WIRE).orElseThrow().kind());
        assertEquals("AFP, wire", chain.node(WIRE).orElseThrow().label());
    }

    @Test
    void republishedCopyStatesTheAgencyAndNotHowItCame() {
        Derivation link = ChainTracerTest.link(chain, Pair.REPUBLISHED, WIRE);
        assertEquals(Basis.STATED, link.basis());
        assertEquals(Directness.UNKNOWN, link.directness());
        assertEquals(
                "Source: AFP",
                link.reasons().get(0).claim().orElseThrow().evidence().exact());
    }

    @Test
    void wayThroughTheMoscowTimesIsPossibleAndNotStated() {
        Derivation link = ChainTracerTest.link(chain, Pair.REPUBLISHED, MOSCOW);
        assertEquals(Basis.INFERRED, link.basis());
        assertEquals(Outcome.INFERRED_POSSIBLE, link.outcome());
        assertTrue(link.confidence() < 0.4, link.toString());
        assertTrue(link.reasons().stream()
                .anyMatch(reason -> reason.words().contains("possible, not stated, and not decidable from the texts")));
    }

    @Test
    void neitherCopyIsSaidToComeFromTheOther() {
        List<Derivation> between = chain.links().stream()
                .filter(link -> link.child().startsWith("urn:") && link.parent().startsWith("urn:"))
                .toList();
        assertEquals(1, between.size());
        Derivation link = between.get(0);
        assertFalse(link.directionKnown());
        assertEquals(Outcome.LINKED_DIRECTION_UNKNOWN, link.outcome());
        assertEquals(Directness.INDIRECT, link.directness());
        assertTrue(link.confidence() < 0.5, link.toString());
        assertTrue(link.reasons().stream()
                .anyMatch(
                        reason -> reason.rule().equals("X1") && reason.words().contains("both go back to AFP, wire")));
    }

    @Test
    void nothingElseIsLinked() {
        assertEquals(5, chain.links().size(), chain.links().toString());
        assertEquals(4, chain.nodes().size(), chain.nodes().toString());
    }

    @Test
    void photoCreditAndCommentsGiveNoLink() {
        List<Claim> used = chain.links().stream()
                .flatMap(link -> link.reasons().stream())
                .flatMap(reason -> reason.claim().stream())
                .toList();
        assertFalse(used.isEmpty());
        assertTrue(used.stream().noneMatch(claim -> claim.scope() == Scope.IMAGE || claim.scope() == Scope.COMMENT));
        assertTrue(chain.node(Pair.ARCHIVED).orElseThrow().claims().stream()
                .anyMatch(claim -> claim.scope() == Scope.IMAGE));
    }

    @Test
    void chainIsTheSameFromTheOtherCopy() {
        ProvenanceChain other = ChainTracer.trace(Pair.ARCHIVED, texts, new MeasuredLikeness(texts));
        assertEquals(chain.links(), other.links());
    }
}
