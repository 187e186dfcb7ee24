package org.pressmark.report;

import java.util.Comparator;
import java.util.List;
import org.pressmark.model.SharedPassage;
import org.pressmark.model.TextCopy;
import org.pressmark.model.Version;
import org.pressmark.model.Witnessed;

/** Copies of a text, and witnesses of some words, for the terminal. */
public final class CopiesText {
    private static final int CONTEXT = 90;
    private static final int LONGEST = 240;

    private CopiesText() {}

    /**
     * All copies, each with its longest passages quoted and where they stand in both texts.
     *
     * @param asked the text that was asked about
     * @param passages how many passages to quote of each copy
     */
    public static String copies(
            Version asked, String body, List<TextCopy> copies, int passages, TerminalStyle style, List<Hint> hints) {
        Sheet sheet = new Sheet(style);
        sheet.text(Ink.BOLD, 0, Shown.line(asked.headline()));
        sheet.text(
                Ink.PLAIN,
                0,
                copies.isEmpty()
                        ? "No other stored text shares a passage of twelve words or more with it."
                        : Words.count(copies.size(), "stored text shares", "stored texts share")
                                + " passages with it, the most first.");
        for (TextCopy copy : copies) {
            sheet.blank();
            sheet.text(Ink.BOLD, 0, Shown.line(copy.url()));
            sheet.text(
                    Ink.DIM,
                    2,
                    "version " + Words.number(copy.version().number()) + ", first captured "
                            + Words.minute(copy.version().firstSeen()) + ": "
                            + Words.count(copy.words(), "word") + " in "
                            + Words.count(copy.passages().size(), "passage") + "; "
                            + Math.round(100 * copy.ofAsked().value()) + "% of the text stands in this one, "
                            + Math.round(100 * copy.ofThis().value()) + "% of this one in the text");
            copy.passages().stream()
                    .sorted(Comparator.comparingInt((SharedPassage passage) -> -passage.words())
                            .thenComparing(SharedPassage::start))
                    .limit(passages)
                    .forEach(passage -> quote(sheet, body, copy, passage));
        }
        return sheet.hints(copies.isEmpty() ? List.of() : hints).toString();
    }

    private static void quote(Sheet sheet, String body, TextCopy copy, SharedPassage passage) {
        sheet.hanging(
                Ink.PLAIN,
                "  " + sheet.glyph(Glyph.NOTICE) + " ",
                "    ",
                "“" + cut(body.substring(passage.start(), passage.end())) + "”");
        sheet.text(
                Ink.DIM,
                4,
                Words.count(passage.words(), "word") + ", paragraph " + paragraph(body, passage.start())
                        + "; there paragraph " + paragraph(copy.body(), passage.otherStart()));
    }

    /** Where some words stand, the earliest first, with what stands around them. */
    public static String witnesses(List<Witnessed> found, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        if (found.isEmpty()) {
            return sheet.text(Ink.PLAIN, 0, "No stored text has these words.").toString();
        }
        sheet.text(
                Ink.PLAIN,
                0,
                Words.count(found.size(), "stored text has", "stored texts have")
                        + " these words; the earliest capture first, which proves no more than that they stood there"
                        + " by then.");
        for (Witnessed witness : found) {
            sheet.blank();
            sheet.text(Ink.BOLD, 0, Shown.line(witness.url()));
            sheet.text(
                    Ink.DIM,
                    2,
                    "version " + Words.number(witness.version().number()) + ", first captured "
                            + Words.minute(witness.seen()) + ", paragraph "
                            + paragraph(witness.body(), witness.start()));
            String body = witness.body();
            int from = Math.max(0, witness.start() - CONTEXT);
            int to = Math.min(body.length(), witness.end() + CONTEXT);
            String words = "[" + body.substring(witness.start(), witness.end()) + "]";
            sheet.text(
                    Ink.PLAIN,
                    2,
                    (from > 0 ? "…" : "")
                            + Shown.line(
                                    body.substring(from, witness.start()) + words + body.substring(witness.end(), to))
                            + (to < body.length() ? "…" : ""));
        }
        return sheet.toString();
    }

    private static String cut(String text) {
        String line = Shown.line(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** In which paragraph a character stands, from 1. */
    private static int paragraph(String body, int at) {
        int count = 1;
        for (int i = body.indexOf("\n\n"); i >= 0 && i < at; i = body.indexOf("\n\n", i + 2)) {
            count++;
        }
        return count;
    }
}
