package org.pressmark.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.HttpHead;

/** Small pieces of the written form: dates, ids, addresses, named fields. */
final class WarcText {
    private static final String HEX = "0123456789ABCDEF";

    private WarcText() {}

    /** {@code <urn:uuid:…>} without its brackets; also mends the wget versions that bracket target URIs. */
    static String withoutBrackets(String value) {
        String text = value.strip();
        return text.length() > 1 && text.startsWith("<") && text.endsWith(">")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** An address fit for a header line: blanks and control characters escaped, nothing else touched. */
    static String uri(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c <= ' ' || c == 0x7f || Character.isWhitespace(c)) {
                return escapedUri(written);
            }
        }
        return written;
    }

    private static String escapedUri(String written) {
        StringBuilder out = new StringBuilder(written.length());
        String text = written.strip();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** A value on one line. */
    static String line(String value) {
        boolean clean = !value.isEmpty() && value.charAt(0) > ' ' && value.charAt(value.length() - 1) > ' ';
        for (int i = 0; i < value.length() && clean; i++) {
            char c = value.charAt(i);
            clean = c >= ' ' && c < 0x7f;
        }
        return clean ? value : cleaned(value);
    }

    private static String cleaned(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            out.append(c < ' ' || c == 0x7f ? ' ' : c);
        }
        return out.toString().strip();
    }

    /** True for what consists of the characters that addresses of the Internet are written with. */
    static boolean isIpAddress(String text) {
        boolean fits = !text.isEmpty();
        for (int i = 0; i < text.length() && fits; i++) {
            char c = text.charAt(i);
            fits = c == '.' || c == ':' || c < 0x80 && Character.digit(c, 16) >= 0;
        }
        return fits;
    }

    /** Bytes as visible ASCII, everything else and {@code %} as {@code %XX}; one character a byte in the input. */
    static String escaped(String latin1) {
        StringBuilder out = new StringBuilder(latin1.length() + 64);
        for (int i = 0; i < latin1.length(); i++) {
            char c = latin1.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '%') {
                out.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Undoes {@link #escaped}. */
    static String unescaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                out.append((char) (high << 4 | low));
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Reads a WARC-Date at any of W3CDTF's granularities (WARC 1.1 §5.4), an offset in place of {@code Z}, and the 4 to 14
     * digits of ARC files.
     */
    static Optional<Instant> date(String written) {
        String text = written.strip();
        try {
            if (isOurs(text)) {
                return Optional.of(ours(text));
            }
            if (!text.isEmpty() && text.length() <= 17 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.of(digits(text));
            }
            int time = text.indexOf('T');
            if (time < 0) {
                String day = text.length() == 4 ? text + "-01-01" : text.length() == 7 ? text + "-01" : text;
                return Optional.of(Instant.parse(day + "T00:00:00Z"));
            }
            boolean zone = text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
            return Optional.of(OffsetDateTime.parse(zone ? text : text + "Z").toInstant());
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** {@code 2026-11-22T10:15:00.123Z}, as we write it, or without the fraction: read without Java's general parser. */
    private static boolean isOurs(String text) {
        String form = text.length() == 24 ? "0000-00-00T00:00:00.000Z" : "0000-00-00T00:00:00Z";
        boolean fits = text.length() == form.length();
        for (int i = 0; i < text.length() && fits; i++) {
            char c = text.charAt(i);
            fits = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
        }
        return fits;
    }

    private static Instant ours(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4, 0),
                        number(text, 5, 2, 0),
                        number(text, 8, 2, 0),
                        number(text, 11, 2, 0),
                        number(text, 14, 2, 0),
                        number(text, 17, 2, 0),
                        text.length() == 24 ? number(text, 20, 3, 0) * 1_000_000 : 0)
                .toInstant(ZoneOffset.UTC);
    }

    /** A date to the millisecond as WARC-Date has it, the fraction left out where it is none. */
    static String date(Instant date) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(date.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder out = new StringBuilder(24).append(time.toLocalDate()).append('T');
        digits(out, time.getHour(), 2).append(':');
        digits(out, time.getMinute(), 2).append(':');
        digits(out, time.getSecond(), 2);
        int millis = date.getNano() / 1_000_000;
        return (millis == 0 ? out : digits(out.append('.'), millis, 3))
                .append('Z')
                .toString();
    }

    private static StringBuilder digits(StringBuilder out, int number, int count) {
        String digits = Integer.toString(number);
        for (int i = digits.length(); i < count; i++) {
            out.append('0');
        }
        return out.append(digits);
    }

    private static Instant digits(String text) {
        int month = number(text, 4, 2, 1);
        int day = number(text, 6, 2, 1);
        int millis = text.length() == 17 ? number(text, 14, 3, 0) : 0;
        return LocalDateTime.of(
                        number(text, 0, 4, 0),
                        Math.max(1, month),
                        Math.max(1, day),
                        number(text, 8, 2, 0),
                        number(text, 10, 2, 0),
                        number(text, 12, 2, 0),
                        millis * 1_000_000)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int start, int count, int absent) {
        return text.length() < start + count ? absent : Integer.parseInt(text, start, start + count, 10);
    }

    /** Named fields of a header or of an {@code application/warc-fields} block; folded lines joined with a space. */
    static List<HttpHead.Header> fields(String text) {
        List<HttpHead.Header> out = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
            start = end + 1;
            int colon = line.indexOf(':');
            if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t') && !out.isEmpty()) {
                HttpHead.Header last = out.remove(out.size() - 1);
                out.add(new HttpHead.Header(last.name(), (last.value() + " " + line.strip()).strip()));
            } else if (colon > 0) {
                out.add(new HttpHead.Header(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            }
        }
        return out;
    }
}
