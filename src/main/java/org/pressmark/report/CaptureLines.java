package org.pressmark.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CaptureResult.Outcome;

/** What became of addresses and files that were to be captured or imported, for the terminal. */
public final class CaptureLines {
    private static final int MISSING_SHOWN = 5;

    private CaptureLines() {}

    /** One result: outcome and address, then what belongs to it. */
    public static String one(CaptureResult result, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        boolean bad = result.outcome() == Outcome.REFUSED || result.outcome() == Outcome.FAILED;
        String mark = bad ? sheet.glyph(Glyph.CRITICAL) : sheet.glyph(mark(result.outcome()));
        Ink ink = bad ? Ink.CRITICAL : result.outcome() == Outcome.UNCHANGED ? Ink.PLAIN : Ink.BOLD;
        sheet.hanging(ink, mark + " ", "    ", result.outcome().word() + "  " + Shown.line(result.url()));
        for (String hop : result.hops()) {
            if (!hop.equals(result.url())) {
                sheet.hanging(Ink.DIM, "    " + sheet.glyph(Glyph.TO) + " ", "      ", Shown.line(hop));
            }
        }
        if (!result.detail().isBlank()) {
            sheet.text(Ink.PLAIN, 4, Shown.line(result.detail()));
        }
        List<String> facts = new ArrayList<>();
        result.version().ifPresent(version -> {
            facts.add("“" + Shown.line(version.headline()) + "”");
            facts.add("version " + Words.number(version.number()));
        });
        result.capture().ifPresent(capture -> {
            if (capture.status() > 0) {
                facts.add("HTTP\u00a0" + capture.status());
            }
            facts.add(Words.size(capture.payloadLength()));
            facts.add(Shown.line(capture.location().file()));
        });
        if (result.requisites() > 0) {
            facts.add("with "
                    + Words.count(
                            result.requisites(), "picture, style or other part", "pictures, styles and other parts"));
        }
        if (!facts.isEmpty()) {
            sheet.text(Ink.DIM, 4, String.join(" " + sheet.glyph(Glyph.DOT) + " ", facts));
        }
        missing(result, sheet);
        return sheet.toString();
    }

    private static void missing(CaptureResult result, Sheet sheet) {
        if (result.missing().isEmpty()) {
            return;
        }
        sheet.text(
                Ink.DIM,
                4,
                Words.count(result.missing().size(), "part of the page", "parts of the page") + " could not be had:");
        result.missing().stream()
                .limit(MISSING_SHOWN)
                .forEach(part ->
                        sheet.hanging(Ink.DIM, "    " + sheet.glyph(Glyph.NOTICE) + " ", "      ", Shown.line(part)));
        int more = result.missing().size() - MISSING_SHOWN;
        if (more > 0) {
            sheet.text(Ink.DIM, 6, "and " + Words.number(more) + " more (--json lists them)");
        }
    }

    private static Glyph mark(Outcome outcome) {
        return switch (outcome) {
            case NEW_PAGE -> Glyph.ADDED;
            case NEW_VERSION -> Glyph.REPLACED;
            case SAME_TEXT, UNCHANGED, STORED -> Glyph.NOTICE;
            case REFUSED, FAILED -> Glyph.CRITICAL;
        };
    }

    /** Many results in one line, e.g. {@code 12 addresses: 9 new page, 2 unchanged, 1 failed}. */
    public static String summary(List<CaptureResult> results, String noun, TerminalStyle style) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((outcome, count) -> words.add(Words.number(count) + " " + outcome.word()));
        String many = noun.endsWith("s") ? noun + "es" : noun + "s";
        return new Sheet(style)
                .text(
                        Ink.BOLD,
                        0,
                        Words.count(results.size(), noun, many)
                                + (words.isEmpty() ? "" : ": " + String.join(", ", words)))
                .toString();
    }
}
