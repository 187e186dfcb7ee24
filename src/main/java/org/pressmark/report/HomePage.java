package org.pressmark.report;

import java.util.List;
import java.util.Optional;

/**
 * The first page of an archive: a box for an address, then what is stored.
 *
 * @param summary the archive in one line, e.g. {@code 12 pages, 40 captures, 14 MB in 3 files}
 * @param rows the pages of this part of the list
 * @param sort which column orders the list: {@code last}, {@code site}, {@code captures} or {@code versions}
 * @param edits the last edits of all pages, on the list's first part
 * @param box what the visitor may do here
 * @param earlier address of the list's previous part
 * @param further address of its next part
 */
public record HomePage(
        String summary,
        List<Row> rows,
        String sort,
        List<EditRow> edits,
        CaptureBox box,
        Optional<String> earlier,
        Optional<String> further) {

    /**
     * The box for an address that is to be captured.
     *
     * @param allowed whether this visitor has the token
     * @param url what stands in it already, e.g. by the bookmarklet; empty text for nothing
     */
    public record CaptureBox(boolean allowed, String url) {}

    /** A stored page. */
    public record Row(
            String href,
            String siteHref,
            String site,
            String title,
            String url,
            String captures,
            String versions,
            String last) {

        /** A row whose links lead to the page's captures and to its site's pages. */
        public static Row of(PageLine page, String href, String siteHref) {
            return new Row(
                    href,
                    siteHref,
                    Shown.line(Words.host(page.url())),
                    Shown.line(page.headline()),
                    Shown.line(page.url()),
                    Words.number(page.captures()),
                    page.versions() == 0 ? "–" : Words.number(page.versions()),
                    Words.minute(page.last()));
        }
    }

    /** So many pages of which one sees at once that they were edited. */
    private static final int EDITED = 5;

    /** The last edits by page. */
    public List<EditGroup> edited() {
        return EditGroup.of(edits).stream().limit(EDITED).toList();
    }

    public HomePage {
        rows = List.copyOf(rows);
        edits = List.copyOf(edits);
    }

    /** The archive in one line. */
    public static String summary(long pages, long captures, long files, long bytes) {
        return Words.count(pages, "page") + ", " + Words.count(captures, "capture") + ", " + Words.size(bytes) + " in "
                + Words.count(files, "file");
    }
}
