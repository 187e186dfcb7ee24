package org.pressmark.provenance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A date that a page claims, as a stretch of time: as wide as the claim is vague. Without a zone it may be any zone's.
 *
 * @param text ISO 8601 as claimed
 * @param from the earliest instant that it can mean
 * @param to one past the latest
 * @param day the calendar day where no time of day is claimed
 */
record ClaimedDate(String text, Instant from, Instant to, Optional<LocalDate> day) {
    private static final Duration EAST = Duration.ofHours(14);
    private static final Duration WEST = Duration.ofHours(12);

    static Optional<ClaimedDate> parse(String text) {
        String iso = text.strip();
        try {
            if (iso.length() == 10) {
                LocalDate day = LocalDate.parse(iso);
                Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
                return Optional.of(new ClaimedDate(
                        iso, start.minus(EAST), start.plus(Duration.ofDays(1)).plus(WEST), Optional.of(day)));
            }
            if (iso.matches(".*T.*(?:Z|[+-]\\d\\d:?\\d\\d)")) {
                String offset = iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
                Instant at = OffsetDateTime.parse(offset).toInstant();
                return Optional.of(new ClaimedDate(iso, at, at.plusSeconds(1), Optional.empty()));
            }
            if (iso.indexOf('T') > 0) {
                Instant at = LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
                return Optional.of(new ClaimedDate(iso, at.minus(EAST), at.plus(WEST), Optional.empty()));
            }
        } catch (DateTimeException e) {
            return Optional.empty(); // claimed, but no date that anything can be concluded from
        }
        return Optional.empty();
    }

    /** True where this date is before the other by the claims' own resolution; two bare days count as written. */
    boolean before(ClaimedDate other) {
        if (day.isPresent() && other.day.isPresent()) {
            return day.get().isBefore(other.day.get());
        }
        return !to.isAfter(other.from);
    }

    /** True where both claim the same time of day on the same day, which two editors seldom do by chance. */
    boolean sameMinute(ClaimedDate other) {
        return day.isEmpty()
                && other.day.isEmpty()
                && Duration.between(from, other.from).abs().compareTo(Duration.ofMinutes(1)) < 0;
    }
}
