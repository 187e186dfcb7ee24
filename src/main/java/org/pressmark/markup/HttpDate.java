package org.pressmark.markup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of HTTP heads, in the three forms that a recipient must take (RFC 9110 §5.6.7): {@code Sun, 06 Nov 1994 08:49:37 GMT},
 * {@code Sunday, 06-Nov-94 08:49:37 GMT}, {@code Sun Nov  6 08:49:37 1994}. The day of the week is not believed.
 */
public final class HttpDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String TIME = "(\\d{1,2}):(\\d{2}):(\\d{2})";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?:[A-Za-z]{3,9},? +)?(\\d{1,2})[ -]([A-Za-z]{3})[ -](\\d{4}|\\d{2}) +" + TIME
                    + "(?: +(?:GMT|UTC|[+-]0000))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("[A-Za-z]{3} +([A-Za-z]{3}) +(\\d{1,2}) +" + TIME + " +(\\d{4})");

    private HttpDate() {}

    /** The time; empty for what is no such date. */
    public static Optional<Instant> parse(String text) {
        if (text.length() > 60) {
            return Optional.empty();
        }
        Matcher day = DAY_FIRST.matcher(text.strip());
        if (day.matches()) {
            return at(year(day.group(3)), day.group(2), day.group(1), day.group(4), day.group(5), day.group(6));
        }
        Matcher month = MONTH_FIRST.matcher(text.strip());
        return month.matches()
                ? at(
                        Integer.parseInt(month.group(6)),
                        month.group(1),
                        month.group(2),
                        month.group(3),
                        month.group(4),
                        month.group(5))
                : Optional.empty();
    }

    /** Two digits are a year of our time: nothing on the web is older than 1970. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < 70 ? 2000 : 1900);
    }

    private static Optional<Instant> at(int year, String month, String day, String hour, String minute, String second) {
        try {
            return Optional.of(LocalDateTime.of(
                            year,
                            MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1,
                            Integer.parseInt(day),
                            Integer.parseInt(hour),
                            Integer.parseInt(minute),
                            Math.min(59, Integer.parseInt(second))) // a leap second
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
