package org.pressmark.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands after {@code /web/} or {@code /view/}: an archived address, before it perhaps a time and what it is wanted for.
 *
 * @param asked the time asked for; absent where none was named
 * @param digits the time as written
 * @param modifier e.g. {@code im_}; empty for a page
 * @param url the archived address
 */
record Memento(Optional<Instant> asked, String digits, String modifier, String url) {
    private static final Pattern TIMED = Pattern.compile("^([0-9]{4,14})([a-z]{2}_)?/(.+)$", Pattern.DOTALL);
    /** Begins with digits as a time does, and has an address behind it. */
    private static final Pattern MISTYPED = Pattern.compile("^[0-9][0-9A-Za-z_:+-]*/https?:/");

    private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):/*");
    private static final Pattern ESCAPED = Pattern.compile("(?i)https?%3a(%2f|/)");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String EARLIEST = "00000101000000";

    /** Reads the rest of a path; empty where no address stands in it. */
    static Optional<Memento> parse(String rest) {
        Matcher timed = TIMED.matcher(rest);
        if (timed.matches()) {
            String modifier = timed.group(2) == null ? "" : timed.group(2);
            return time(timed.group(1))
                    .map(time -> new Memento(Optional.of(time), timed.group(1), modifier, address(timed.group(3))));
        }
        boolean mistyped = MISTYPED.matcher(rest).lookingAt();
        return rest.isBlank() || mistyped
                ? Optional.empty()
                : Optional.of(new Memento(Optional.empty(), "", "", address(rest)));
    }

    /** The time that some digits say, e.g. {@code 202403}; empty where these are none. */
    static Optional<Instant> moment(String digits) {
        return digits.matches("[0-9]{4,14}") ? time(digits) : Optional.empty();
    }

    /** Fourteen digits, UTC, e.g. {@code 20240301120000}. */
    static String stamp(Instant time) {
        return STAMP.format(time);
    }

    /** Whether the time is written in full. */
    boolean exact() {
        return digits.length() == 14;
    }

    /** An address with its scheme; slashes that a proxy merged, and an address escaped as a whole, are put right. */
    static String address(String given) {
        String text = ESCAPED.matcher(given).lookingAt() ? unescaped(given) : given;
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.find()) {
            return "http://" + text;
        }
        String name = scheme.group(1).toLowerCase(Locale.ROOT);
        boolean web = name.equals("http") || name.equals("https") || name.equals("ftp");
        boolean port = !web && text.substring(scheme.end()).matches("[0-9]+(/.*)?");
        return port ? "http://" + text : web ? name + "://" + text.substring(scheme.end()) : text;
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }

    private static Optional<Instant> time(String digits) {
        String whole = digits.substring(0, digits.length() - digits.length() % 2);
        String full = whole + EARLIEST.substring(whole.length());
        try {
            return Optional.of(LocalDateTime.parse(full, STAMP.withZone(null)).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
