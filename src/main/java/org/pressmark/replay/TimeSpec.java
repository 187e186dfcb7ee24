package org.pressmark.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which time a person asks for, as in {@code URL@2024-03}: a stretch of time, as long as the words are vague. A time without
 * a zone is UTC.
 *
 * @param text as written; empty text means the latest
 * @param from the first moment asked for
 * @param to the first moment after it
 */
public record TimeSpec(String text, Instant from, Instant to) {
    private static final Pattern DATE = Pattern.compile(
            "([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:[T ]([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]{1,9})?)?)?)?)?)?"
                    + "(?: ?(Z|[+-][0-9]{2}:?[0-9]{2}))?");
    private static final Pattern DIGITS =
            Pattern.compile("([0-9]{4})([0-9]{2})?([0-9]{2})?([0-9]{2})?([0-9]{2})?([0-9]{2})?()");

    private static final ChronoUnit[] UNITS = {
        ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS
    };

    public TimeSpec {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("expected a stretch of time, found: " + from + ".." + to);
        }
    }

    /**
     * Reads a time: {@code latest}, {@code first}, {@code 2024}, {@code 2024-03}, {@code 2024-03-01},
     * {@code 2024-03-01T12:30:00+01:00}, up to fourteen digits as replay addresses have them ({@code 20240301123000}), or
     * words that count from the present ({@code yesterday}, {@code last week}, {@code 3 days ago}, {@code monday}).
     *
     * @param now the present, for words that count from it
     * @throws IllegalArgumentException where it is none of these; the message says what would be
     */
    public static TimeSpec parse(String text, InstantSource now) {
        String words = text.strip().toUpperCase(Locale.ROOT);
        if (words.isEmpty() || words.equals("LATEST")) {
            return new TimeSpec(text, Instant.MAX.minusSeconds(1), Instant.MAX);
        }
        if (words.equals("FIRST")) {
            return new TimeSpec(text, Instant.MIN, Instant.MIN.plusSeconds(1));
        }
        if (words.equals("NOW")) {
            Instant instant = now.instant();
            return new TimeSpec(text, instant, instant.plusSeconds(1));
        }
        Matcher parts = DATE.matcher(words);
        if (!parts.matches()) {
            parts = DIGITS.matcher(words);
        }
        if (!parts.matches()) {
            return RelativeTime.parse(text, now).orElseThrow(() -> unreadable(text));
        }
        try {
            return stretch(text, words, parts);
        } catch (DateTimeException | ArithmeticException e) {
            IllegalArgumentException plain = unreadable(text);
            plain.initCause(e);
            throw plain;
        }
    }

    /**
     * Reads a time that bounds others, as {@link #parse} does; {@code latest} and {@code first}, which lie in no year, are none.
     *
     * @throws IllegalArgumentException where it is none; the message says what would be
     */
    public static TimeSpec dated(String text, InstantSource now) {
        TimeSpec time = parse(text, now);
        if (time.latest() || time.first()) {
            throw new IllegalArgumentException(
                    "no time to search from or to: \"" + text + "\"; write 2024, 2024-03, 2024-03-01 or yesterday");
        }
        return time;
    }

    private static TimeSpec stretch(String text, String words, Matcher parts) {
        int[] values = {0, 1, 1, 0, 0, 0};
        int known = 0;
        while (known < 6 && parts.group(known + 1) != null) {
            values[known] = Integer.parseInt(parts.group(known + 1));
            known++;
        }
        String zone = parts.group(7);
        ZoneOffset offset = zone == null || zone.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(zone);
        LocalDateTime start = LocalDateTime.of(values[0], values[1], values[2], values[3], values[4], values[5]);
        int dot = words.indexOf('.');
        if (dot > 0 && known == 6) {
            Instant exact = OffsetDateTime.of(start, offset).toInstant().plusNanos(nanos(words, dot + 1));
            return new TimeSpec(text, exact, exact.plusNanos(1));
        }
        LocalDateTime end = start.plus(1, UNITS[known - 1]);
        return new TimeSpec(text, start.toInstant(offset), end.toInstant(offset));
    }

    private static long nanos(String words, int from) {
        long nanos = 0;
        long unit = 100_000_000;
        for (int i = from; i < words.length() && Character.isDigit(words.charAt(i)); i++) {
            nanos += unit * (words.charAt(i) - '0');
            unit /= 10;
        }
        return nanos;
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("no time that can be read: \"" + text
                + "\"; write latest, first, 2024, 2024-03, 2024-03-01, 2024-03-01T12:30, 20240301123000, yesterday, last week,"
                + " 3 days ago or monday");
    }

    /** True for words that name a time counted from the present, such as {@code last week}. */
    public static boolean relative(String text) {
        return RelativeTime.parse(text, InstantSource.fixed(Instant.EPOCH)).isPresent();
    }

    /** True for a moment within the stretch. */
    public boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** True where the latest is asked for. */
    public boolean latest() {
        return to.equals(Instant.MAX);
    }

    /** True where the first is asked for. */
    public boolean first() {
        return from.equals(Instant.MIN);
    }
}
