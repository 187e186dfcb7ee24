package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Change;
import org.pressmark.model.Change.Op;
import org.pressmark.model.Comparison;
import org.pressmark.model.Field;
import org.pressmark.model.Severity;
import org.pressmark.model.Witness;

/** Two copies set against each other, for the terminal: findings first, the words in their sentence, the rule at the edge. */
public final class TerminalComparison {
    private static final int INDENT = 4;

    private final Comparison comparison;
    private final ComparisonView view;
    private final TerminalStyle style;
    private final Sheet sheet;
    private final ChangePlaces places;
    /** Whether the change shown last was a small one: small ones stand together. */
    private boolean small;

    private TerminalComparison(Comparison comparison, ComparisonView view, TerminalStyle style) {
        this.comparison = comparison;
        this.view = view;
        this.style = style;
        this.sheet = new Sheet(style);
        this.places = new ChangePlaces(comparison);
    }

    /** The whole comparison with a sentence of context. */
    public static String render(Comparison comparison, TerminalStyle style) {
        return render(comparison, ComparisonView.STANDARD, style, List.of());
    }

    /**
     * The comparison as lines of at most the style's width, ending in a line break.
     *
     * @param view which changes, with how much around them
     * @param hints what to try next, below the changes
     */
    public static String render(Comparison comparison, ComparisonView view, TerminalStyle style, List<Hint> hints) {
        TerminalComparison report = new TerminalComparison(comparison, view, style);
        report.head();
        List<Change> shown = view.select(comparison);
        report.counts(shown.size());
        for (Change change : shown) {
            report.change(change);
        }
        if (view.all()) {
            report.presentation();
        }
        report.sheet.hints(hints);
        return report.sheet.toString();
    }

    private void head() {
        Witness a = comparison.base();
        Witness b = comparison.other();
        sheet.text(Ink.BOLD, 0, Words.title(a.article()));
        int label = Math.max(Cells.width(Shown.line(a.label())), Cells.width(Shown.line(b.label())));
        witness(a, Math.min(label, style.width() / 3));
        witness(b, Math.min(label, style.width() / 3));
        sheet.blank();
    }

    private void witness(Witness witness, int column) {
        List<String> facts = new ArrayList<>();
        witness.capturedAt().ifPresent(time -> facts.add("captured " + Words.day(time) + Words.by(witness)));
        facts.add(witness.article()
                .published()
                .map(Field::value)
                .map(date -> "says " + Words.claimedDay(date))
                .orElse("undated"));
        String credit = Words.credit(witness.article())
                .orElse("no credit line found in this " + (witness.capture().isPresent() ? "capture" : "document"));
        String lead = Shown.line(witness.siglum()) + "  " + Cells.pad(Shown.line(witness.label()), column) + "  ";
        String text = String.join(", ", facts) + " " + sheet.glyph(Glyph.DOT) + " " + credit;
        sheet.hanging(Ink.PLAIN, lead, " ".repeat(Math.min(Cells.width(lead), style.width() / 2)), text);
    }

    private void counts(int shown) {
        List<Change> changes = comparison.changes();
        String finding = new Findings(
                        comparison,
                        comparison.base().siglum(),
                        comparison.other().siglum())
                .sentence();
        List<String> hidden = new ArrayList<>();
        if (shown < changes.size()) {
            hidden.add(Words.count(changes.size() - shown, "change") + " by your choice");
        }
        if (!view.all()) {
            hidden.addAll(ChangeWords.presentation(comparison));
        }
        if (changes.isEmpty()) {
            sheet.text(Ink.BOLD, 0, finding);
            return;
        }
        String tail = hidden.isEmpty()
                ? ""
                : "   (" + String.join(", ", hidden) + ": not shown" + (view.all() ? "" : ", --all") + ")";
        sheet.text(Ink.BOLD, 0, ChangeWords.counts(changes, sheet.glyph(Glyph.DOT)) + tail);
        for (String note : new Findings(comparison, "A", "B").notes()) {
            sheet.text(Ink.PLAIN, 0, note);
        }
        for (String verdict : new Findings(comparison, "A", "B").verdicts()) {
            sheet.text(Ink.PLAIN, 0, verdict);
        }
    }

    private void change(Change change) {
        if (change.severity().compareTo(Severity.NOTICE) <= 0 && change.op() != Op.TRANSPOSITION) {
            small(change);
            return;
        }
        small = false;
        sheet.blank();
        String mark = sheet.glyph(Glyph.of(change.severity()));
        sheet.spread(
                Ink.of(change.severity()),
                0,
                mark + " " + ChangeWords.title(change),
                places.of(change).orElse(change.field().word()));
        Optional<Passage> passage = passage(change);
        passage.map(Passage::before).filter(s -> !s.isEmpty()).ifPresent(s -> quoted(Ink.DIM, s));
        words(change);
        passage.map(Passage::after).filter(s -> !s.isEmpty()).ifPresent(s -> quoted(Ink.DIM, s));
        sheet.spread(Ink.PLAIN, INDENT, Shown.line(change.explanation()), "rule " + Shown.line(change.rule()));
    }

    /** A notice: what differs in one line, why it is named so in the next. */
    private void small(Change change) {
        String arrow = " " + sheet.glyph(Glyph.TO) + " ";
        String mark = sheet.glyph(Glyph.of(change.severity()));
        String op = sheet.glyph(Glyph.of(change.op()));
        String words;
        if (change.op() == Op.SUBSTITUTION) {
            words = Shown.line(change.before()) + arrow + Shown.line(change.after());
        } else {
            words = Shown.line(change.before().isEmpty() ? change.after() : change.before());
        }
        if (!small) {
            sheet.blank();
            small = true;
        }
        sheet.hanging(Ink.PLAIN, mark + " " + op + " ", "    ", ChangeWords.title(change) + ": " + words);
        sheet.spread(Ink.DIM, INDENT, Shown.line(change.explanation()), "rule " + Shown.line(change.rule()));
    }

    private Optional<Passage> passage(Change change) {
        Optional<Passage> after = Passage.around(comparison.other().article(), change.spansAfter(), view.context());
        return after.isPresent()
                ? after
                : Passage.around(comparison.base().article(), change.spansBefore(), view.context());
    }

    private void words(Change change) {
        String before = Shown.line(change.before());
        String after = Shown.line(change.after());
        switch (change.op()) {
            case INTERPOLATION -> marked(Ink.ADDED, Glyph.ADDED, after);
            case OMISSION -> marked(Ink.REMOVED, Glyph.REMOVED, before);
            case TRANSPOSITION -> marked(Ink.PLAIN, Glyph.MOVED, after);
            case SUBSTITUTION -> {
                String both = before + " " + sheet.glyph(Glyph.TO) + " " + after;
                if (Cells.width(both) <= style.width() - INDENT) {
                    marked(Ink.ADDED, Glyph.REPLACED, both);
                } else {
                    marked(Ink.REMOVED, Glyph.REMOVED, before);
                    marked(Ink.ADDED, Glyph.ADDED, after);
                }
            }
        }
    }

    private void marked(Ink ink, Glyph mark, String text) {
        String lead = Cells.pad("  " + sheet.glyph(mark), INDENT + 1);
        sheet.hanging(ink, lead, " ".repeat(INDENT + 1), text);
    }

    private void quoted(Ink ink, String text) {
        sheet.text(ink, INDENT, Shown.line(text));
    }

    private void presentation() {
        List<String> words = ChangeWords.presentation(comparison);
        if (words.isEmpty()) {
            return;
        }
        sheet.blank().line(Ink.BOLD, "Presentation only");
        for (String word : words) {
            sheet.hanging(Ink.PLAIN, sheet.glyph(Glyph.NOTICE) + " ", "  ", word);
        }
    }
}
