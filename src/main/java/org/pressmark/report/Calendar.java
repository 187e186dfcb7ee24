package org.pressmark.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.pressmark.model.Severity;

/**
 * A page's captures of a year by day (UTC), month beside month; months without a capture are left out.
 *
 * @param years with captures, the newest first; none where there is only one
 */
public record Calendar(List<YearLink> years, List<Month> months) {
    /**
     * A year to choose.
     *
     * @param shown whether it is this calendar's
     */
    public record YearLink(String label, String captures, String href, boolean shown) {}

    /**
     * A month.
     *
     * @param href the address of the month by itself; empty where there is no other
     * @param shown whether it is shown by itself
     * @param weeks of seven days each, Monday first; days of other months are {@link Day#NONE}
     */
    public record Month(String label, String href, boolean shown, List<List<Day>> weeks) {}

    /**
     * A day.
     *
     * @param number in the month, 0 where it belongs to another month
     * @param kind {@code ring} with a new text, behind it how grave the gravest change was, {@code cross} with an error or wall and no text, {@code dot} else; empty
     *     without captures
     * @param label all of it in words
     */
    public record Day(int number, String kind, String label, String href) {
        static final Day NONE = new Day(0, "", "", "");

        public boolean captured() {
            return !kind.isEmpty();
        }
    }

    public Calendar {
        years = List.copyOf(years);
        months = List.copyOf(months);
    }

    /**
     * Lays the days of a year out.
     *
     * @param fresh how many new texts each day brought; days without are left out
     * @param gravest of the changes that a day's new texts brought, as far as it is known
     * @param shown the month that is shown by itself
     * @param monthHref the address of a month's captures
     * @param dayHref the address of a day's captures, or of the capture where it has one
     */
    static Calendar of(
            List<YearLink> years,
            List<PageSpan.Day> days,
            Map<LocalDate, Long> fresh,
            Function<LocalDate, Severity> gravest,
            Optional<YearMonth> shown,
            Function<YearMonth, String> monthHref,
            Function<PageSpan.Day, String> dayHref) {
        Map<LocalDate, Day> cells = new TreeMap<>();
        days.forEach(day -> cells.put(
                day.date(),
                day(day, fresh.getOrDefault(day.date(), 0L), gravest.apply(day.date()), dayHref.apply(day))));
        List<YearMonth> months =
                cells.keySet().stream().map(YearMonth::from).distinct().toList();
        boolean only = months.size() < 2 && years.isEmpty();
        return new Calendar(
                years,
                months.stream()
                        .map(month -> month(
                                month, only ? "" : monthHref.apply(month), shown.equals(Optional.of(month)), cells))
                        .toList());
    }

    private static Month month(YearMonth month, String href, boolean shown, Map<LocalDate, Day> cells) {
        List<List<Day>> weeks = new ArrayList<>();
        List<Day> week = new ArrayList<>();
        for (int before = DayOfWeek.MONDAY.getValue();
                before < month.atDay(1).getDayOfWeek().getValue();
                before++) {
            week.add(Day.NONE);
        }
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            LocalDate date = month.atDay(number);
            week.add(cells.getOrDefault(date, new Day(number, "", "", "")));
            if (week.size() == 7) {
                weeks.add(List.copyOf(week));
                week.clear();
            }
        }
        if (!week.isEmpty()) {
            while (week.size() < 7) {
                week.add(Day.NONE);
            }
            weeks.add(List.copyOf(week));
        }
        return new Month(Words.month(month), href, shown, List.copyOf(weeks));
    }

    private static Day day(PageSpan.Day day, long fresh, Severity gravest, String href) {
        String kind = kind(day, fresh);
        boolean ring = kind.equals("ring");
        String brought = ring ? brought(fresh, gravest) : kind.equals("cross") ? ", no page" : ", text unchanged";
        return new Day(
                day.date().getDayOfMonth(),
                ring ? kind + " " + gravest.word() : kind,
                Words.day(day.first()) + ": " + Words.count(day.captures(), "capture") + brought + elsewhere(day),
                href);
    }

    /** E.g. {@code , 3 new texts, the gravest change critical}. */
    static String brought(long fresh, Severity gravest) {
        return fresh == 0
                ? ""
                : ", " + Words.count(fresh, "new text")
                        + (gravest == Severity.NONE
                                ? ""
                                : fresh == 1
                                        ? ", " + gravest.word() + " change"
                                        : ", the gravest change " + gravest.word());
    }

    /** What another archive made of a day's captures, behind other words; empty where it made none. */
    static String elsewhere(PageSpan.Day day) {
        return day.elsewhere() == 0
                ? ""
                : ", " + (day.elsewhere() == day.captures() ? "" : Words.number(day.elsewhere()) + " ")
                        + TimeDot.ELSEWHERE;
    }

    static String kind(PageSpan.Day day, long fresh) {
        return fresh > 0 ? "ring" : day.failed() == day.captures() ? "cross" : "dot";
    }
}
