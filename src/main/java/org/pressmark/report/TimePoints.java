package org.pressmark.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pressmark.model.Severity;

/**
 * What stands on the time line of a page: the captures of all years, each by itself; where there are too many, or one year
 * is wanted, the days of the year; of a month the captures again, or its days.
 */
final class TimePoints {
    private final PageSpan span;
    private final Map<LocalDate, Long> fresh;
    /** How grave the change was that brought a text, by when it was first seen; of the last texts alone. */
    private final Map<Instant, Severity> severities = new HashMap<>();

    /** @param fresh how many new texts each day brought */
    TimePoints(PageSpan span, Map<LocalDate, Long> fresh, Optional<HistoryPart> lately) {
        this.span = span;
        this.fresh = fresh;
        lately.ifPresent(part ->
                part.history().steps().forEach(step -> severities.put(step.to().firstSeen(), step.severity())));
    }

    /**
     * The points, oldest first.
     *
     * @param day the address of a day
     * @param capture the address of a capture, by its time
     */
    List<TimeDot.Point> all(Function<PageSpan.Day, String> day, Function<Instant, String> capture) {
        PageSpan.Wanted wanted = span.wanted();
        if (span.moments().isEmpty() || wholeYear()) {
            return span.days().stream()
                    .filter(one -> wanted.month().isEmpty() || wanted.holds(one.date()))
                    .map(one -> point(one, day.apply(one)))
                    .toList();
        }
        Set<Instant> begins = new HashSet<>(span.begins());
        return span.moments().stream()
                .filter(one -> wanted.month().isEmpty() || wanted.holds(date(one.date())))
                .map(one -> point(one, begins.contains(one.date()), capture.apply(one.date())))
                .toList();
    }

    /** Whether it shows the days of one year among several. */
    boolean wholeYear() {
        PageSpan.Wanted wanted = span.wanted();
        return (wanted.year().isPresent() || wanted.day().isPresent())
                && span.years().size() > 1;
    }

    private TimeDot.Point point(PageSpan.Day day, String href) {
        return new TimeDot.Point(
                day.first(),
                Calendar.kind(day, fresh.getOrDefault(day.date(), 0L)),
                day.elsewhere() == day.captures(),
                gravest(day.date()),
                Words.day(day.first()) + ": " + Words.count(day.captures(), "capture")
                        + Calendar.brought(fresh.getOrDefault(day.date(), 0L), gravest(day.date()))
                        + Calendar.elsewhere(day),
                href);
    }

    private TimeDot.Point point(PageSpan.Moment moment, boolean text, String href) {
        Severity severity = text ? severities.getOrDefault(moment.date(), Severity.NONE) : Severity.NONE;
        String brought = text
                ? "new text" + (severity == Severity.NONE ? "" : ", " + severity.word())
                : moment.failed() ? "error or wall" : "unchanged";
        return new TimeDot.Point(
                moment.date(),
                text ? "ring" : moment.failed() ? "cross" : "dot",
                moment.elsewhere(),
                severity,
                Words.minute(moment.date()) + ": " + brought + (moment.elsewhere() ? ", " + TimeDot.ELSEWHERE : ""),
                href);
    }

    /** How grave the gravest change of a day was, as far as it is known. */
    Severity gravest(LocalDate day) {
        return severities.entrySet().stream()
                .filter(entry -> date(entry.getKey()).equals(day))
                .map(Map.Entry::getValue)
                .max(Severity::compareTo)
                .orElse(Severity.NONE);
    }

    static LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
