package org.pressmark.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Change;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Picture;
import org.pressmark.model.Witness;
import org.pressmark.report.ComparisonPage.Note;
import org.pressmark.report.ComparisonPage.Shot;

/** Puts one change into words for the page, and makes it quotable with its references. */
final class NoteMaker {
    private static final int SHORT = 90;

    private final Comparison comparison;
    private final ChangePlaces places;
    private final int context;

    NoteMaker(Comparison comparison, int context) {
        this.comparison = comparison;
        this.places = new ChangePlaces(comparison);
        this.context = context;
    }

    Note note(int number, Change change) {
        Optional<Passage> passage = Passage.around(comparison.other().article(), change.spansAfter(), context)
                .or(() -> Passage.around(comparison.base().article(), change.spansBefore(), context))
                .filter(p -> change.field() == Change.ArticleField.BODY);
        String place = places.of(change).orElse("");
        return new Note(
                number,
                change.severity().word(),
                Glyph.of(change.severity()).unicode(),
                change.op().word(),
                Glyph.of(change.op()).unicode(),
                change.kind().word(),
                ChangeWords.title(change),
                summary(change),
                place,
                Shown.web(Shown.cut(change.before())),
                Shown.web(Shown.cut(change.after())),
                passage.map(Passage::before).map(Shown::web).orElse(""),
                passage.map(Passage::after).map(Shown::web).orElse(""),
                Shown.line(change.explanation()),
                Shown.line(change.rule()),
                quotation(change, place),
                shot(comparison.base(), change, change.before()),
                shot(comparison.other(), change, change.after()));
    }

    /** The stored picture, drawn small; the stored bytes themselves never reach a page. */
    private static Optional<Shot> shot(Witness witness, Change change, String src) {
        return change.kind() != ChangeKind.IMAGE_CHANGED
                ? Optional.empty()
                : Optional.ofNullable(witness.pictures().get(src))
                        .flatMap(Picture::look)
                        .filter(look -> look.thumbnail().length > 0)
                        .map(look -> new Shot(
                                "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(look.thumbnail()),
                                Words.number(look.width()) + " × " + Words.number(look.height()),
                                Shown.line(witness.siglum())));
    }

    private static String summary(Change change) {
        Excerpt excerpt = Excerpt.of(change.before(), change.after(), SHORT);
        if (change.before().isEmpty() || change.op() == Change.Op.TRANSPOSITION) {
            return Excerpt.apart(excerpt.after());
        }
        if (change.after().isEmpty()) {
            return Excerpt.apart(excerpt.before());
        }
        Excerpt halves = Excerpt.of(change.before(), change.after(), SHORT / 2);
        return Excerpt.apart(halves.before()) + " → " + Excerpt.apart(halves.after());
    }

    /** Both readings, where they stand, and how anyone finds the two copies. */
    private String quotation(Change change, String place) {
        List<String> lines = new ArrayList<>();
        lines.add(Words.sentence(ChangeWords.title(change)) + (place.isEmpty() ? "" : ", " + place) + ".");
        lines.add(reading(comparison.base(), change.before()));
        lines.add(reading(comparison.other(), change.after()));
        lines.add("");
        lines.add(reference(comparison.base()));
        lines.add(reference(comparison.other()));
        lines.add("Compared by Pressmark, rule " + Shown.line(change.rule()) + ".");
        return String.join("\n", lines);
    }

    private static String reading(Witness witness, String words) {
        return witness.siglum() + ": "
                + (words.isEmpty() ? "(nothing in its place)" : "“" + Shown.line(Shown.cut(words)) + "”");
    }

    static String reference(Witness witness) {
        List<String> parts = new ArrayList<>();
        parts.add("“" + Words.title(witness.article()) + "”");
        parts.add(Shown.line(witness.label()));
        String url =
                witness.capture().map(Capture::url).orElse(witness.article().url());
        if (!url.isEmpty()) {
            parts.add("<" + Shown.line(url) + ">");
        }
        witness.capturedAt().ifPresent(time -> parts.add("captured " + Words.minute(time) + Words.by(witness)));
        witness.capture().ifPresent(capture -> {
            parts.add("WARC record " + Shown.line(capture.recordId()));
            parts.add(capture.payload().toString());
        });
        return Shown.line(witness.siglum()) + " = " + String.join(", ", parts);
    }
}
