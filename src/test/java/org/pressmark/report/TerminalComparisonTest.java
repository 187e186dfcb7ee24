package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Article;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.model.Severity;

class TerminalComparisonTest {
    private static final List<Hint> HINTS = List.of(
            new Hint("pressmark compare A B --html report.html", "the two texts side by side"),
            new Hint("pressmark trace B", "where this text comes from"));

    @Test
    void showsThePairAsAReaderWantsIt() {
        String text =
                TerminalComparison.render(SeedPair.comparison(), ComparisonView.STANDARD, TerminalStyle.PLAIN, HINTS);
        assertTrue(
                text.startsWith(SeedPair.ORIGINAL_HEADLINE
                        + "\nA  copies.example           captured 21 Nov 2026, says 27 Dec 2021 · By AFP\n"),
                text);
        assertTrue(text.contains("B  www.republisher.example  captured 21 Nov 2026, undated · Source: AFP\n"), text);
        assertTrue(
                text.contains("1 critical · 1 high · 5 notice   (41 typographic, 1 paragraph break, 7 comments"), text);
        assertTrue(
                text.contains("! bracket insertion, inside a quotation of Cavusoglu    paragraph 7 of A, 6 of B\n"),
                text);
        assertTrue(
                text.contains(
                        "    “For any proposal to be accepted, it should be acceptable by both sides.\n  +  [Is the security"),
                text);
        assertTrue(text.contains("    Russia made some proposals. …\n"), text);
        assertTrue(text.contains("rule Q1\n"), text);
        assertTrue(text.contains("· ~ credit: By AFP → Source: AFP\n"), text);
        assertTrue(text.endsWith("pressmark trace B                          where this text comes from\n"), text);
    }

    @Test
    void putsTheHeaviestChangeFirst() {
        String text = TerminalComparison.render(SeedPair.comparison(), TerminalStyle.PLAIN);
        assertTrue(text.indexOf("bracket insertion") < text.indexOf("▲ headline"), text);
        assertTrue(text.indexOf("▲ headline") < text.indexOf("credit:"), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 160})
    void keepsEveryLineWithinTheWidth(int width) {
        String text = TerminalComparison.render(
                SeedPair.comparison(), ComparisonView.STANDARD, new TerminalStyle(width, false, true), HINTS);
        text.lines().forEach(line -> assertTrue(Cells.width(line) <= width, line));
    }

    @Test
    void coloursOnlyWhenAsked() {
        assertFalse(TerminalComparison.render(SeedPair.comparison(), TerminalStyle.PLAIN)
                .contains("\u001b"));
        String coloured = TerminalComparison.render(SeedPair.comparison(), new TerminalStyle(80, true, true));
        assertTrue(coloured.contains("\u001b[1;31m! bracket insertion"), coloured);
        assertEquals(
                TerminalComparison.render(SeedPair.comparison(), TerminalStyle.PLAIN),
                coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void doesWithAsciiWhereTheTerminalKnowsNothingElse() {
        TerminalStyle ascii = new TerminalStyle(80, false, false);
        String text = TerminalComparison.render(SeedPair.comparison(), ascii)
                + ChainText.render(SeedChain.chain(), SeedChain.NOTES, ascii, true, HINTS);
        assertTrue(text.chars().allMatch(c -> c < 0x80), text);
        assertTrue(
                text.contains("! bracket insertion") && text.contains("`- B  www.republisher.example -- stated"), text);
    }

    @Test
    void showsOnlyTheKindsAskedForAndSaysHowManyItLeavesOut() {
        ComparisonView view = new ComparisonView(Set.of(ChangeKind.HEADLINE_CHANGED), Severity.NONE, 1, false);
        String text = TerminalComparison.render(SeedPair.comparison(), view, TerminalStyle.PLAIN, List.of());
        assertTrue(text.contains("▲ headline"), text);
        assertFalse(text.contains("bracket insertion"), text);
        assertTrue(text.contains("6 changes by your choice"), text);
    }

    @Test
    void leavesOutWhatIsBelowTheLeastSeverity() {
        ComparisonView view = new ComparisonView(Set.of(), Severity.CRITICAL, 0, false);
        String text = TerminalComparison.render(SeedPair.comparison(), view, TerminalStyle.PLAIN, List.of());
        assertTrue(text.contains("bracket insertion"), text);
        assertFalse(text.contains("headline"), text);
        assertFalse(text.contains("For any proposal"), "no context was asked for");
    }

    @Test
    void saysOfEqualCopiesThatTheyAreEqual() {
        Comparison pair = SeedPair.comparison();
        Comparison same = new Comparison(
                pair.base(),
                pair.base(),
                List.of(),
                java.util.Map.of(),
                List.of(),
                List.of(Comparison.Verdict.IDENTICAL));
        assertTrue(
                TerminalComparison.render(same, TerminalStyle.PLAIN).contains("say the same, character for character"));
    }

    @Test
    void saysWhereOnlyTheBeginningOfACopyWasRead() {
        Comparison pair = SeedPair.comparison();
        Article whole = pair.base().article();
        Article part = new Article(
                whole.extractor(),
                whole.url(),
                whole.language(),
                whole.headline(),
                whole.authors(),
                whole.published(),
                whole.modified(),
                whole.agencies(),
                whole.site(),
                whole.facts(),
                whole.blocks(),
                whole.comments(),
                List.of(new Field("cut-short", "only the first 79 characters", Place.NONE, "note.bounds")));
        Comparison same = new Comparison(
                pair.base(),
                SeedPair.witness("B", "a copy", part, "urn:uuid:1"),
                List.of(),
                java.util.Map.of(),
                List.of(),
                List.of(Comparison.Verdict.IDENTICAL));
        String text = TerminalComparison.render(same, TerminalStyle.PLAIN).replaceAll("\\s+", " ");
        assertTrue(
                text.contains("Only the beginning of B was read. What was read of the two copies says the same"), text);
    }

    @Test
    void letsNoArchivedTextSteerTheTerminal() {
        Comparison hostile = HostilePair.comparison();
        String text = TerminalComparison.render(
                hostile,
                new ComparisonView(Set.of(), Severity.NONE, 3, true),
                new TerminalStyle(80, false, true),
                HINTS);
        assertTrue(
                text.chars()
                        .noneMatch(c -> c < 0x20 && c != '\n'
                                || c >= 0x7F && c < 0xA0
                                || c >= 0x202A && c <= 0x202E
                                || c >= 0x2066 && c <= 0x2069),
                text);
    }
}
