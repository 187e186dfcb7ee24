package org.pressmark.cli;

import java.time.Duration;
import org.pressmark.model.CrawlSummary;
import org.pressmark.report.CrawlLines;
import org.pressmark.report.TerminalStyle;

/** How far a crawl is: on a terminal a table that is drawn over and over; else a line now and then on standard error. */
final class CrawlProgress implements AutoCloseable {
    private static final int MOST_ROWS = 8;
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(30);
    private static final Duration OFTEN = Duration.ofMillis(400);

    private final Terminal terminal;
    private final TerminalStyle style;
    private Duration said = Duration.ZERO;
    private int drawn;

    CrawlProgress(Terminal terminal, TerminalStyle style) {
        this.terminal = terminal;
        this.style = style;
    }

    synchronized void at(CrawlSummary summary) {
        boolean live = terminal.errIsTerminal();
        if (summary.took().minus(said).compareTo(live ? OFTEN : NOW_AND_THEN) < 0) {
            return;
        }
        said = summary.took();
        clear();
        String text = live ? CrawlLines.live(summary, MOST_ROWS, style) : CrawlLines.line(summary) + "\n";
        terminal.err().print(text);
        terminal.err().flush();
        drawn = live ? (int) text.lines().count() : 0;
    }

    /** Says that the end is near. */
    synchronized void ending() {
        clear();
        terminal.err()
                .println(
                        "pressmark: ending; what is under way is finished and written first. Once more ends it at once.");
    }

    /** Takes the table away; the next time it is drawn anew. */
    synchronized void clear() {
        if (drawn > 0) {
            // Up to the table's first line, then everything below it away. What is printed next stands in its place.
            terminal.err().print("\u001b[" + drawn + "A\r\u001b[J");
            drawn = 0;
        }
    }

    @Override
    public void close() {
        clear();
        terminal.err().flush();
    }
}
