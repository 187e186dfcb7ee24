package org.pressmark.crawl;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the dates of feeds and sitemaps: RFC 822 as RSS has them, ISO 8601 as Atom and sitemaps do; neither strictly. */
final class StatedTime {
    private static final Pattern ISO = Pattern.compile(
            "\\s*(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?"
                    + "(?:[Tt ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?\\s*([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2})?\\s*");
    private static final Pattern MAIL = Pattern.compile(
            "\\s*(?:\\p{L}{1,12}\\.?,?\\s+)?(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]{0,6}"
                    + "\\.?[\\s-]+(\\d{4}|\\d{2})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\\d{2}:?\\d{2})?\\s*");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** Hours behind UTC (RFC 822 §5.1). */
    private static final Map<String, Integer> ZONES =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

    private StatedTime() {}

    /** The instant that a text names; a date without a time is its first moment, one without a zone is in UTC. */
    static Optional<Instant> read(String text) {
        if (text.length() > 100) {
            return Optional.empty();
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return instant(iso.group(1), number(iso.group(2), 1), number(iso.group(3), 1), iso, 4);
        }
        Matcher mail = MAIL.matcher(text);
        if (mail.matches()) {
            int month = MONTHS.indexOf(mail.group(2).toLowerCase(Locale.ROOT)) + 1;
            String year = mail.group(3);
            String full = year.length() == 4 ? year : (Integer.parseInt(year) < 70 ? "20" : "19") + year;
            return instant(full, month, number(mail.group(1), 1), mail, 4);
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(String year, int month, int day, Matcher parts, int time) {
        try {
            LocalDateTime local = LocalDateTime.of(
                    Integer.parseInt(year),
                    month,
                    day,
                    number(parts.group(time), 0),
                    number(parts.group(time + 1), 0),
                    Math.min(59, number(parts.group(time + 2), 0)));
            String zone = parts.group(time + 3);
            return Optional.of(local.toInstant(offset(zone == null ? "" : zone)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@org.jspecify.annotations.Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static ZoneOffset offset(String zone) {
        String plain = zone.toUpperCase(Locale.ROOT).replaceFirst("^(GMT|UTC)(?=[+-])", "");
        if (plain.matches("[+-]\\d{2}:?\\d{2}")) {
            return ZoneOffset.of(plain.length() == 6 ? plain : plain.substring(0, 3) + ":" + plain.substring(3));
        }
        return ZoneOffset.ofHours(ZONES.getOrDefault(plain, 0));
    }
}
