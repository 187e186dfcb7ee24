package org.pressmark.report;

import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;

/** What a check of one record found, for the terminal. */
public final class ProofText {
    private static final String NO_LEDGER = "not in a ledger";

    private ProofText() {}

    public static String render(RecordProof proof, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        boolean sound = proof.sound();
        sheet.text(
                sound ? Ink.BOLD : Ink.CRITICAL,
                0,
                sound
                        ? "Sound: the record is what was stored."
                        : sheet.glyph(Glyph.CRITICAL) + " Damaged: the record is not what was stored.");
        record(sheet, proof, 0);
        return sheet.toString();
    }

    private static void record(Sheet sheet, RecordProof proof, int indent) {
        Capture capture = proof.capture();
        fact(sheet, indent, "address", Shown.line(capture.url()));
        fact(sheet, indent, "captured", capture.date().toString());
        fact(sheet, indent, "record", Shown.line(capture.recordId()));
        fact(
                sheet,
                indent,
                "lies in",
                Shown.line(capture.location().file()) + ", byte "
                        + capture.location().offset() + ", "
                        + Words.count(capture.location().length(), "byte"));
        digest(sheet, indent, "block", proof.block());
        digest(sheet, indent, "payload", proof.payload());
        fact(sheet, indent, "index", proof.indexed().toString());
        fact(sheet, indent, "ledger", proof.place().map(Shown::line).orElse(NO_LEDGER));
        for (Finding finding : proof.findings()) {
            sheet.hanging(
                    Ink.CRITICAL,
                    " ".repeat(indent) + sheet.glyph(Glyph.CRITICAL) + " ",
                    " ".repeat(indent + 2),
                    Shown.line(finding.code() + ": " + finding.message()));
        }
        proof.original().ifPresent(original -> {
            sheet.blank().text(Ink.DIM, indent, "A revisit: the payload is that of");
            record(sheet, original, indent + 2);
        });
    }

    private static void digest(Sheet sheet, int indent, String name, Optional<RecordProof.Pair> pair) {
        fact(
                sheet,
                indent,
                name,
                pair.map(both -> both.agrees()
                                ? Shown.line(both.stated()) + ", agrees"
                                : "expected " + Shown.line(both.stated()) + ", found " + both.found())
                        .orElse("no digest stated"));
    }

    private static void fact(Sheet sheet, int indent, String name, String value) {
        String lead = " ".repeat(indent) + Cells.pad(name, 10);
        sheet.hanging(Ink.PLAIN, lead, " ".repeat(indent + 10), value);
    }
}
