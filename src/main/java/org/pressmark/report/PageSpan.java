package org.pressmark.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Capture;

/**
 * A page through time, as much of it as is looked at: of ten thousand captures some are listed, the others counted.
 *
 * @param captures how many there are in all
 * @param texts how many versions
 * @param begins when each version was first seen, in order of their numbers
 * @param moments all captures, oldest first; none where there are too many
 * @param years with captures, the first first
 * @param days of the year that is looked at
 * @param wanted what the list was asked to show
 * @param listed the part of the list, the last capture first
 * @param among how many captures the list is a part of
 * @param versionOf numbers of the listed captures' versions, by record id
 */
public record PageSpan(
        int captures,
        int texts,
        List<Instant> begins,
        List<Moment> moments,
        List<YearCount> years,
        List<Day> days,
        Wanted wanted,
        List<Capture> listed,
        int among,
        Map<String, Integer> versionOf) {

    /** Most captures in one list; a longer one comes in parts. */
    public static final int PART = 50;

    /** Most captures that stand on the time line each by itself; of more, the days of a year do. */
    public static final int MOMENTS = 2_000;

    /**
     * A capture as a point in time.
     *
     * @param failed whether it brought an error or a wall
     * @param elsewhere whether another archive made it
     */
    public record Moment(Instant date, boolean failed, boolean elsewhere) {}

    /** How many captures a year has. */
    public record YearCount(Year year, int captures) {}

    /**
     * A day (UTC) with captures.
     *
     * @param failed how many brought an error or a wall
     * @param elsewhere how many another archive made
     * @param first when the first of them was made
     */
    public record Day(LocalDate date, int captures, int failed, int elsewhere, Instant first) {}

    /**
     * Which captures the list is to show: those of one day, else those of one month, else those of one year, else all.
     *
     * @param from pass over so many, the last being the first
     */
    public record Wanted(Optional<LocalDate> day, Optional<YearMonth> month, Optional<Year> year, int from) {
        /** The captures of all years. */
        public static Wanted all(int from) {
            return new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), from);
        }

        /** The year that it lies in. */
        public Optional<Year> inYear() {
            return day.map(Year::from)
                    .or(() -> month.map(of -> Year.of(of.getYear())))
                    .or(() -> year);
        }

        /** Its first day; empty for all. */
        public Optional<LocalDate> first() {
            return day.or(() -> month.map(of -> of.atDay(1))).or(() -> year.map(of -> of.atDay(1)));
        }

        /** The first day behind it; empty for all. */
        public Optional<LocalDate> behind() {
            return day.map(of -> of.plusDays(1))
                    .or(() -> month.map(of -> of.plusMonths(1).atDay(1)))
                    .or(() -> year.map(of -> of.plusYears(1).atDay(1)));
        }

        /** Whether the day lies in it. */
        public boolean holds(LocalDate date) {
            return first().filter(date::isBefore).isEmpty()
                    && behind().filter(end -> !date.isBefore(end)).isEmpty();
        }

        /** As a part of an address, e.g. {@code month=2021-03}; empty for all. */
        String query() {
            return day.map(of -> "day=" + of)
                    .or(() -> month.map(of -> "month=" + of))
                    .or(() -> year.map(of -> "year=" + of))
                    .orElse("");
        }

        /** In words, e.g. {@code March 2021}; empty for all. */
        String words() {
            return day.map(of -> Words.day(of.atStartOfDay(ZoneOffset.UTC).toInstant()))
                    .or(() -> month.map(Words::month))
                    .or(() -> year.map(Year::toString))
                    .orElse("");
        }
    }

    public PageSpan {
        begins = List.copyOf(begins);
        moments = List.copyOf(moments);
        years = List.copyOf(years);
        days = List.copyOf(days);
        listed = List.copyOf(listed);
        versionOf = Map.copyOf(versionOf);
    }
}
