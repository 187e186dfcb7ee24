package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Capture;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.model.Claim;
import org.pressmark.model.Digest;
import org.pressmark.model.Finding;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;

class TerminalListsTest {
    private static final TerminalStyle PLAIN = TerminalStyle.PLAIN;
    private static final Capture CAPTURE = SeedPair.capture("http://copies.example/a", SeedPair.RECORD_A);
    private static final Version VERSION = new Version(
            UrlKey.of("http://copies.example/a"),
            2,
            SeedPair.RECORD_A,
            SeedPair.CAPTURED,
            SeedPair.CAPTURED,
            3,
            new Digest(Digest.Algorithm.SHA256, "cd".repeat(32)),
            SeedPair.ORIGINAL_HEADLINE);

    @Test
    void listsPagesWithTheirCounts() {
        String text = ListTable.pages(
                List.of(new PageLine(
                        "http://copies.example/a", "A headline", 12, 3, SeedPair.CAPTURED, SeedPair.CAPTURED)),
                0,
                PLAIN);
        assertEquals("""
                captures  versions  last         page
                      12         3  21 Nov 2026  http://copies.example/a
                                                 A headline

                1 page
                """, text);
    }

    @Test
    void anEmptyArchiveSaysWhatToDoNext() {
        assertTrue(ListTable.pages(List.of(), 0, PLAIN).contains("pressmark capture URL"));
        assertTrue(VerifySummary.render(List.of(), 0, 0, 0, PLAIN).contains("nothing to verify yet"));
    }

    @Test
    void listsAPagesVersionsAndCaptures() {
        String text = ListTable.page(List.of(VERSION), List.of(CAPTURE), PLAIN);
        assertTrue(text.contains("2026-11-21 16:14 UTC     200  text/html  14.2 kB"), text);
        assertTrue(text.contains("1 capture, 1 distinct text\n"), text);
    }

    @Test
    void saysWhatBecameOfACapture() {
        CaptureResult result = new CaptureResult(
                "http://copies.example/",
                Outcome.NEW_VERSION,
                "Differs from version 1 in 2 changes.",
                Optional.of(CAPTURE),
                Optional.of(VERSION),
                List.of("http://copies.example/", "http://copies.example/a"),
                3,
                List.of("http://copies.example/x.png: HTTP 404"));
        assertEquals("""
                ~ new version  http://copies.example/
                    → http://copies.example/a
                    Differs from version 1 in 2 changes.
                    “Turkey Urges Russia to Drop 'One-Sided' NATO Demands” · version 2 ·
                    HTTP\u00a0200 · 14.2 kB · pressmark-20261121T161405Z-00000-4f1c.warc.gz · with 3
                    pictures, styles and other parts
                    1 part of the page could not be had:
                    · http://copies.example/x.png: HTTP 404
                """, CaptureLines.one(result, PLAIN));
        assertEquals("1 address: 1 new version\n", CaptureLines.summary(List.of(result), "address", PLAIN));
    }

    @Test
    void aRefusalNamesItsReason() {
        CaptureResult result = new CaptureResult(
                "http://x.example/",
                Outcome.REFUSED,
                "robots.txt says: Disallow: /\u001b[2J",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of());
        String text = CaptureLines.one(result, PLAIN);
        assertTrue(text.startsWith("! refused  http://x.example/\n    robots.txt says: Disallow: /"), text);
        assertFalse(text.contains("\u001b"), text);
    }

    @Test
    void verifyPutsHarmFirst() {
        String text = VerifySummary.render(
                List.of(
                        new Finding(Finding.Level.NOTE, "no-index", "", -1, "The index was not looked at."),
                        new Finding(
                                Finding.Level.DAMAGE,
                                "payload-digest-differs",
                                "a.warc.gz",
                                512,
                                "Expected x, found y.")),
                1,
                14,
                20_480,
                PLAIN);
        assertTrue(
                text.startsWith(
                        "! Damaged: 1 finding. Read 14 records in 1 file, 20.5 kB.\n! payload-digest-differs  a.warc.gz at byte 512\n"),
                text);
        assertTrue(VerifySummary.render(List.of(), 1, 14, 20_480, PLAIN).startsWith("Sound: every digest agrees."));
    }

    @Test
    void showsWhereEachFieldCameFrom() {
        Claim claim = SeedChain.claim(SeedPair.RECORD_A, Claim.Kind.BYLINE, "By AFP");
        String text = ShowCapture.render(
                CAPTURE,
                Optional.empty(),
                Optional.of(SeedPair.original()),
                Optional.of(VERSION),
                List.of(claim),
                PLAIN);
        assertTrue(
                text.contains(
                        "  published       2021-12-27T14:40:00+03:00\n                  from “December 27, 2021”, bytes 10–20, at h1, rule\n"),
                text);
        assertTrue(text.contains("  byline          “By AFP” → By AFP\n"), text);
        assertTrue(text.contains("  body            12 paragraphs, "), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80})
    void keepsWithinTheWidth(int width) {
        TerminalStyle style = new TerminalStyle(width, false, true);
        String all = ShowCapture.render(
                        CAPTURE, Optional.empty(), Optional.of(SeedPair.copy()), Optional.of(VERSION), List.of(), style)
                + ArticleText.render(SeedPair.copy(), true, style)
                + ListTable.pages(
                        List.of(new PageLine(
                                "http://copies.example/" + "x".repeat(200),
                                "中文标题".repeat(20),
                                1,
                                1,
                                SeedPair.CAPTURED,
                                SeedPair.CAPTURED)),
                        0,
                        style);
        all.lines().forEach(line -> assertTrue(Cells.width(line) <= width, line));
    }
}
