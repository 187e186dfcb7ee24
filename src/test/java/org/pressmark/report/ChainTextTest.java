package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Claim;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.NodeKind;

class ChainTextTest {
    private static final TerminalStyle WIDE = new TerminalStyle(120, false, true);

    @Test
    void showsThePairsChainAsATree() {
        String text = ChainText.render(SeedChain.chain(), SeedChain.NOTES, WIDE, false, List.of());
        assertEquals("""
                AFP, wire (not captured)
                ├─ The Moscow Times, 27 Dec 2021 (not captured) ── stated by A: “By AFP”
                │  └─ A  copies.example ── stated: “Original url:
                │       https://www.themoscowtimes.com/2021/12/27/turkey-urges-russia-to-drop-one-sided-nato-demands-a-75936”
                │       says 27 Dec 2021, captured 21 Nov 2026
                └─ B  www.republisher.example ── stated: “Source: AFP”; 1 critical, 1 high, 5 notice changes against A
                     captured 21 Nov 2026
                     may have come through The Moscow Times: not stated, not decidable from the text (0.35)
                """, text);
    }

    @Test
    void quotesTheStatedWordsWithTheirPlace() {
        String text = ChainText.render(SeedChain.chain(), SeedChain.NOTES, WIDE, true, List.of());
        assertTrue(text.contains("What the pages say\n· A: “By AFP”\n"), text);
        assertTrue(text.contains("bytes 6204–6224 of " + SeedPair.RECORD_B + ", at p.origin"), text);
        assertTrue(text.contains("rule claim.source-credit"), text);
    }

    @Test
    void tellsWhatIsStatedTwiceInItsLongerForm() {
        ProvenanceChain chain = SeedChain.chain();
        Derivation twice = new Derivation(
                SeedPair.RECORD_B,
                SeedChain.WIRE,
                Basis.STATED,
                true,
                Directness.UNKNOWN,
                0.95,
                Outcome.STATED_NOT_ARCHIVED,
                List.of(
                        new Derivation.Reason(
                                "A4",
                                3,
                                "x",
                                Optional.of(SeedChain.claim(SeedPair.RECORD_B, Claim.Kind.JSONLD_AUTHOR, "AFP")),
                                Optional.empty()),
                        new Derivation.Reason(
                                "A4",
                                3,
                                "x",
                                Optional.of(
                                        SeedChain.claim(SeedPair.RECORD_B, Claim.Kind.SOURCE_CREDIT, "Source: AFP")),
                                Optional.empty())));
        assertEquals("stated: “Source: AFP”", new ChainTalk(chain, ChainNotes.NONE).basis(twice));
    }

    @Test
    void saysNeutrallyThatNobodyIsCredited() {
        ProvenanceChain chain = new ProvenanceChain(
                SeedPair.RECORD_A,
                List.of(SeedChain.node(SeedPair.RECORD_A, NodeKind.VERSION, "copies.example", "", "", List.of())),
                List.of());
        String text = ChainText.render(chain, ChainNotes.NONE, WIDE, true, List.of());
        assertTrue(text.contains("copies.example ── no credit line found in this capture"), text);
        assertTrue(text.contains("Nothing stored is linked to this text."), text);
    }

    @Test
    void survivesStatementsThatGoInARing() {
        ProvenanceChain ring = ring();
        String text = ChainText.render(ring, ChainNotes.NONE, WIDE, false, List.of());
        assertTrue(text.contains("one.example") && text.contains("two.example"), text);
        assertTrue(ChainSvg.render(ring, ChainNotes.NONE).contains("one.example"));
    }

    @Test
    void saysWhereTheDirectionIsOpen() {
        ProvenanceChain twins = new ProvenanceChain(
                "a",
                List.of(
                        SeedChain.node("a", NodeKind.VERSION, "one.example", "", "", List.of()),
                        SeedChain.node("b", NodeKind.VERSION, "two.example", "", "", List.of())),
                List.of(SeedChain.link(
                        "a",
                        "b",
                        Basis.INFERRED,
                        Outcome.LINKED_DIRECTION_UNKNOWN,
                        Directness.UNKNOWN,
                        0.5,
                        SeedChain.claim("a", Claim.Kind.HYPERLINK, "x"))));
        String text = ChainText.render(twins, ChainNotes.NONE, WIDE, false, List.of());
        assertTrue(text.contains("has text in common with two.example; which came first is not known"), text);
        assertTrue(text.contains("has text in common with one.example; which came first is not known"), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80})
    void keepsWithinTheWidth(int width) {
        ChainText.render(SeedChain.chain(), SeedChain.NOTES, new TerminalStyle(width, false, true), true, List.of())
                .lines()
                .forEach(line -> assertTrue(Cells.width(line) <= width, line));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void tellsCopiesOfAKindTogetherWhereThereAreMany(int width) {
        String text = ChainText.render(
                CrowdChain.of(60), CrowdChain.notes(60), new TerminalStyle(width, false, true), false, List.of());
        text.lines().forEach(line -> assertTrue(Cells.width(line) <= width, line));
        assertTrue(text.startsWith("No source of this text is known"), text);
        assertTrue(text.contains(" copies ── "), text);
        String words = text.replaceAll("[\\s│├└─]+", " ");
        for (int copy = 15; copy < 60; copy++) {
            assertTrue(words.contains("copy-" + copy + ".example"), "copy " + copy + " in\n" + text);
        }
    }

    @Test
    void letsNoArchivedTextSteerTheTerminal() {
        String text = ChainText.render(hostile(), ChainNotes.NONE, WIDE, true, List.of());
        assertFalse(text.contains("\u001b") || text.contains("\u202e") || text.contains("\u009b"), text);
    }

    static ProvenanceChain ring() {
        return new ProvenanceChain(
                "a",
                List.of(
                        SeedChain.node("a", NodeKind.VERSION, "one.example", "", "", List.of()),
                        SeedChain.node("b", NodeKind.VERSION, "two.example", "", "", List.of())),
                List.of(
                        SeedChain.link(
                                "a",
                                "b",
                                Basis.STATED,
                                Outcome.CONTRADICTORY,
                                Directness.UNKNOWN,
                                0.5,
                                SeedChain.claim("a", Claim.Kind.SOURCE_CREDIT, "Source: two")),
                        SeedChain.link(
                                "b",
                                "a",
                                Basis.STATED,
                                Outcome.CONTRADICTORY,
                                Directness.UNKNOWN,
                                0.5,
                                SeedChain.claim("b", Claim.Kind.SOURCE_CREDIT, "Source: one"))));
    }

    static ProvenanceChain hostile() {
        return new ProvenanceChain(
                "a" + HostilePair.EVIL,
                List.of(
                        SeedChain.node(
                                "a" + HostilePair.EVIL,
                                NodeKind.VERSION,
                                HostilePair.EVIL,
                                HostilePair.EVIL,
                                HostilePair.EVIL,
                                List.of()),
                        SeedChain.node("b", NodeKind.UNCAPTURED_PAGE, HostilePair.EVIL, "", "", List.of())),
                List.of(SeedChain.link(
                        "a" + HostilePair.EVIL,
                        "b",
                        Basis.STATED,
                        Outcome.STATED_NOT_ARCHIVED,
                        Directness.DIRECT,
                        0.9,
                        SeedChain.claim("a" + HostilePair.EVIL, Claim.Kind.SOURCE_CREDIT, HostilePair.EVIL))));
    }
}
