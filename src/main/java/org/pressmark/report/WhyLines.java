package org.pressmark.report;

import java.time.Duration;
import java.util.Locale;
import org.pressmark.model.Capture;
import org.pressmark.model.Queued;
import org.pressmark.model.Sighting;
import org.pressmark.model.VisitHistory;
import org.pressmark.model.Why;

/** Why an address was captured or not, and when it is visited next, for the terminal. */
public final class WhyLines {
    private WhyLines() {}

    public static String of(Why why, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        sheet.text(Ink.BOLD, 0, Shown.line(why.url()));
        sheet.text(Ink.PLAIN, 2, captured(why));
        why.queued().ifPresent(row -> queued(row, sheet));
        if (why.queued().isEmpty()) {
            sheet.text(Ink.PLAIN, 2, "no crawl has met it: no feed, sitemap or page that was read names it");
        }
        for (Why.Verdict verdict : why.verdicts()) {
            sheet.text(
                    Ink.PLAIN,
                    2,
                    "source “" + Shown.line(verdict.source()) + "”: "
                            + verdict.refused()
                                    .map(rule -> "left out, " + Shown.line(rule))
                                    .orElse("in its scope")
                            + (verdict.paused() ? " (paused)" : ""));
        }
        if (!why.attempts().isEmpty()) {
            sheet.text(Ink.PLAIN, 2, "attempts that gave nothing:");
            why.attempts()
                    .forEach(attempt -> sheet.hanging(
                            Ink.DIM,
                            "    ",
                            "      ",
                            Words.minute(attempt.date()) + "  " + attempt.outcome() + ": "
                                    + Shown.line(attempt.detail())));
        }
        return sheet.toString();
    }

    private static String captured(Why why) {
        return why.last()
                .map(last -> Words.count(why.captures(), "capture") + ", the last " + Words.minute(last.date())
                        + (last.status() > 0 ? " (HTTP " + last.status() + ")" : "")
                        + (last.role() == Capture.Role.WALL ? ", a wall and not the page" : ""))
                .orElse("never captured");
    }

    private static void queued(Queued row, Sheet sheet) {
        Sighting sighting = row.sighting();
        String how = sighting.how().name().toLowerCase(Locale.ROOT);
        sheet.text(
                Ink.PLAIN,
                2,
                "found " + Words.minute(row.history().foundAt()) + " by source “" + Shown.line(row.source()) + "”, "
                        + (sighting.foundIn().isEmpty()
                                ? "as an address that it begins with"
                                : how + " of " + Shown.line(sighting.foundIn()))
                        + ", " + Words.count(row.hops(), "link") + " away");
        row.last()
                .ifPresent(last -> sheet.text(
                        Ink.PLAIN,
                        2,
                        "last tried " + Words.minute(last.at()) + ": " + last.outcome()
                                + (last.status() > 0 && !last.detail().startsWith("HTTP ")
                                        ? ", HTTP " + last.status()
                                        : "")
                                + (last.detail().isEmpty() ? "" : ", " + Shown.line(last.detail())) + " ("
                                + Words.count(last.tries(), "try", "tries") + ")"));
        VisitHistory history = row.history();
        if (history.visits() > 0) {
            sheet.text(
                    Ink.PLAIN,
                    2,
                    Words.count(history.visits(), "visit") + " saw it, " + Words.count(history.edits(), "edit")
                            + " seen"
                            + history.edited()
                                    .map(at -> ", the last " + Words.minute(at))
                                    .orElse(""));
        }
        sheet.text(
                Ink.BOLD,
                2,
                row.due()
                        .map(due -> "next visit: " + Words.minute(due)
                                + (row.hinted() ? ", since a feed or sitemap speaks of a change" : "")
                                + (history.misses() > 0 ? ", another try" : wait(history.interval())))
                        .orElse("not visited any more, unless a feed or sitemap speaks of a change"));
    }

    private static String wait(Duration interval) {
        return interval.isZero() ? "" : ", " + interval.toMinutes() + " minutes after the last";
    }
}
