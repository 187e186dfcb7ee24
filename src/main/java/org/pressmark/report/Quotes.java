package org.pressmark.report;

import org.pressmark.text.QuotationFinder;

/** Tells paragraphs that quote somebody from those that don't, for the quiet line in the margin; decides nothing else. */
final class Quotes {
    /** Shorter ones are words that somebody holds at arm's length, not quotations. */
    private static final int SHORTEST_WORDS = 4;

    private Quotes() {}

    static boolean any(String text) {
        return QuotationFinder.find(text).stream()
                .map(quotation -> text.substring(quotation.innerStart(), quotation.innerEnd()))
                .anyMatch(words -> words.strip().split("\\s+").length >= SHORTEST_WORDS);
    }
}
