package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads an unpacked file line by line and knows the lines with which records begin. */
final class Lines {
    static final int LONGEST_ARC_LINE = 16 << 10;

    private final Unpacked in;
    private boolean arc;

    Lines(Unpacked in) {
        this.in = in;
    }

    /** Says that lines of ARC headers begin records too. */
    void expectArc() {
        arc = true;
    }

    boolean expectsArc() {
        return arc;
    }

    /** True at the first line of a record. */
    boolean atRecord() throws IOException {
        if (atWarc()) {
            return true;
        }
        return (arc || atFileHeader()) && peekArc().isPresent();
    }

    boolean atWarc() throws IOException {
        if (in.fill(10) < 9 || in.peek(0) != 'W' || in.peek(4) != '/') {
            return false;
        }
        String text = new String(in.buffer(), in.at(), Math.min(in.fill(10), 10), StandardCharsets.ISO_8859_1);
        return text.startsWith("WARC/")
                && Character.isDigit(text.charAt(5))
                && text.charAt(6) == '.'
                && Character.isDigit(text.charAt(7));
    }

    /** True at the line with which every ARC file begins. */
    boolean atFileHeader() throws IOException {
        return in.fill(9) >= 9 && new String(in.buffer(), in.at(), 9, StandardCharsets.ISO_8859_1).equals("filedesc:");
    }

    /** The ARC header line that stands here, not consumed. */
    Optional<ArcLine> peekArc() throws IOException {
        int have = Math.min(in.fill(LONGEST_ARC_LINE), LONGEST_ARC_LINE);
        int end = 0;
        while (end < have && in.peek(end) != '\n') {
            end++;
        }
        return end == have ? Optional.empty() : ArcLine.parse(utf8(in.buffer(), in.at(), end));
    }

    /** True where these bytes begin with an ARC header line. */
    boolean isArc(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end < bytes.length && ArcLine.parse(utf8(bytes, 0, end)).isPresent();
    }

    /** Goes past line ends. */
    void skipBlank() throws IOException {
        while (in.fill(1) > 0 && (in.peek(0) == '\n' || in.peek(0) == '\r')) {
            in.consume(1);
        }
    }

    /**
     * The next line without its end.
     *
     * @return empty where it is longer than {@code max} bytes or the member ends before it
     */
    Optional<String> line(int max) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (true) {
            int have = in.fill(1);
            if (have == 0 || out.size() > max) {
                return Optional.empty();
            }
            int end = lineEnd(have);
            out.write(in.buffer(), in.at(), end < 0 ? have : end);
            in.consume(end < 0 ? have : end + 1);
            if (end >= 0) {
                byte[] bytes = out.toByteArray();
                int length = bytes.length;
                while (length > 0 && bytes[length - 1] == '\r') { // some tools of old write two
                    length--;
                }
                return Optional.of(utf8(bytes, 0, length));
            }
        }
    }

    /**
     * What stands before the next empty line, which is passed over. Carriage returns before a line feed may be many.
     *
     * @return empty where the member ends before it, or {@code max} bytes stand before it
     */
    Optional<String> upToEmptyLine(int max) throws IOException {
        ByteArrayOutputStream before = new ByteArrayOutputStream(0);
        boolean emptySoFar = true;
        while (before.size() <= max) {
            int have = in.fill(1);
            if (have == 0) {
                return Optional.empty();
            }
            byte[] buffer = in.buffer();
            int start = in.at();
            for (int i = start; i < start + have; i++) {
                byte b = buffer[i];
                if (b == '\n' && emptySoFar) {
                    String text =
                            before.size() == 0 ? utf8(buffer, start, i - start) : joined(before, buffer, start, i);
                    in.consume(i + 1 - start);
                    return Optional.of(text);
                }
                emptySoFar = b == '\n' || (emptySoFar && b == '\r');
            }
            before.write(buffer, start, have);
            in.consume(have);
        }
        return Optional.empty();
    }

    private static String joined(ByteArrayOutputStream before, byte[] buffer, int start, int end) {
        before.write(buffer, start, end - start);
        return before.toString(StandardCharsets.UTF_8);
    }

    /** Goes on, passing what lies between to {@code sink}, to the next line that begins a record, or to the member's end. */
    void toRecord(OutputStream sink) throws IOException {
        if (atRecord()) {
            return;
        }
        while (true) {
            int have = in.fill(1);
            if (have == 0) {
                return;
            }
            int end = lineEnd(have);
            int count = end < 0 ? have : end + 1;
            sink.write(in.buffer(), in.at(), count);
            in.consume(count);
            if (end >= 0 && atRecord()) {
                return;
            }
        }
    }

    private int lineEnd(int have) {
        byte[] buffer = in.buffer();
        int start = in.at();
        for (int i = start; i < start + have; i++) {
            if (buffer[i] == '\n') {
                return i - start;
            }
        }
        return -1;
    }

    private static String utf8(byte[] bytes, int start, int count) {
        return new String(bytes, start, count, StandardCharsets.UTF_8);
    }
}
