package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Article;
import org.pressmark.model.Candidate;
import org.pressmark.model.Explanation;
import org.pressmark.model.Field;

/** Why extraction gave what it gave, for the terminal: each field, then each block, with rule and place. */
public final class ExplanationText {
    private static final int LEAD = 12;

    private final Sheet sheet;

    private ExplanationText(TerminalStyle style) {
        this.sheet = new Sheet(style);
    }

    public static String render(Explanation explanation, TerminalStyle style) {
        ExplanationText text = new ExplanationText(style);
        Weighed weighed = new Weighed(explanation);
        weighed.fields().forEach(text::field);
        text.notes(explanation.article());
        text.blocks(weighed.pieces());
        return text.sheet.toString();
    }

    private void field(Weighed.Part part) {
        if (part.taken().isEmpty()) {
            boolean asked = !part.rejected().isEmpty()
                    || !List.of("Modified", "Body container").contains(part.name());
            if (asked) {
                hanging(Ink.DIM, part.name(), "none found");
            }
        }
        String name = part.name();
        for (Field field : part.taken()) {
            hanging(Ink.BOLD, name, Shown.line(field.value()));
            if (!field.exact().isBlank() && !field.exact().equals(field.value())) {
                hanging(Ink.PLAIN, "", sheet.glyph(Glyph.OPEN) + Shown.line(field.exact()) + sheet.glyph(Glyph.CLOSE));
            }
            rule(field.rule(), Weighed.shortPlace(field.place()));
            name = "";
        }
        for (Candidate candidate : part.rejected()) {
            hanging(Ink.PLAIN, "  not", Shown.line(candidate.value()));
            String why = candidate.why().isEmpty() ? "" : ": " + Shown.line(candidate.why());
            rule(candidate.rule() + why, Weighed.shortPlace(candidate.place()));
        }
    }

    private void notes(Article article) {
        for (Field note : article.notes()) {
            hanging(Ink.HIGH, "Note", NoteWords.of(note.value()) + " (" + note.value() + ")");
            if (!note.exact().isBlank()) {
                hanging(Ink.PLAIN, "", Shown.line(note.exact()));
            }
            rule(note.rule(), Weighed.shortPlace(note.place()));
        }
    }

    private void blocks(List<Weighed.Piece> pieces) {
        long blocks = pieces.stream().filter(piece -> piece.block().isPresent()).count();
        List<String> head = new ArrayList<>(List.of(Words.count(blocks, "block")));
        if (pieces.size() > blocks) {
            head.add(Words.count(pieces.size() - blocks, "piece") + " left out");
        }
        sheet.blank().line(Ink.BOLD, String.join(", ", head));
        int number = 0;
        for (Weighed.Piece piece : pieces) {
            boolean kept = piece.block().isPresent();
            String kind = piece.block().map(block -> block.kind().word()).orElse("left out");
            String lead = kept ? Cells.pad(Integer.toString(++number), 5) : sheet.glyph(Glyph.REMOVED) + "    ";
            String text = piece.text().isBlank()
                    ? piece.block()
                            .flatMap(block -> block.image())
                            .map(image -> "[" + (image.alt().isBlank() ? image.src() : image.alt()) + "]")
                            .orElse("")
                    : piece.text();
            String first = Cells.fit(Shown.line(text), Math.max(20, sheet.width() - 5), sheet.glyph(Glyph.ELLIPSIS));
            String body =
                    piece.block().filter(block -> block.kind().body()).isPresent() ? "" : kept ? " (not body)" : "";
            sheet.hanging(kept ? Ink.BOLD : Ink.DIM, lead, "     ", kind + body);
            sheet.hanging(kept ? Ink.PLAIN : Ink.DIM, "     ", "     ", first);
            String why = piece.why().isEmpty() ? "" : ": " + Shown.line(piece.why());
            String rule = piece.rule().isEmpty() ? "" : "rule " + piece.rule() + why;
            sheet.text(Ink.DIM, 5, join(rule, Weighed.shortPlace(piece.place())));
        }
    }

    private void rule(String rule, String place) {
        hanging(Ink.DIM, "", join("rule " + rule, place));
    }

    private static String join(String rule, String place) {
        return rule.isEmpty() || place.isEmpty() ? rule + place : rule + "; " + place;
    }

    private void hanging(Ink ink, String name, String text) {
        int column = LEAD + 3;
        sheet.hanging(ink, Cells.pad(name, column), " ".repeat(column), text);
    }
}
