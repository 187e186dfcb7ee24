package org.pressmark.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A page's captures by day (UTC), month beside month; months without a capture are left out.
 *
 * @param years the newest first
 */
public record Calendar(List<Year> years) {
    /**
     * A year.
     *
     * @param open whether its months are shown at once
     */
    public record Year(String label, boolean open, List<Month> months) {}

    /**
     * A month.
     *
     * @param weeks of seven days each, Monday first; days of other months are {@link Day#NONE}
     */
    public record Month(String label, List<List<Day>> weeks) {}

    /**
     * A day.
     *
     * @param number in the month, 0 where it belongs to another month
     * @param kind {@code ring} with a new text, {@code cross} with an error or wall and no text, {@code dot} else; empty
     *     without captures
     * @param label all of it in words
     */
    public record Day(int number, String kind, String label, String href) {
        static final Day NONE = new Day(0, "", "", "");

        public boolean captured() {
            return !kind.isEmpty();
        }
    }

    /** What a capture brought, as the calendar sees it. */
    record Entry(LocalDate day, String kind, String href) {}

    public Calendar {
        years = List.copyOf(years);
    }

    /**
     * Lays captures out by day.
     *
     * @param dayHref the address of all captures of one day, where it has several
     */
    static Calendar of(List<Entry> entries, Function<LocalDate, String> dayHref) {
        Map<LocalDate, List<Entry>> days = new TreeMap<>();
        entries.forEach(entry ->
                days.computeIfAbsent(entry.day(), day -> new ArrayList<>()).add(entry));
        Map<Integer, List<Month>> years = new TreeMap<>((a, b) -> b - a);
        days.keySet().stream()
                .map(YearMonth::from)
                .distinct()
                .forEach(month -> years.computeIfAbsent(month.getYear(), year -> new ArrayList<>())
                        .add(month(month, days, dayHref)));
        List<Year> out = new ArrayList<>();
        years.forEach((year, months) -> out.add(new Year(String.valueOf(year), out.isEmpty(), List.copyOf(months))));
        return new Calendar(out);
    }

    private static Month month(YearMonth month, Map<LocalDate, List<Entry>> days, Function<LocalDate, String> dayHref) {
        List<List<Day>> weeks = new ArrayList<>();
        List<Day> week = new ArrayList<>();
        for (int before = DayOfWeek.MONDAY.getValue();
                before < month.atDay(1).getDayOfWeek().getValue();
                before++) {
            week.add(Day.NONE);
        }
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            LocalDate date = month.atDay(number);
            week.add(day(date, days.getOrDefault(date, List.of()), dayHref));
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
        String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
        return new Month(name, List.copyOf(weeks));
    }

    private static Day day(LocalDate date, List<Entry> entries, Function<LocalDate, String> dayHref) {
        if (entries.isEmpty()) {
            return new Day(date.getDayOfMonth(), "", "", "");
        }
        long fresh = count(entries, "ring");
        boolean allWrong = count(entries, "cross") == entries.size();
        String label = Words.day(date.atStartOfDay(ZoneOffset.UTC).toInstant()) + ": "
                + Words.count(entries.size(), "capture")
                + (fresh > 0 ? ", " + Words.count(fresh, "new text") : allWrong ? ", no page" : ", text unchanged");
        return new Day(
                date.getDayOfMonth(),
                fresh > 0 ? "ring" : allWrong ? "cross" : "dot",
                label,
                entries.size() == 1 ? entries.get(0).href() : dayHref.apply(date));
    }

    private static long count(List<Entry> entries, String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).count();
    }
}
