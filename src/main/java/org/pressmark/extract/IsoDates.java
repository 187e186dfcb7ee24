package org.pressmark.extract;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates that were written for machines, more or less, and writes them as ISO 8601 with the zone they state. */
final class IsoDates {
    private static final Pattern ISO = Pattern.compile(
            "^\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s?(Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?");
    private static final Pattern COMPACT =
            Pattern.compile("^\\s*(20\\d{2}|19\\d{2})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?)?");
    private static final Pattern NUMBER = Pattern.compile("^\\s*(\\d{10}|\\d{13})\\s*$");

    private IsoDates() {}

    /** As exact as the text is; empty where it is no date. */
    static Optional<String> of(String text, String language) {
        String head = text.length() > 100 ? text.substring(0, 100) : text;
        Matcher number = NUMBER.matcher(head);
        if (number.find()) {
            long value = Long.parseLong(number.group(1));
            Instant instant =
                    number.group(1).length() == 13 ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
            return Optional.of(DateTimeFormatter.ISO_INSTANT.format(instant));
        }
        Matcher iso = ISO.matcher(head);
        if (iso.find()) {
            return date(iso.group(1), iso.group(2), iso.group(3)).map(date -> date + time(iso));
        }
        Matcher compact = COMPACT.matcher(head);
        if (compact.find()) {
            return date(compact.group(1), compact.group(2), compact.group(3));
        }
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(DateTimeFormatter.RFC_1123_DATE_TIME
                    .withLocale(Locale.ROOT)
                    .parse(head.strip(), java.time.OffsetDateTime::from)));
        } catch (DateTimeParseException e) {
            return Dates.find(head, language).map(Dates.Found::iso);
        }
    }

    private static Optional<String> date(String year, String month, String day) {
        int y = Integer.parseInt(year);
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        return m < 1 || m > 12 || d < 1 || d > 31 || y < 1900 || y > 2100
                ? Optional.empty()
                : Optional.of(year + "-" + (m < 10 ? "0" : "") + m + "-" + (d < 10 ? "0" : "") + d);
    }

    private static String time(Matcher iso) {
        if (iso.group(4) == null) {
            return "";
        }
        String hour = iso.group(4).length() == 1 ? "0" + iso.group(4) : iso.group(4);
        String seconds = iso.group(6) == null ? "" : ":" + iso.group(6);
        return "T" + hour + ":" + iso.group(5) + seconds + zone(iso.group(7) == null ? "" : iso.group(7));
    }

    private static String zone(String zone) {
        if (zone.isEmpty()) {
            return "";
        }
        if (zone.equalsIgnoreCase("z") || zone.equals("UTC") || zone.equals("GMT")) {
            return ZoneOffset.UTC.getId();
        }
        String digits = zone.substring(1).replace(":", "");
        return zone.charAt(0) + digits.substring(0, 2) + ":" + (digits.length() >= 4 ? digits.substring(2, 4) : "00");
    }
}
