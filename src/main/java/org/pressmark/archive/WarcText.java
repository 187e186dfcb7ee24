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
    private static final String USUAL = "0000-00-00T00:00:00.";

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
            if (!text.isEmpty() && text.length() <= 17 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.of(digits(text));
            }
            if (isUsual(text)) {
                return Optional.of(usual(text));
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

    /** True for the form that nearly all dates have, e.g. {@code 2021-12-27T14:40:00.123Z}: it needs no parser. */
    private static boolean isUsual(String text) {
        int last = text.length() - 1;
        if (last < 19 || last > 29 || last == 20 || text.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            char c = text.charAt(i);
            char mark = i < USUAL.length() ? USUAL.charAt(i) : '0';
            if (mark == '0' ? c < '0' || c > '9' : c != mark) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        int nanos = 0;
        for (int i = 20; i < 29; i++) {
            nanos = nanos * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return LocalDateTime.of(
                        number(text, 0, 4, 0),
                        number(text, 5, 2, 0),
                        number(text, 8, 2, 0),
                        number(text, 11, 2, 0),
                        number(text, 14, 2, 0),
                        number(text, 17, 2, 0),
                        nanos)
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
        StringBuilder folded = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            if (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\t') && !out.isEmpty()) {
                String more = stripped(text, start, end);
                folded.append(more.isEmpty() ? "" : " ").append(more);
            } else {
                unfold(out, folded);
                int colon = start;
                while (colon < end && text.charAt(colon) != ':') {
                    colon++;
                }
                if (colon > start && colon < end) {
                    out.add(new HttpHead.Header(stripped(text, start, colon), stripped(text, colon + 1, end)));
                }
            }
            start = end + 1;
        }
        unfold(out, folded);
        return out;
    }

    /** Joins what was folded to the last field: once, however many lines it came in. */
    private static void unfold(List<HttpHead.Header> out, StringBuilder folded) {
        if (folded.length() > 0) {
            HttpHead.Header last = out.remove(out.size() - 1);
            out.add(new HttpHead.Header(last.name(), (last.value() + folded).strip()));
            folded.setLength(0);
        }
    }

    /** A part of a text without outer white space. */
    private static String stripped(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (from < to && (text.charAt(to - 1) == ' ' || text.charAt(to - 1) == '\r')) {
            to--;
        }
        return text.substring(from, to).strip(); // of the white space that is rare
    }
}
