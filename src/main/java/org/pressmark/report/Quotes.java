package org.pressmark.report;

import java.util.regex.Pattern;

/** Tells paragraphs that quote somebody from those that don't, for the quiet line in the margin; decides nothing else. */
final class Quotes {
    /** Four words or more between marks; a quotation that runs on into the next paragraph has no closing mark. */
    private static final Pattern QUOTATION =
            Pattern.compile("[“„«»\"](?:[^\\s”“»«\"]+\\s+){3}[^”“»«\"]*(?:[”“»«\"]|$)");

    private Quotes() {}

    static boolean any(String text) {
        return QUOTATION.matcher(text).find();
    }
}
