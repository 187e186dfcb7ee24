package org.pressmark.replay;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times that count from the present: {@code yesterday}, {@code last week}, {@code 3 days ago}, {@code monday}. Each is a whole
 * unit of the calendar, in UTC: {@code 3 days ago} is that day from midnight to midnight, {@code last week} the week before
 * this one from Monday on, {@code monday} the last one there was, today's included.
 */
final class RelativeTime {
    private static final Pattern NEAR = Pattern.compile("(last|this) (minute|hour|day|week|month|year)");
    private static final Pattern AGO =
            Pattern.compile("([0-9]{1,4}|an?) ?(minute|min|hour|h|day|d|week|w|month|year|y)s?(?: ago)?");
    private static final Pattern DAY = Pattern.compile(
            "(last )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)");

    private RelativeTime() {}

    /** The stretch of time that the words name; nothing where they name none. */
    static Optional<TimeSpec> parse(String text, InstantSource now) {
        String words = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        ZonedDateTime present = now.instant().atZone(ZoneOffset.UTC);
        try {
            return stretch(text, words, present);
        } catch (DateTimeException | ArithmeticException beyondTime) {
            return Optional.empty();
        }
    }

    private static Optional<TimeSpec> stretch(String text, String words, ZonedDateTime present) {
        if (words.equals("today")) {
            return Optional.of(whole(text, present, ChronoUnit.DAYS));
        }
        if (words.equals("yesterday")) {
            return Optional.of(whole(text, present.minusDays(1), ChronoUnit.DAYS));
        }
        Matcher near = NEAR.matcher(words);
        if (near.matches()) {
            ChronoUnit unit = unit(near.group(2));
            return Optional.of(whole(text, near.group(1).equals("last") ? present.minus(1, unit) : present, unit));
        }
        Matcher ago = AGO.matcher(words);
        if (ago.matches() && (words.endsWith(" ago") || Character.isDigit(words.charAt(0)))) {
            ChronoUnit unit = unit(ago.group(2));
            long count = ago.group(1).startsWith("a") ? 1 : Long.parseLong(ago.group(1));
            return Optional.of(whole(text, present.minus(count, unit), unit));
        }
        Matcher day = DAY.matcher(words);
        if (day.matches()) {
            DayOfWeek named = Arrays.stream(DayOfWeek.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith(day.group(2)))
                    .findFirst()
                    .orElseThrow();
            ZonedDateTime found = present.with(
                    day.group(1) == null ? TemporalAdjusters.previousOrSame(named) : TemporalAdjusters.previous(named));
            return Optional.of(whole(text, found, ChronoUnit.DAYS));
        }
        return Optional.empty();
    }

    private static ChronoUnit unit(String word) {
        return switch (word.charAt(0)) {
            case 'h' -> ChronoUnit.HOURS;
            case 'd' -> ChronoUnit.DAYS;
            case 'w' -> ChronoUnit.WEEKS;
            case 'y' -> ChronoUnit.YEARS;
            default -> word.startsWith("mi") ? ChronoUnit.MINUTES : ChronoUnit.MONTHS;
        };
    }

    /** The whole unit of the calendar in which a moment lies. */
    private static TimeSpec whole(String text, ZonedDateTime moment, ChronoUnit unit) {
        ZonedDateTime start = switch (unit) {
            case WEEKS ->
                moment.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).truncatedTo(ChronoUnit.DAYS);
            case MONTHS -> moment.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
            case YEARS -> moment.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
            default -> moment.truncatedTo(unit);
        };
        Instant from = start.toInstant();
        return new TimeSpec(text, from, start.plus(1, unit).toInstant());
    }
}
