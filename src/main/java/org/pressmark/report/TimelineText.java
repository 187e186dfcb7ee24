package org.pressmark.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Capture;
import org.pressmark.model.Change;
import org.pressmark.model.PageHistory;
import org.pressmark.model.Version;

/** A page through time, for the terminal: a line of marks by date, then each run of equal captures. */
public final class TimelineText {
    private static final String FIRST = "●";
    private static final String SAME = "○";
    private static final String WALL = "#";
    private static final String ERROR = "×";
    private static final String OTHER = "-";

    private final HistoryPart part;
    private final PageHistory history;
    private final List<TimelineRun> runs;
    private final Sheet sheet;

    private TimelineText(HistoryPart part, TerminalStyle style) {
        this.part = part;
        this.history = part.history();
        this.runs = TimelineRun.of(history);
        this.sheet = new Sheet(style);
    }

    /** The history as lines that end in a line feed. */
    public static String render(HistoryPart part, TerminalStyle style) {
        TimelineText text = new TimelineText(part, style);
        text.head();
        text.dots();
        text.list();
        text.legend();
        return text.sheet.toString();
    }

    private void head() {
        if (!part.all().isEmpty()) {
            int last = part.all().size() - 1;
            sheet.text(Ink.BOLD, 0, Shown.line(part.all().get(last).headline()));
        }
        sheet.text(Ink.DIM, 0, Shown.line(history.url()));
        sheet.text(Ink.BOLD, 0, VersionWords.summary(part) + others());
        part.words().ifPresent(words -> sheet.text(Ink.PLAIN, 0, words));
    }

    private String others() {
        List<String> out = new ArrayList<>();
        for (TimelineRun.What what : List.of(TimelineRun.What.WALL, TimelineRun.What.ERROR)) {
            long count = runs.stream()
                    .filter(run -> run.what() == what)
                    .mapToLong(run -> run.captures().size())
                    .sum();
            if (count > 0) {
                out.add(", " + Words.count(count, what.word()));
            }
        }
        return String.join("", out);
    }

    /** Every capture a mark where its time lies between the first and the last; of several in one place the gravest shows. */
    private void dots() {
        Instant from = history.captures().get(0).date();
        Instant to = history.captures().get(history.captures().size() - 1).date();
        int room = Math.min(sheet.width(), 100) - 2;
        String[] marks = new String[room];
        int[] weights = new int[room];
        for (TimelineRun run : runs) {
            for (int i = 0; i < run.captures().size(); i++) {
                int at = place(from, to, run.captures().get(i).date(), room);
                int weight = i == 0 ? weight(run) : 1;
                if (weight > weights[at]) {
                    weights[at] = weight;
                    marks[at] = i == 0 ? mark(run) : run.what() == TimelineRun.What.TEXT ? SAME : mark(run);
                }
            }
        }
        StringBuilder line = new StringBuilder();
        for (String mark : marks) {
            line.append(mark == null ? " " : mark);
        }
        String left = Words.day(from);
        String right = Words.day(to);
        sheet.blank().line(line.toString().stripTrailing());
        if (!left.equals(right)) {
            int gap = room - Cells.width(left) - Cells.width(right);
            sheet.line(Ink.DIM, left + " ".repeat(Math.max(2, gap)) + right);
        } else {
            sheet.line(Ink.DIM, left);
        }
    }

    private static int place(Instant from, Instant to, Instant at, int room) {
        double all = Math.max(1, Duration.between(from, to).toMillis());
        return (int) Math.round(Duration.between(from, at).toMillis() / all * (room - 1));
    }

    private static int weight(TimelineRun run) {
        return switch (run.what()) {
            case TEXT -> run.step().map(step -> 4 + step.severity().ordinal()).orElse(run.version() == 1 ? 9 : 2);
            case WALL, ERROR -> 3;
            case REDIRECT, NO_ARTICLE -> 2;
        };
    }

    private String mark(TimelineRun run) {
        return switch (run.what()) {
            case TEXT ->
                run.step()
                        .map(step -> sheet.glyph(Glyph.of(step.severity())))
                        .orElse(run.version() == 1 ? FIRST : SAME);
            case WALL -> WALL;
            case ERROR -> ERROR;
            case REDIRECT, NO_ARTICLE -> OTHER;
        };
    }

    private void list() {
        for (TimelineRun run : runs) {
            sheet.blank();
            String seen = run.captures().size() == 1
                    ? Words.minute(run.from())
                    : Words.minute(run.from()) + " to " + Words.minute(run.to());
            sheet.spread(
                    run.what() == TimelineRun.What.TEXT ? Ink.BOLD : Ink.DIM,
                    0,
                    mark(run) + " " + seen,
                    Words.count(run.captures().size(), "capture"));
            sheet.text(Ink.PLAIN, 2, words(run));
            run.step()
                    .flatMap(step -> step.comparison().changes().stream().findFirst())
                    .ifPresent(this::change);
        }
    }

    /** The words of the gravest change. */
    private void change(Change change) {
        Glyph sign = Glyph.of(change.op());
        sheet.hanging(
                Ink.DIM,
                "    " + sheet.glyph(sign) + " ",
                "      ",
                VersionWords.words(change, " " + sheet.glyph(Glyph.TO) + " "));
    }

    private String words(TimelineRun run) {
        Capture first = run.captures().get(0);
        String status = first.status() == 0 ? "" : " (HTTP " + first.status() + ")";
        return switch (run.what()) {
            case TEXT -> text(run);
            case WALL -> "a wall, not the page" + status;
            case ERROR -> "error" + status;
            case REDIRECT ->
                "redirect" + status
                        + first.redirect().map(to -> " to " + Shown.line(to)).orElse("");
            case NO_ARTICLE -> "no article found (" + ListTable.what(first) + ")";
        };
    }

    private String text(TimelineRun run) {
        Version version = part.all().get(run.version() - 1);
        boolean same = run.step()
                .filter(step -> step.from().headline().equals(version.headline()))
                .isPresent();
        String headline = same ? "" : ", “" + Shown.line(version.headline()) + "”";
        String again = VersionWords.again(part.all(), version)
                .map(number -> ", text " + number + " again")
                .orElse("");
        String change = run.step()
                .map(step -> ". " + VersionWords.finding(step)
                        + (step.comparison().changes().isEmpty()
                                ? ""
                                : " (" + ChangeWords.counts(step.comparison().changes(), sheet.glyph(Glyph.DOT)) + ")")
                        + (step.silent() ? " Silent edit." : ""))
                .orElse("");
        return "text " + run.version() + again + headline + change;
    }

    private void legend() {
        sheet.blank();
        sheet.text(
                Ink.DIM,
                0,
                FIRST + " first text   " + sheet.glyph(Glyph.CRITICAL) + " " + sheet.glyph(Glyph.HIGH) + " "
                        + sheet.glyph(Glyph.MEDIUM) + " " + sheet.glyph(Glyph.LOW) + " " + sheet.glyph(Glyph.NOTICE)
                        + " changed: critical, high, medium, low, notice   " + SAME + " unchanged   " + WALL
                        + " wall   " + ERROR + " error   " + OTHER + " redirect or no article");
    }
}
