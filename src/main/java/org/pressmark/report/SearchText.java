package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;

/** What a search found, for the terminal. */
public final class SearchText {
    private SearchText() {}

    /** The pages with their excerpts, then how many there are. */
    public static String render(SearchPage page, int offset, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        for (SearchHit hit : page.hits()) {
            sheet.text(Ink.BOLD, 0, Shown.line(hit.version().headline()));
            sheet.text(Ink.DIM, 0, Shown.line(hit.url()));
            List<String> facts = new ArrayList<>();
            facts.add(seen(hit));
            facts.add("text " + hit.version().number());
            if (hit.texts() > 1) {
                facts.add(Words.count(hit.texts(), "text") + " of this page hold it");
            }
            sheet.text(Ink.DIM, 0, String.join(" " + sheet.glyph(Glyph.DOT) + " ", facts));
            sheet.text(Ink.PLAIN, 4, marked(hit));
            sheet.blank();
        }
        String which = page.hits().size() == page.pages()
                ? ""
                : ", shown " + Words.number(offset + 1L) + " to "
                        + Words.number(offset + (long) page.hits().size());
        sheet.text(Ink.BOLD, 0, page.pages() == 0 ? "Nothing found." : Words.count(page.pages(), "page") + which);
        if (page.waiting() > 0) {
            sheet.text(
                    Ink.DIM,
                    0,
                    Words.count(page.waiting(), "change", "changes")
                            + " of pages are not in the word index yet; another process is entering them.");
        }
        return sheet.toString();
    }

    private static String seen(SearchHit hit) {
        String first = Words.day(hit.version().firstSeen());
        String last = Words.day(hit.version().lastSeen());
        return first.equals(last) ? first : first + " to " + last;
    }

    /** The words that were looked for between marks, since lines are broken after colours would be set. */
    private static String marked(SearchHit hit) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        String text = hit.excerpt();
        for (SearchHit.Mark mark : hit.marks()) {
            if (mark.start() >= at && mark.end() <= text.length()) {
                out.append(text, at, mark.start())
                        .append('[')
                        .append(text, mark.start(), mark.end())
                        .append(']');
                at = mark.end();
            }
        }
        return Shown.line(out.append(text.substring(at)).toString()).replace("][", "");
    }
}
