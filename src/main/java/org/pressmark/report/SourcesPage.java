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
 * @param rows of all sources, or of those that are shown
 * @param acts whether this visitor may pause and resume
 * @param part which of them are shown
 */
public record SourcesPage(String file, Optional<String> trouble, List<Row> rows, boolean acts, Part part) {
    /** Most sources in one list; a longer one comes in parts. */
    private static final int MOST = 100;

    /**
     * A part of the list.
     *
     * @param summary how many there are, e.g. {@code 500 sources, 3 with trouble, 12 paused}
     * @param trouble whether only those with trouble are shown; empty where none has any
     * @param earlier address of the part before
     * @param further address of the part behind
     * @param headings by which it can be ordered
     */
    public record Part(
            String summary,
            Optional<Boolean> trouble,
            Optional<String> earlier,
            Optional<String> further,
            List<Heading> headings) {
        static final Part ALL = new Part("", Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        public Part {
            headings = List.copyOf(headings);
        }
    }

    /**
     * What a source is ordered by.
     *
     * @param next empty also where the source is paused
     */
    public record Measures(Optional<Instant> last, Optional<Instant> next, long known, long edits) {}

    /** Every source there is. */
    public SourcesPage(String file, Optional<String> trouble, List<Row> rows, boolean acts) {
        this(file, trouble, rows, acts, Part.ALL);
    }

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
            String feed,
            Measures measures) {
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
                    feed,
                    new Measures(last, source.paused() ? Optional.empty() : next, known, edits));
        }
    }

    public SourcesPage {
        rows = List.copyOf(rows);
    }

    /**
     * As many sources as are read at once.
     *
     * @param troubled only those with trouble
     * @param order empty for the order of the file
     * @param from pass over so many
     */
    public SourcesPage part(boolean troubled, Optional<SourceOrder> order, int from) {
        List<Row> failing =
                rows.stream().filter(row -> row.failing().isPresent()).toList();
        long paused = rows.stream().filter(Row::paused).count();
        List<Row> those = troubled ? failing : rows;
        List<Row> chosen = order.map(by -> by.sort(those)).orElse(those);
        String query = "/sources?" + (troubled ? "state=trouble&" : "")
                + order.map(by -> "sort=" + by.word() + "&").orElse("") + "from=";
        String summary = Words.count(rows.size(), "source")
                + (failing.isEmpty() ? "" : ", " + Words.number(failing.size()) + " with trouble")
                + (paused == 0 ? "" : ", " + Words.number(paused) + " paused");
        return new SourcesPage(
                file,
                trouble,
                chosen.stream().skip(from).limit(MOST).toList(),
                acts,
                new Part(
                        rows.isEmpty() ? "" : summary,
                        failing.isEmpty() ? Optional.empty() : Optional.of(troubled),
                        from > 0 ? Optional.of(query + Math.max(0, from - MOST)) : Optional.empty(),
                        from + MOST < chosen.size() ? Optional.of(query + (from + MOST)) : Optional.empty(),
                        SourceOrder.headings(order, troubled)));
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
