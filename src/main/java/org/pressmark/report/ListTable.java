package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Capture;
import org.pressmark.model.Version;

/** Lists for the terminal: pages, a page's captures, a page's versions. */
public final class ListTable {
    private ListTable() {}

    /**
     * Stored pages, a line each; says what to do where there are none.
     *
     * @param leftOut how many robots.txt files, feeds, sitemaps and errors are not among them
     */
    public static String pages(List<PageLine> pages, long leftOut, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        if (pages.isEmpty() && leftOut == 0) {
            return sheet.text(
                            Ink.PLAIN,
                            0,
                            "Nothing is stored yet. Capture a page: pressmark capture URL, or see it work: pressmark demo")
                    .toString();
        }
        Columns columns = new Columns(style, List.of("captures", "versions", "last", "page"));
        for (PageLine page : pages) {
            columns.row(
                    Words.number(page.captures()),
                    page.versions() == 0 ? "–" : Words.number(page.versions()),
                    Words.day(page.last()),
                    Shown.line(page.url()));
            if (!page.headline().isBlank()) {
                columns.below(Shown.line(page.headline()));
            }
        }
        String rest = leftOut == 0
                ? ""
                : "; " + Words.count(leftOut, "address", "addresses")
                        + " left out: robots.txt, feeds, sitemaps, errors (--all shows them)";
        String table = pages.isEmpty() ? "" : columns + "\n";
        return table + Words.count(pages.size(), "page") + rest + "\n";
    }

    /** A page's versions, then its captures, oldest first. */
    public static String page(List<Version> versions, List<Capture> captures, TerminalStyle style) {
        StringBuilder out = new StringBuilder();
        if (!versions.isEmpty()) {
            Columns table = new Columns(style, List.of("version", "first seen", "last seen", "captures", "headline"));
            String before = "";
            for (Version version : versions) {
                String headline = Shown.line(version.headline());
                table.row(
                        Words.number(version.number()),
                        Words.minute(version.firstSeen()),
                        Words.minute(version.lastSeen()),
                        Words.number(version.captures()),
                        headline.equals(before) ? "" : headline);
                before = headline;
            }
            out.append(table).append('\n');
        }
        Columns table = new Columns(style, List.of("captured", "status", "what", "size", "record"));
        for (Capture capture : captures) {
            table.row(
                    Words.minute(capture.date()),
                    capture.status() == 0 ? "–" : Integer.toString(capture.status()),
                    what(capture),
                    Words.size(capture.payloadLength()),
                    Shown.line(capture.recordId()));
        }
        List<String> counts = new ArrayList<>(List.of(Words.count(captures.size(), "capture")));
        if (!versions.isEmpty()) {
            counts.add(VersionWords.texts(
                    (int) versions.stream().map(Version::textDigest).distinct().count(), versions.size()));
        }
        return out.append(table)
                .append('\n')
                .append(String.join(", ", counts))
                .append('\n')
                .toString();
    }

    /** Captures of any addresses, a line each, in the order given. */
    public static String captures(List<Capture> captures, TerminalStyle style) {
        Columns table = new Columns(style, List.of("captured", "status", "what", "address"));
        for (Capture capture : captures) {
            table.row(
                    Words.minute(capture.date()),
                    capture.status() == 0 ? "–" : Integer.toString(capture.status()),
                    what(capture),
                    Shown.line(capture.url()));
        }
        return table + "\n" + Words.count(captures.size(), "capture") + "\n";
    }

    /** What a capture is, in words. */
    static String what(Capture capture) {
        String what = switch (capture.kind()) {
            case RESPONSE -> capture.mediaType().isEmpty() ? "response" : Shown.line(capture.mediaType());
            case REVISIT_IDENTICAL -> "unchanged";
            case REVISIT_NOT_MODIFIED -> "unchanged (304)";
            case RESOURCE -> "given document";
            case MEMENTO ->
                (capture.mediaType().isEmpty() ? "response" : Shown.line(capture.mediaType())) + ", via archive "
                        + Shown.line(capture.witness().orElse(""));
        };
        return capture.truncated().isPresent() ? what + ", incomplete" : what;
    }
}
