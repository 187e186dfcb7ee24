package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Field;
import org.pressmark.model.Severity;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.VariantPlace.Reading;
import org.pressmark.model.VariantPlace.Standing;
import org.pressmark.model.Witness;

/** An apparatus for the terminal: the witnesses, then a small table for each place, the gravest places first. */
public final class TerminalApparatus {
    private static final int INDENT = 4;

    /** A place shows so many columns of sigla beside its readings at most; more are counted. */
    private static final int SIGLA = 18;

    private final Apparatus apparatus;
    private final ParagraphNumbers numbers;
    private final ComparisonView view;
    private final TerminalStyle style;
    private final Sheet sheet;

    private TerminalApparatus(Apparatus apparatus, ComparisonView view, TerminalStyle style) {
        this.apparatus = apparatus;
        this.numbers = new ParagraphNumbers(apparatus.baseWitness().article());
        this.view = view;
        this.style = style;
        this.sheet = new Sheet(style);
    }

    /**
     * The apparatus as lines of at most the style's width, ending in a line break.
     *
     * @param view which places, with how much of the base around them
     * @param hints what to try next
     */
    public static String render(Apparatus apparatus, ComparisonView view, TerminalStyle style, List<Hint> hints) {
        TerminalApparatus report = new TerminalApparatus(apparatus, view, style);
        List<VariantPlace> shown = view.select(apparatus);
        report.head();
        report.summary(shown);
        for (Severity severity : List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)) {
            report.places(shown, severity);
        }
        report.places(shown, Severity.NOTICE);
        report.places(shown, Severity.NONE);
        report.sheet.hints(hints);
        return report.sheet.toString();
    }

    private void head() {
        sheet.text(Ink.BOLD, 0, Words.title(apparatus.baseWitness().article()));
        Columns columns = new Columns(style, List.of("", "differs", "alone", "lacks", "copy"));
        for (Witness witness : apparatus.witnesses()) {
            boolean base = witness.equals(apparatus.baseWitness());
            columns.row(
                    Shown.line(witness.siglum()),
                    base ? "base" : Words.number(ApparatusWords.differing(witness, apparatus.places())),
                    Words.number(ApparatusWords.alone(witness, apparatus.places())),
                    Words.number(ApparatusWords.lacking(witness, apparatus.places())),
                    copy(witness));
        }
        columns.toString().lines().forEach(sheet::line);
        sheet.blank();
    }

    private String copy(Witness witness) {
        List<String> facts = new ArrayList<>();
        witness.capturedAt().ifPresent(time -> facts.add("captured " + Words.day(time) + Words.by(witness)));
        facts.add(witness.article()
                .published()
                .map(Field::value)
                .map(date -> "says " + Words.claimedDay(date))
                .orElse("undated"));
        Words.credit(witness.article()).ifPresent(facts::add);
        return Shown.line(witness.label()) + "  " + String.join(", ", facts);
    }

    private void summary(List<VariantPlace> shown) {
        sheet.text(Ink.BOLD, 0, ApparatusWords.finding(apparatus, apparatus.places()));
        if (!apparatus.places().isEmpty()) {
            int hidden = apparatus.places().size() - shown.size();
            sheet.text(
                    Ink.PLAIN,
                    0,
                    ChangeWords.counted(
                                    apparatus.places().stream()
                                            .map(VariantPlace::severity)
                                            .toList(),
                                    sheet.glyph(Glyph.DOT))
                            + (hidden > 0
                                    ? "   (" + Words.count(hidden, "place") + " not shown, by your choice)"
                                    : ""));
        }
    }

    private void places(List<VariantPlace> places, Severity severity) {
        places.stream().filter(place -> place.severity() == severity).forEach(this::place);
    }

    private void place(VariantPlace place) {
        sheet.blank();
        sheet.spread(
                Ink.of(place.severity()),
                0,
                sheet.glyph(Glyph.of(place.severity())) + " " + place.number() + "  " + ApparatusWords.title(place),
                ApparatusWords.where(place, numbers) + ", rule " + Shown.line(place.rule()));
        Optional<Passage> around = place.field() == ArticleField.BODY
                ? Passage.around(apparatus.baseWitness().article(), place.spans(), view.context())
                : Optional.empty();
        around.map(Passage::before).filter(s -> !s.isEmpty()).ifPresent(this::context);
        int column = place.readings().stream()
                .mapToInt(reading -> Cells.width(sigla(reading)))
                .max()
                .orElse(1);
        for (Reading reading : place.readings()) {
            reading(reading, column);
        }
        around.map(Passage::after).filter(s -> !s.isEmpty()).ifPresent(this::context);
        sheet.text(Ink.DIM, INDENT, ApparatusWords.share(place, apparatus));
    }

    private void reading(Reading reading, int column) {
        String remark = ApparatusWords.remark(reading);
        String words = Shown.line(reading.text());
        String text = words + (remark.isEmpty() ? "" : (words.isEmpty() ? "" : "  ") + "(" + remark + ")");
        String lead = "  " + (reading.standing() == Standing.BASE ? "  " : sheet.glyph(Glyph.REPLACED) + " ")
                + Cells.pad(sigla(reading), column) + "  ";
        Ink ink = reading.standing() == Standing.BASE
                ? Ink.PLAIN
                : reading.standing() == Standing.LACKING ? Ink.DIM : Ink.ADDED;
        sheet.hanging(ink, lead, " ".repeat(Cells.width(lead)), text);
    }

    private String sigla(Reading reading) {
        String all = String.join(" ", reading.sigla());
        if (Cells.width(all) <= SIGLA) {
            return Shown.line(all);
        }
        return Shown.line(reading.sigla().get(0)) + " and " + (reading.sigla().size() - 1) + " more";
    }

    private void context(String text) {
        sheet.text(Ink.DIM, INDENT, Shown.line(text));
    }
}
