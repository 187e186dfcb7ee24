package org.pressmark.report;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Change;
import org.pressmark.model.Comparison;
import org.pressmark.model.Witness;

/** A comparison as Markdown, to be pasted into a story's file: the finding, the copies, each change with both readings. */
public final class ComparisonMarkdown {
    private ComparisonMarkdown() {}

    /**
     * The comparison's text.
     *
     * @param view which changes, with how much around them
     */
    public static String render(Comparison comparison, ComparisonView view) {
        String a = comparison.base().siglum();
        String b = comparison.other().siglum();
        StringBuilder out = new StringBuilder();
        out.append("# ")
                .append(Markdown.line(Words.title(comparison.base().article())))
                .append("\n\n");
        Findings findings = new Findings(comparison, a, b);
        out.append(Markdown.line(findings.sentence())).append("\n\n");
        findings.verdicts()
                .forEach(verdict -> out.append(Markdown.line(verdict)).append("\n\n"));
        witness(out, comparison.base());
        witness(out, comparison.other());
        ChangePlaces places = new ChangePlaces(comparison);
        int number = 0;
        for (Change change : view.select(comparison)) {
            number++;
            out.append("\n## ").append(number).append(". ").append(Markdown.line(ChangeWords.title(change)));
            out.append("\n\n").append(change.severity().word());
            places.of(change).ifPresent(place -> out.append(", ").append(place));
            out.append(", rule ").append(Markdown.line(change.rule())).append(". ");
            out.append(Markdown.line(change.explanation())).append("\n\n");
            out.append("- ")
                    .append(a)
                    .append(": ")
                    .append(reading(change.before()))
                    .append('\n');
            out.append("- ")
                    .append(b)
                    .append(": ")
                    .append(reading(change.after()))
                    .append('\n');
            context(comparison, change, view)
                    .ifPresent(passage -> out.append("\n> ")
                            .append(Markdown.line(passage.before()))
                            .append(" **")
                            .append(Markdown.line(change.after().isEmpty() ? change.before() : change.after()))
                            .append("** ")
                            .append(Markdown.line(passage.after()))
                            .append('\n'));
        }
        List<String> hidden = ChangeWords.presentation(comparison);
        if (!hidden.isEmpty()) {
            out.append("\nPresentation only: ")
                    .append(String.join(", ", hidden))
                    .append(".\n");
        }
        return out.toString();
    }

    private static Optional<Passage> context(Comparison comparison, Change change, ComparisonView view) {
        return change.field() != Change.ArticleField.BODY
                ? Optional.empty()
                : Passage.around(comparison.other().article(), change.spansAfter(), view.context())
                        .or(() -> Passage.around(comparison.base().article(), change.spansBefore(), view.context()));
    }

    static void witness(StringBuilder out, Witness witness) {
        out.append("- **").append(witness.siglum()).append("** ").append(Markdown.line(witness.label()));
        String url =
                witness.capture().map(Capture::url).orElse(witness.article().url());
        if (!url.isEmpty()) {
            out.append(", ").append(Markdown.line(url));
        }
        witness.capturedAt()
                .ifPresent(time ->
                        out.append(", captured ").append(Markdown.line(Words.minute(time) + Words.by(witness))));
        Words.credit(witness.article()).ifPresent(credit -> out.append(", ").append(Markdown.line(credit)));
        witness.capture().ifPresent(capture -> out.append(", WARC record ").append(Markdown.line(capture.recordId())));
        out.append('\n');
    }

    static String reading(String words) {
        return words.isEmpty() ? "*nothing in its place*" : "“" + Markdown.line(words) + "”";
    }
}
