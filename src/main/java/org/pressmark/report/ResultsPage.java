package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was found by words, page by page.
 *
 * @param words that were looked for, as they were typed
 * @param summary how much was found, in words
 * @param trouble why nothing could be looked for, where that is so
 * @param earlier address of the part before
 * @param further address of the part after
 */
public record ResultsPage(
        String words,
        String site,
        String from,
        String to,
        boolean titleOnly,
        String summary,
        Optional<String> trouble,
        List<Row> rows,
        Optional<String> earlier,
        Optional<String> further) {

    /**
     * A page that was found.
     *
     * @param pieces of its excerpt, in order
     */
    public record Row(String href, String headline, String site, String seen, String texts, List<Piece> pieces) {
        public Row {
            pieces = List.copyOf(pieces);
        }

        /** A hit in words. */
        public static Row of(SearchHit hit, Function<String, String> page) {
            return new Row(
                    page.apply(hit.url()),
                    Shown.line(hit.version().headline()),
                    Shown.line(Words.host(hit.url())),
                    Words.minute(hit.version().firstSeen()),
                    hit.texts() > 1 ? "in " + Words.count(hit.texts(), "text") + " of this page" : "",
                    pieces(hit));
        }

        private static List<Piece> pieces(SearchHit hit) {
            List<Piece> out = new ArrayList<>();
            String text = hit.excerpt();
            int at = 0;
            for (SearchHit.Mark mark : hit.marks()) {
                if (mark.start() >= at && mark.end() <= text.length()) {
                    out.add(new Piece(Shown.web(text.substring(at, mark.start())), false));
                    out.add(new Piece(Shown.web(text.substring(mark.start(), mark.end())), true));
                    at = mark.end();
                }
            }
            out.add(new Piece(Shown.web(text.substring(at)), false));
            return out;
        }
    }

    /** A piece of an excerpt; {@code found} where it is what was looked for. */
    public record Piece(String text, boolean found) {}

    public ResultsPage {
        rows = List.copyOf(rows);
    }

    /** How much was found, e.g. {@code 12 pages}. */
    public static String summary(SearchPage found) {
        return found.pages() == 0
                ? "Nothing that is stored holds these words."
                : Words.count(found.pages(), "page")
                        + (found.waiting() > 0
                                ? "; " + Words.count(found.waiting(), "text") + " not yet in the word index"
                                : "");
    }
}
