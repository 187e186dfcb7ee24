package org.pressmark.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.NodeKind;

final class ChainTracerTest {

    @Test
    void agencyCreditGoesToAnUncapturedWire() {
        ProvenanceChain chain = trace(
                "a",
                page("https://a.example/s", 0)
                        .block(BlockKind.SOURCE_LINE, "Source: AFP")
                        .text("a"));
        Derivation link = only(chain);
        assertEquals("wire:AFP:a", link.parent());
        assertEquals(Outcome.STATED_NOT_ARCHIVED, link.outcome());
        assertEquals(
                NodeKind.UNCAPTURED_WIRE, chain.node("wire:AFP:a").orElseThrow().kind());
    }

    @Test
    void chainsConcludedTogetherAreThoseConcludedOneByOne() {
        List<TracedText> texts = List.of(
                page("https://copy.example/s", 0)
                        .block(BlockKind.PARAGRAPH, "Original url: https://first.example/story/1")
                        .text("copy"),
                page("https://www.first.example/story/1/", 0).text("first"),
                page("https://third.example/s", 0)
                        .block(BlockKind.SOURCE_LINE, "Source: AFP")
                        .text("third"));
        List<ProvenanceChain> together = ChainTracer.traceEach(texts, new MeasuredLikeness(texts), List.of());
        List<ProvenanceChain> oneByOne = Stream.of("copy", "first", "third")
                .map(focus -> ChainTracer.trace(focus, texts, new MeasuredLikeness(texts)))
                .toList();
        assertEquals(oneByOne, together);
    }

    @Test
    void statedOriginalThatIsStoredAndAgrees() {
        Derivation link = only(trace(
                "copy",
                page("https://copy.example/s", 0)
                        .block(BlockKind.PARAGRAPH, "Original url: https://first.example/story/1")
                        .text("copy"),
                page("https://www.first.example/story/1/", 0).text("first")));
        assertEquals("copy", link.child());
        assertEquals("first", link.parent());
        assertEquals(Outcome.STATED_TEXT_AGREES, link.outcome());
        assertEquals(Directness.DIRECT, link.directness());
        assertTrue(link.confidence() > 0.95, link.toString());
    }

    @Test
    void statedOriginalWithAnotherText() {
        Derivation link = only(trace(
                "copy",
                page("https://copy.example/s", 0)
                        .block(BlockKind.PARAGRAPH, "Original url: https://first.example/story/1")
                        .text("copy"),
                page("https://first.example/story/1", 7).text("first")));
        assertEquals(Outcome.STATED_TEXT_DISAGREES, link.outcome());
    }

    @Test
    void lineThatOthersCarryTooMayBeInherited() {
        ProvenanceChain chain = trace(
                "a",
                page("https://a.example/s", 0)
                        .block(BlockKind.SOURCE_LINE, "Original url: https://first.example/story/1")
                        .text("a"),
                page("https://b.example/s", 0)
                        .block(BlockKind.SOURCE_LINE, "Original url: https://first.example/story/1")
                        .text("b"));
        Derivation link = link(chain, "a", "page:example,first)/story/1");
        assertEquals(Directness.UNKNOWN, link.directness());
        assertTrue(link.reasons().stream().anyMatch(reason -> reason.words().contains("may have been copied")));
    }

    @Test
    void canonicalOfAnotherSiteLinksAndOfTheSameSiteDoesNot() {
        ProvenanceChain elsewhere = trace(
                "a",
                page("https://a.example/s", 0)
                        .fact("link.canonical", "https://first.example/story/1")
                        .text("a"),
                page("https://first.example/story/1", 0).text("f"));
        assertEquals("f", only(elsewhere).parent());
        ProvenanceChain own = trace(
                "a",
                page("https://a.example/s", 0)
                        .fact("link.canonical", "https://a.example/t")
                        .text("a"));
        assertEquals(List.of(), own.links());
    }

    @Test
    void namedSiteIsFoundAmongTheCopies() {
        Derivation link = only(trace(
                "a",
                page("https://a.example/s", 0)
                        .block(BlockKind.PARAGRAPH, "Via Northern Echo")
                        .text("a"),
                page("https://www.northernecho.example/story/1", 0).text("n")));
        assertEquals("n", link.parent());
        assertEquals(Basis.STATED, link.basis());
    }

    @Test
    void photoCreditAndCommentsLinkNothing() {
        ProvenanceChain chain = trace(
                "a",
                page("https://a.example/s", 0)
                        .block(BlockKind.CAPTION, "The minister. Photo: Reuters")
                        .comment("x", "Source: AFP\nOriginal url: https://b.example/s")
                        .text("a"));
        assertEquals(List.of(), chain.links());
        assertEquals(1, chain.nodes().size());
    }

    @Test
    void sourceDatedAfterTheCopyIsContradictory() {
        Derivation link = only(trace(
                "a",
                page("https://a.example/s", 0)
                        .published("2021-12-01", "1 December 2021")
                        .captured("2021-12-02T00:00:00Z")
                        .block(BlockKind.PARAGRAPH, "Original url: https://first.example/story/1")
                        .text("a"),
                page("https://first.example/story/1", 0)
                        .published("2021-12-20", "20 December 2021")
                        .captured("2021-12-21T00:00:00Z")
                        .text("f")));
        assertEquals(Outcome.CONTRADICTORY, link.outcome());
        assertTrue(link.reasons().stream().anyMatch(reason -> reason.rule().equals("D1") && reason.weight() < 0));
    }

    @Test
    void creditsToDifferentAgenciesAreContradictory() {
        ProvenanceChain chain = trace(
                "a",
                page("https://a.example/s", 0)
                        .block(BlockKind.BYLINE, "By AFP")
                        .block(BlockKind.SOURCE_LINE, "Source: Reuters")
                        .text("a"));
        assertEquals(2, chain.links().size());
        assertTrue(chain.links().stream().allMatch(link -> link.outcome() == Outcome.CONTRADICTORY));
        ProvenanceChain both = trace(
                "a",
                page("https://a.example/s", 0)
                        .block(BlockKind.BYLINE, "AFP, Reuters")
                        .text("a"));
        assertTrue(both.links().stream().noneMatch(link -> link.outcome() == Outcome.CONTRADICTORY));
    }

    @Test
    void claimsInACircleAreContradictory() {
        ProvenanceChain chain = trace(
                "a",
                page("https://a.example/s", 0)
                        .block(BlockKind.PARAGRAPH, "Original url: https://b.example/s")
                        .text("a"),
                page("https://b.example/s", 0)
                        .block(BlockKind.PARAGRAPH, "Original url: https://a.example/s")
                        .text("b"));
        assertEquals(Outcome.CONTRADICTORY, only(chain).outcome());
    }

    @Test
    void cutAndLaterCopyIsInferred() {
        String whole = text(0, 400);
        String cut = text(0, 200);
        Derivation link = only(trace(
                "cut",
                new PageMaker("https://a.example/2021/12/28/s").body(cut).text("cut"),
                new PageMaker("https://b.example/2021/12/27/s").body(whole).text("whole")));
        assertEquals("cut", link.child());
        assertEquals(Basis.INFERRED, link.basis());
        assertEquals(Outcome.INFERRED_DIRECTION_SUPPORTED, link.outcome());
        assertTrue(link.directionKnown());
    }

    @Test
    void equalTextsWithoutDatesAreLinkedWithoutDirection() {
        Derivation link = only(trace(
                "b",
                page("https://b.example/s", 0).text("b"),
                page("https://a.example/s", 0).text("a")));
        assertFalse(link.directionKnown());
        assertEquals(Outcome.LINKED_DIRECTION_UNKNOWN, link.outcome());
        assertTrue(link.child().compareTo(link.parent()) < 0);
    }

    @Test
    void copiesThatEachHaveWordsOfTheirOwnGoBackToALostSource() {
        ProvenanceChain chain = trace(
                "a",
                new PageMaker("https://a.example/s").body(reworded(3, "a")).text("a"),
                new PageMaker("https://b.example/s").body(reworded(13, "b")).text("b"));
        assertEquals(
                List.of(NodeKind.HYPARCHETYPE),
                chain.nodes().stream()
                        .map(ProvenanceChain.Node::kind)
                        .filter(kind -> kind != NodeKind.VERSION)
                        .toList());
        assertEquals(2, chain.links().size(), chain.links().toString());
        assertTrue(chain.links().stream().allMatch(link -> link.basis() == Basis.INFERRED && link.confidence() < 0.9));
    }

    /** The same story, every twentieth word from the given one on in words of one's own. */
    private static String reworded(int from, String own) {
        String[] words = text(0, 500).split(" ", -1);
        for (int i = from; i < words.length; i += 20) {
            words[i] = own + i;
        }
        return String.join(" ", words);
    }

    @Test
    void versionsOfOnePageFollowEachOther() {
        Derivation link = only(trace(
                "new",
                page("https://a.example/s", 0).captured("2022-02-01T00:00:00Z").text("new"),
                page("https://a.example/s", 0).captured("2022-01-01T00:00:00Z").text("old")));
        assertEquals("new", link.child());
        assertEquals("old", link.parent());
    }

    @Test
    void unrelatedTextsStayOutOfTheChain() {
        ProvenanceChain chain = trace(
                "a",
                page("https://a.example/s", 0).text("a"),
                page("https://b.example/t", 5).text("b"));
        assertEquals(1, chain.nodes().size());
        assertEquals(List.of(), chain.links());
    }

    @Test
    void orderOfTheTextsDoesNotMatter() {
        List<TracedText> texts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            PageMaker page = new PageMaker("https://s" + i + ".example/2021/12/" + (10 + i) + "/story")
                    .body(text(0, 400 - 20 * i));
            if (i % 3 == 1) {
                page.block(BlockKind.SOURCE_LINE, "Source: AFP");
            }
            if (i % 4 == 2) {
                page.block(BlockKind.SOURCE_LINE, "Original url: https://s1.example/2021/12/11/story");
            }
            texts.add(page.text("id" + i));
        }
        ProvenanceChain first = ChainTracer.trace("id5", texts, new MeasuredLikeness(texts));
        Collections.reverse(texts);
        assertEquals(first, ChainTracer.trace("id5", texts, new MeasuredLikeness(texts)));
        Collections.rotate(texts, 5);
        assertEquals(first, ChainTracer.trace("id5", texts, new MeasuredLikeness(texts)));
        assertTrue(first.links().size() >= 11, first.links().toString());
    }

    @Test
    void focusMustBeAmongTheTexts() {
        assertThrows(
                IllegalArgumentException.class,
                () -> trace("missing", page("https://a.example/s", 0).text("a")));
    }

    private static PageMaker page(String url, int seed) {
        return new PageMaker(url).body(text(seed, 200));
    }

    /** Made-up sentences, the same for the same seed. */
    private static String text(int seed, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> "w" + seed + "x" + (i * 7919 + 13) % 1009 + (i % 40 == 39 ? ".\n\n" : " "))
                .collect(Collectors.joining());
    }

    private static ProvenanceChain trace(String focus, TracedText... texts) {
        List<TracedText> list = List.of(texts);
        return ChainTracer.trace(focus, list, new MeasuredLikeness(list));
    }

    private static Derivation only(ProvenanceChain chain) {
        assertEquals(1, chain.links().size(), chain.links().toString());
        return chain.links().get(0);
    }

    static Derivation link(ProvenanceChain chain, String child, String parent) {
        Optional<Derivation> found = chain.links().stream()
                .filter(link -> link.child().equals(child) && link.parent().equals(parent))
                .findFirst();
        assertTrue(found.isPresent(), child + " ← " + parent + " in " + chain.links());
        return found.orElseThrow();
    }
}
