package org.pressmark.report;

import org.pressmark.model.Apparatus;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.VariantPlace.Reading;

/** An apparatus as Markdown: the copies, then a table a place. */
public final class ApparatusMarkdown {
    private ApparatusMarkdown() {}

    /**
     * The apparatus's text.
     *
     * @param view which places
     */
    public static String render(Apparatus apparatus, ComparisonView view) {
        StringBuilder out = new StringBuilder();
        out.append("# ")
                .append(Markdown.line(Words.title(apparatus.baseWitness().article())))
                .append("\n\n")
                .append(Markdown.line(ApparatusWords.finding(apparatus, apparatus.places())))
                .append("\n\n");
        apparatus.witnesses().forEach(witness -> ComparisonMarkdown.witness(out, witness));
        ParagraphNumbers numbers = new ParagraphNumbers(apparatus.baseWitness().article());
        for (VariantPlace place : view.select(apparatus)) {
            out.append("\n## ")
                    .append(place.number())
                    .append(". ")
                    .append(Markdown.line(ApparatusWords.title(place)))
                    .append("\n\n")
                    .append(place.severity().word())
                    .append(", ")
                    .append(ApparatusWords.where(place, numbers))
                    .append(", ")
                    .append(ApparatusWords.share(place, apparatus))
                    .append(", rule ")
                    .append(Markdown.line(place.rule()))
                    .append("\n\n| copies | reading | |\n|---|---|---|\n");
            for (Reading reading : place.readings()) {
                out.append("| ")
                        .append(String.join(" ", reading.sigla()))
                        .append(" | ")
                        .append(Markdown.line(reading.text()))
                        .append(" | ")
                        .append(ApparatusWords.remark(reading))
                        .append(" |\n");
            }
        }
        return out.toString();
    }
}
