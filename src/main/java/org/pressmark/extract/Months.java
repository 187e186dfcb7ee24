package org.pressmark.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of months in many languages, and what calendar they belong to. */
final class Months {
    private static final Map<String, Month> NAMES = load();
    private static final int BUDDHIST_ERA = 543;
    private static final int LEAST = 1900;
    private static final int MOST = 2100;
    /** The day before 1 Farvardin 1, in days before 1 January 1970. */
    private static final int PERSIAN_EPOCH = -492_269;

    private Months() {}

    /** How years are counted. */
    enum Calendar {
        COMMON("months"),
        /** As the common one, 543 years on. */
        BUDDHIST("months-buddhist"),
        /** The solar year of Iran and Afghanistan, which begins in March. */
        PERSIAN("months-persian");

        private final String file;

        Calendar(String file) {
            this.file = file;
        }
    }

    /** A month of a calendar, from 1. */
    record Month(int number, Calendar calendar) {
        /** True where a number can be a year that people date articles with. */
        boolean year(int year) {
            return common(year)
                    || calendar == Calendar.BUDDHIST && common(year - BUDDHIST_ERA)
                    || calendar == Calendar.PERSIAN && persian(year);
        }

        /** The day in the common calendar; empty where there is none of that number. */
        Optional<LocalDate> day(int year, int day) {
            return switch (calendar) {
                case COMMON -> of(year, number, day);
                case BUDDHIST -> of(common(year) ? year : year - BUDDHIST_ERA, number, day);
                case PERSIAN -> persian(year) ? ofPersian(year, number, day) : Optional.empty();
            };
        }
    }

    private static Map<String, Month> load() {
        Map<String, Month> out = new HashMap<>();
        for (Calendar calendar : Calendar.values()) {
            List<String> lines = Words.lines(calendar.file);
            for (String line : lines) {
                int space = line.indexOf(' ');
                Month month = new Month(Integer.parseInt(line.substring(0, space)), calendar);
                String names = line.substring(space + 1);
                out.putIfAbsent(names, month);
                for (String name : names.split(" ", -1)) {
                    out.putIfAbsent(name, month);
                }
            }
        }
        return Map.copyOf(out);
    }

    static @Nullable Month named(String name) {
        return NAMES.get(name);
    }

    /** True for years that are dated with months by number. */
    static boolean common(int year) {
        return year >= LEAST && year <= MOST;
    }

    /** Years of the Persian calendar from 1921 to 2121. */
    static boolean persian(int year) {
        return year >= 1300 && year <= 1499;
    }

    static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Six months of 31 days, five of 30, then 29, or 30 in 8 of 33 years. */
    static Optional<LocalDate> ofPersian(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > (month <= 6 ? 31 : month < 12 || leap(year) ? 30 : 29)) {
            return Optional.empty();
        }
        int before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
        return Optional.of(
                LocalDate.ofEpochDay(PERSIAN_EPOCH + 365L * (year - 1) + (8L * year + 21) / 33 + before + day));
    }

    private static boolean leap(int year) {
        return (8 * year + 29) % 33 < 8;
    }
}
