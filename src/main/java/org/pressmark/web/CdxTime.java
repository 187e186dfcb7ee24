package org.pressmark.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Timestamps of 4 to 14 digits, of which the missing ones are made up: the first moment that fits, or the last. */
final class CdxTime {
    private CdxTime() {}

    /** The first moment, e.g. of {@code 202406} the beginning of June. */
    static Instant start(String digits) {
        return read(digits).toInstant(ZoneOffset.UTC);
    }

    /** The first moment that no longer fits, e.g. of {@code 202406} the beginning of July. */
    static Instant end(String digits) {
        LocalDateTime start = read(digits);
        LocalDateTime end = switch (digits.length()) {
            case 4, 5 -> start.plusYears(1);
            case 6, 7 -> start.plusMonths(1);
            case 8, 9 -> start.plusDays(1);
            case 10, 11 -> start.plusHours(1);
            case 12, 13 -> start.plusMinutes(1);
            default -> start.plusSeconds(1);
        };
        return end.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime read(String digits) {
        if (!digits.matches("[0-9]{4,17}")) {
            throw new IllegalArgumentException(
                    digits + ": expected a timestamp of 4 to 14 digits, e.g. 20240301120000");
        }
        try {
            return LocalDateTime.of(
                    part(digits, 0, 4, 0),
                    part(digits, 4, 2, 1),
                    part(digits, 6, 2, 1),
                    part(digits, 8, 2, 0),
                    part(digits, 10, 2, 0),
                    part(digits, 12, 2, 0));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(digits + ": is no date (" + e.getMessage() + ")", e);
        }
    }

    private static int part(String digits, int start, int count, int absent) {
        return digits.length() < start + count ? absent : Integer.parseInt(digits, start, start + count, 10);
    }
}
