package org.pressmark.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.Truncation;
import org.pressmark.model.UrlKey;

/**
 * A capture as a line of a shelf list: its values between tabs, the key first and the date next, so that the bytes' order is
 * the order of keys and then of dates. Tab, line feed, carriage return and backslash are written {@code \t}, {@code \n},
 * {@code \r}, {@code \\}; a value that is not there is empty.
 *
 * <p>A line is handled as the bytes of its UTF-8, each a character of ISO 8859-1: so comparing is comparing bytes.
 */
final class ShelfLine {
    private static final int VALUES = 19;

    private ShelfLine() {}

    /** The line without its line feed. */
    static String write(Capture capture) {
        StringBuilder out = new StringBuilder(400);
        Optional<Capture.Original> refers = capture.refersTo();
        add(out, capture.key().surt());
        add(out, date(capture.date()));
        add(out, capture.recordId());
        add(out, capture.url());
        add(out, Sql.word(capture.kind()));
        add(out, Sql.word(capture.role()));
        add(out, Integer.toString(capture.status()));
        add(out, capture.mediaType());
        add(out, capture.payload().toString());
        add(out, Long.toString(capture.payloadLength()));
        add(out, capture.location().file());
        add(out, Long.toString(capture.location().offset()));
        add(out, Long.toString(capture.location().length()));
        add(out, refers.map(Capture.Original::url).orElse(""));
        add(out, refers.map(original -> original.date().toString()).orElse(""));
        add(out, refers.flatMap(Capture.Original::recordId).orElse(""));
        add(out, capture.redirect().orElse(""));
        add(out, capture.page().orElse(""));
        add(out, capture.truncated().map(Sql::word).orElse(""));
        return bytes(out.substring(0, out.length() - 1));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StoreException if it is no such line
     */
    static Capture read(String line) {
        String[] values = text(line).split("\t", -1);
        if (values.length != VALUES) {
            throw damaged(line);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = plain(values[i]);
        }
        try {
            return new Capture(
                    values[2],
                    values[3],
                    new UrlKey(values[0]),
                    Instant.parse(values[1]),
                    Capture.Kind.valueOf(values[4].toUpperCase(Locale.ROOT)),
                    Capture.Role.valueOf(values[5].toUpperCase(Locale.ROOT)),
                    Integer.parseInt(values[6]),
                    values[7],
                    Digest.parse(values[8]),
                    Long.parseLong(values[9]),
                    new RecordLocation(values[10], Long.parseLong(values[11]), Long.parseLong(values[12])),
                    values[14].isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new Capture.Original(values[13], Instant.parse(values[14]), given(values[15]))),
                    given(values[16]),
                    given(values[17]),
                    given(values[18]).map(word -> Truncation.valueOf(word.toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new StoreException(damaged(line).getMessage(), e);
        }
    }

    /** What the lines of a key begin with. */
    static String beginning(UrlKey key) {
        return bytes(escaped(key.surt()) + "\t");
    }

    /** What the lines of all keys begin with that begin so. */
    static String beginning(String key) {
        return bytes(escaped(key));
    }

    /** Of one length for all times, so that they sort by their letters. */
    private static String date(Instant date) {
        String text = date.toString();
        int dot = text.indexOf('.');
        String seconds = dot < 0 ? text.substring(0, text.length() - 1) : text.substring(0, dot);
        String fraction = dot < 0 ? "" : text.substring(dot + 1, text.length() - 1);
        return seconds + "." + fraction + "0".repeat(9 - fraction.length()) + "Z";
    }

    private static Optional<String> given(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static void add(StringBuilder out, String value) {
        out.append(escaped(value)).append('\t');
    }

    private static String escaped(String value) {
        boolean plain = value.chars().noneMatch(c -> c == '\\' || c == '\t' || c == '\n' || c == '\r');
        return plain
                ? value
                : value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    private static String plain(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                char escape = value.charAt(i);
                out.append(escape == 't' ? '\t' : escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String text(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static StoreException damaged(String line) {
        return new StoreException("expected a line of a shelf list, found: " + line);
    }
}
