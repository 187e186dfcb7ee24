package org.pressmark.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Schedule;
import org.pressmark.model.Source;

/**
 * The sources that are followed: when each was read, when it is next, what it brought, what goes wrong.
 *
 * @param file where the list stands
 * @param trouble what is wrong with the list, where it cannot be read
 * @param acts whether this visitor may pause and resume
 */
public record SourcesPage(String file, Optional<String> trouble, List<Row> rows, boolean acts) {

    /**
     * A source.
     *
     * @param feed address of the feed of its edits
     * @param failing what goes wrong, in words; empty where nothing does
     */
    public record Row(
            String name,
            List<String> entries,
            String schedule,
            boolean paused,
            String last,
            String next,
            String known,
            String edits,
            Optional<String> failing,
            String feed) {
        public Row {
            entries = List.copyOf(entries);
        }

        /** A row in words. */
        public static Row of(
                Source source,
                long known,
                long edits,
                Optional<Instant> last,
                Optional<Instant> next,
                long failing,
                Optional<String> trouble,
                String feed) {
            return new Row(
                    Shown.line(source.name()),
                    source.entries().stream().map(Shown::line).toList(),
                    words(source.schedule()),
                    source.paused(),
                    last.map(Words::minute).orElse("not yet"),
                    source.paused() ? "paused" : next.map(Words::minute).orElse("nothing is due"),
                    Words.number(known),
                    Words.number(edits),
                    trouble.map(words -> Words.count(failing, "address", "addresses") + " cannot be read, the last "
                            + Shown.line(words)),
                    feed);
        }
    }

    public SourcesPage {
        rows = List.copyOf(rows);
    }

    private static String words(Schedule schedule) {
        if (schedule instanceof Schedule.Adaptive adaptive) {
            return "about every " + words(adaptive.interval()) + " while fresh, then by its edits";
        }
        return schedule instanceof Schedule.Fixed fixed ? "at fixed times: " + fixed.cron() : "each article once";
    }

    private static String words(Duration duration) {
        if (duration.toMinutes() < 90) {
            return Words.count(duration.toMinutes(), "minute");
        }
        return duration.toHours() < 48
                ? Words.count(duration.toHours(), "hour")
                : Words.count(duration.toDays(), "day");
    }
}
