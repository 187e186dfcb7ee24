package org.pressmark.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Times by the five fields of crontab(5): minute, hour, day of the month, month, day of the week; in UTC. Each is {@code *}
 * or a list of numbers, ranges and steps: {@code 0,30}, {@code 8-18/2}, {@code *}{@code /15}; months and days of the week
 * may be named by their first three English letters, Sunday is 0 and 7. Where both days are given, either will do.
 *
 * @param text as written, e.g. {@code 0 6-22/2 * * mon-fri}
 */
public record Cron(String text) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Map<String, String> NAMED =
            Map.of("@hourly", "0 * * * *", "@daily", "0 0 * * *", "@weekly", "0 0 * * 0", "@monthly", "0 0 1 * *");

    /** A leap day on a given day of the week comes round within 28 years, and once within 40 where a century is passed. */
    private static final int YEARS_AHEAD = 41;

    /** Throws {@link IllegalArgumentException} with the field and what was expected. */
    public Cron {
        Fields.of(text);
    }

    private record Fields(BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays, boolean either) {
        static Fields of(String text) {
            String written = text.strip().toLowerCase(Locale.ROOT);
            String[] parts = NAMED.getOrDefault(written, written).split("\\s+", -1);
            if (parts.length != 5) {
                throw new IllegalArgumentException(
                        "expected five fields (minute, hour, day of the month, month, day of the"
                                + " week) or @hourly, @daily, @weekly, @monthly; found '" + text + "'");
            }
            BitSet weekdays = field("day of the week", parts[4], 0, 7, DAYS, 0);
            if (weekdays.get(7)) {
                weekdays.set(0);
            }
            return new Fields(
                    field("minute", parts[0], 0, 59, List.of(), 0),
                    field("hour", parts[1], 0, 23, List.of(), 0),
                    field("day of the month", parts[2], 1, 31, List.of(), 0),
                    field("month", parts[3], 1, 12, MONTHS, 1),
                    weekdays,
                    !parts[2].startsWith("*") && !parts[4].startsWith("*"));
        }

        boolean on(LocalDate date) {
            boolean day = days.get(date.getDayOfMonth());
            boolean weekday = weekdays.get(date.getDayOfWeek().getValue() % 7);
            return months.get(date.getMonthValue()) && (either ? day || weekday : day && weekday);
        }
    }

    private static BitSet field(String name, String text, int least, int most, List<String> names, int first) {
        BitSet out = new BitSet();
        for (String item : text.split(",", -1)) {
            String[] stepped = item.split("/", -1);
            String[] range = stepped[0].split("-", -1);
            boolean all = stepped[0].equals("*");
            int from = all ? least : number(range[0], names, first);
            int to = all ? most : number(range[range.length - 1], names, first);
            int step = stepped.length == 1 ? 1 : number(stepped[1], List.of(), 0);
            boolean openStep = stepped.length == 2 && !all && range.length == 1;
            boolean shaped = stepped.length <= 2 && range.length <= 2;
            if (!shaped || from < least || to > most || from > to || step < 1) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "%s: expected numbers from %d to %d, found '%s'", name, least, most, item));
            }
            for (int i = from; i <= (openStep ? most : to); i += step) {
                out.set(i);
            }
        }
        return out;
    }

    private static int number(String text, List<String> names, int first) {
        int named = names.indexOf(text);
        return named >= 0 ? named + first : text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
    }

    /** The first such minute after an instant; nothing for a date that never comes, such as 30 February. */
    public Optional<Instant> next(Instant after) {
        Fields fields = Fields.of(text);
        LocalDateTime from = LocalDateTime.ofInstant(after, ZoneOffset.UTC)
                .withSecond(0)
                .withNano(0)
                .plusMinutes(1);
        LocalDate last = from.toLocalDate().plusYears(YEARS_AHEAD);
        for (LocalDate day = from.toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
            boolean first = day.equals(from.toLocalDate());
            if (!fields.on(day)) {
                continue;
            }
            int earliest = first ? from.getHour() : 0;
            for (int hour = fields.hours.nextSetBit(earliest); hour >= 0; hour = fields.hours.nextSetBit(hour + 1)) {
                int minute = fields.minutes.nextSetBit(first && hour == from.getHour() ? from.getMinute() : 0);
                if (minute >= 0) {
                    return Optional.of(day.atTime(hour, minute).toInstant(ZoneOffset.UTC));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
