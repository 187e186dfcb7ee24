package org.pressmark.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads single fields off a canonical line: its keys are sorted and a quote within a text is escaped, so a key is found by its letters. */
final class LogLine {
    private LogLine() {}

    /** A text field of the statement itself; empty where there is none. */
    static String text(String line, String key) {
        String mark = "\"" + key + "\":\"";
        int at = line.lastIndexOf(mark);
        if (at < 0) {
            return "";
        }
        int start = at + mark.length();
        int end = start;
        while (end < line.length() && line.charAt(end) != '"') {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return end > line.length() ? "" : line.substring(start, Math.min(end, line.length()));
    }

    /** The statement's own number; −1 where there is none. */
    static long seq(String line) {
        int at = line.lastIndexOf("\"seq\":");
        long value = -1;
        for (int i = at + 6; at >= 0 && i < line.length() && i < at + 24 && Character.isDigit(line.charAt(i)); i++) {
            value = Math.max(value, 0) * 10 + (line.charAt(i) - '0');
        }
        return value;
    }

    static Optional<Instant> time(String line) {
        try {
            return Optional.of(Instant.parse(text(line, "time")));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
