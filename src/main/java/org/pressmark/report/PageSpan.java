package org.pressmark.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
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

    /** A capture as a point in time; {@code failed} where it brought an error or a wall. */
    public record Moment(Instant date, boolean failed) {}

    /** How many captures a year has. */
    public record YearCount(Year year, int captures) {}

    /**
     * A day (UTC) with captures.
     *
     * @param failed how many brought an error or a wall
     * @param first when the first of them was made
     */
    public record Day(LocalDate date, int captures, int failed, Instant first) {}

    /**
     * Which captures the list is to show: those of one day, else those of one year, else all.
     *
     * @param from pass over so many, the last being the first
     */
    public record Wanted(Optional<LocalDate> day, Optional<Year> year, int from) {}

    public PageSpan {
        begins = List.copyOf(begins);
        moments = List.copyOf(moments);
        years = List.copyOf(years);
        days = List.copyOf(days);
        listed = List.copyOf(listed);
        versionOf = Map.copyOf(versionOf);
    }
}
