package org.pressmark.report;

import org.pressmark.model.Apparatus;
import org.pressmark.model.Comparison;

/** Copies side by side as one HTML file that stands alone: no request leaves it, and it reads without scripts. */
public final class ComparisonHtml {
    private ComparisonHtml() {}

    /** All changes, a sentence of context each. */
    public static String render(Comparison comparison) {
        return render(comparison, ComparisonView.STANDARD);
    }

    /**
     * The file's text, to be written in UTF-8.
     *
     * @param view which changes to show
     */
    public static String render(Comparison comparison, ComparisonView view) {
        return Standalone.render(
                "report/comparisonFile", ComparisonPage.of(comparison, view, ComparisonPage.Links.NONE));
    }

    /** The same of three or more copies: the base's text with heat where the others part from it. */
    public static String render(Apparatus apparatus, ComparisonView view) {
        return Standalone.render(
                "report/apparatusFile", ApparatusPage.of(apparatus, view, ApparatusPage.Links.NONE, 1));
    }

    /** A page's texts in the order of time. */
    public static String render(HistoryPart part, ComparisonView view) {
        return Standalone.render("report/versionsFile", VersionsPage.of(part, view, VersionsPage.Links.NONE));
    }
}
