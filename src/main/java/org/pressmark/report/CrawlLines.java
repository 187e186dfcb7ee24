package org.pressmark.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.model.CrawlSummary;

/** How far a crawl is, and what it did, for the terminal. */
public final class CrawlLines {
    private static final int HOSTS = 10;
    private static final int BAR = 14;

    private CrawlLines() {}

    /** One line, e.g. {@code 120 visited, 80 found, 3 troubles, 4.1 MB, 00:02:10}. */
    public static String line(CrawlSummary summary) {
        long troubles = summary.failures().values().stream().mapToLong(n -> n).sum();
        List<String> parts = new ArrayList<>(
                List.of(Words.number(summary.visits()) + " visited", Words.number(summary.found()) + " found"));
        if (troubles > 0) {
            parts.add(Words.count(troubles, "trouble"));
        }
        parts.add(Words.size(summary.bytes()));
        parts.add(time(summary.took()));
        return String.join(", ", parts);
    }

    /** The line with a bar and a row for each of the busiest hosts; no line is wider than the terminal. */
    public static String live(CrawlSummary summary, int rows, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        long known = Math.max(1, summary.visits() + summary.waiting());
        int full = (int) Math.min(BAR, BAR * summary.visits() / known);
        long millis = Math.max(1, summary.took().toMillis());
        String rate = String.format(Locale.ROOT, ", %.1f/s", summary.visits() * 1000.0 / millis);
        sheet.line(Ink.BOLD, fit("[" + "#".repeat(full) + " ".repeat(BAR - full) + "] " + line(summary) + rate, style));
        summary.hosts().stream()
                .limit(rows)
                .forEach(host -> sheet.line(Ink.DIM, fit("  " + name(host, style) + " " + row(host), style)));
        int more = summary.hosts().size() - rows;
        if (more > 0) {
            sheet.line(Ink.DIM, "  and " + Words.count(more, "host") + " more");
        }
        return sheet.toString();
    }

    /** The host in a column of its own; of a long name the end, where the names differ least, is left out. */
    private static String name(CrawlSummary.Host host, TerminalStyle style) {
        int width = Math.max(16, style.width() - 46);
        String name = Shown.line(host.name());
        return Cells.pad(Cells.width(name) <= width ? name : cut(name, width), width);
    }

    private static String fit(String line, TerminalStyle style) {
        // One column is left free: a terminal that is filled to its edge wraps before the line ends.
        return Cells.width(line) < style.width() ? line : cut(line, style.width() - 1);
    }

    private static String cut(String text, int width) {
        StringBuilder out = new StringBuilder();
        int used = 1;
        for (int c : text.codePoints().toArray()) {
            used += Cells.width(c);
            if (used > width) {
                break;
            }
            out.appendCodePoint(c);
        }
        return out.append('…').toString();
    }

    private static String row(CrawlSummary.Host host) {
        return String.format(
                Locale.ROOT,
                "%6d  %-9s %s%s",
                host.visits(),
                Words.size(host.bytes()),
                host.troubles() > 0 ? Words.count(host.troubles(), "trouble") + " " : "",
                host.state());
    }

    /** What was done, and what is left. */
    public static String summary(CrawlSummary summary, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        sheet.text(Ink.BOLD, 0, line(summary));
        summary.outcomes().forEach((outcome, count) -> sheet.text(Ink.PLAIN, 2, Words.number(count) + " " + outcome));
        sheet.text(Ink.DIM, 2, Words.count(summary.captures(), "record") + " stored, parts of pages among them");
        if (!summary.failures().isEmpty()) {
            sheet.text(Ink.PLAIN, 0, "Troubles:");
            summary.failures()
                    .forEach((reason, count) ->
                            sheet.text(Ink.PLAIN, 2, Words.number(count) + " " + Shown.line(reason)));
        }
        if (summary.hosts().size() > 1) {
            sheet.text(Ink.PLAIN, 0, "Hosts:");
            summary.hosts().stream()
                    .limit(HOSTS)
                    .forEach(host -> sheet.text(
                            Ink.DIM,
                            2,
                            Shown.line(host.name()) + ": " + row(host).strip()));
        }
        if (!summary.unread().isEmpty()) {
            sheet.text(
                    Ink.BOLD,
                    0,
                    "Nothing could be read of: " + Shown.line(String.join(", ", summary.unread()))
                            + "; pressmark sources check" + " shows why");
        }
        summary.notes()
                .forEach(note -> sheet.hanging(Ink.PLAIN, sheet.glyph(Glyph.NOTICE) + " ", "  ", Shown.line(note)));
        if (summary.waiting() > 0) {
            sheet.text(
                    Ink.DIM,
                    0,
                    Words.count(summary.waiting(), "address", "addresses") + " to be visited again"
                            + summary.next()
                                    .map(next -> ", the next " + Words.minute(next))
                                    .orElse(""));
        }
        return sheet.toString();
    }

    private static String time(Duration took) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", took.toHours(), took.toMinutesPart(), took.toSecondsPart());
    }
}
