package org.pressmark.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.model.HttpHead.Header;

/** Parts of an answer (RFC 9110 §14): one range, several as multipart, none that lies beyond the end. */
final class Ranges {
    /** More ranges than a player asks for are no honest request; the whole is sent then. */
    private static final int MOST = 16;

    private static final Pattern UNIT = Pattern.compile("(?i)bytes\\s*=(.*)");
    private static final Pattern RANGE = Pattern.compile("\\s*([0-9]{1,18})?\\s*-\\s*([0-9]{1,18})?\\s*");
    private static final String BOUNDARY = "pressmark-part-8c1f0e5a";

    private Ranges() {}

    /** A stretch of bytes, both ends counted. */
    private record Range(long from, long to) {
        long length() {
            return to - from + 1;
        }
    }

    /** The answer, or the parts of it that were asked for; an error that says how long the whole is where there are none. */
    static Answer of(Answer whole, Asked asked) throws IOException {
        Answer offered = whole.with("Accept-Ranges", "bytes");
        Optional<String> wanted = asked.header().apply("Range");
        if (wanted.isEmpty() || asked.head() || whole.status() != 200 || !unchanged(whole, asked)) {
            return offered;
        }
        Optional<List<Range>> ranges = parse(wanted.get(), whole.length());
        if (ranges.isEmpty()) {
            return offered;
        }
        if (ranges.get().isEmpty()) {
            whole.body().close();
            return empty(offered, 416).with("Content-Range", "bytes */" + whole.length());
        }
        return ranges.get().size() == 1 ? single(offered, ranges.get().get(0)) : several(offered, ranges.get());
    }

    /** If-Range names what the client has a part of; with anything else a part would not fit (RFC 9110 §13.1.5). */
    private static boolean unchanged(Answer whole, Asked asked) {
        Optional<String> condition = asked.header().apply("If-Range");
        return condition.isEmpty()
                || whole.headers().stream()
                        .filter(header -> header.name().equals("ETag"))
                        .anyMatch(
                                header -> header.value().equals(condition.get().strip()));
    }

    /** The ranges in order, those that overlap joined; nothing where the header is to be ignored. */
    private static Optional<List<Range>> parse(String header, long length) {
        Matcher unit = UNIT.matcher(header.strip());
        if (!unit.matches()) {
            return Optional.empty();
        }
        String[] parts = unit.group(1).split(",", -1);
        if (parts.length > MOST) {
            return Optional.empty();
        }
        List<Range> found = new ArrayList<>();
        for (String part : parts) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches() || (range.group(1) == null && range.group(2) == null)) {
                return Optional.empty();
            }
            long from = range.group(1) == null
                    ? Math.max(0, length - Long.parseLong(range.group(2)))
                    : Long.parseLong(range.group(1));
            long to = range.group(1) == null || range.group(2) == null ? length - 1 : Long.parseLong(range.group(2));
            if (range.group(1) != null && to < from && range.group(2) != null) {
                return Optional.empty();
            }
            if (from < length && to >= from) {
                found.add(new Range(from, Math.min(to, length - 1)));
            }
        }
        return Optional.of(joined(found));
    }

    private static List<Range> joined(List<Range> found) {
        List<Range> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingLong(Range::from));
        List<Range> out = new ArrayList<>();
        for (Range range : sorted) {
            Range last = out.isEmpty() ? new Range(-2, -2) : out.get(out.size() - 1);
            if (range.from() <= last.to() + 1) {
                out.set(out.size() - 1, new Range(last.from(), Math.max(last.to(), range.to())));
            } else {
                out.add(range);
            }
        }
        return out;
    }

    private static Answer single(Answer whole, Range range) throws IOException {
        whole.body().skipNBytes(range.from());
        return new Answer(206, whole.headers(), range.length(), new Limited(whole.body(), range.length()))
                .with("Content-Range", named(range, whole));
    }

    private static Answer several(Answer whole, List<Range> ranges) {
        Predicate<Header> type = header -> header.name().equalsIgnoreCase("Content-Type");
        String part = whole.headers().stream()
                .filter(type)
                .map(Header::value)
                .findFirst()
                .orElse("application/octet-stream");
        List<InputStream> bodies = new ArrayList<>();
        long length = 0;
        long at = 0;
        for (Range range : ranges) {
            byte[] head = ("\r\n--" + BOUNDARY + "\r\nContent-Type: " + part + "\r\nContent-Range: "
                            + named(range, whole) + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            bodies.add(new ByteArrayInputStream(head));
            bodies.add(new Limited(new Skipping(whole.body(), range.from() - at), range.length()));
            length += head.length + range.length();
            at = range.to() + 1;
        }
        byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
        bodies.add(new ByteArrayInputStream(end));
        List<Header> headers = new ArrayList<>(whole.headers());
        headers.removeIf(type);
        headers.add(new Header("Content-Type", "multipart/byteranges; boundary=" + BOUNDARY));
        InputStream parts = new SequenceInputStream(Collections.enumeration(bodies)) {
            @Override
            public void close() throws IOException {
                whole.body().close();
            }
        };
        return new Answer(206, headers, length + end.length, parts);
    }

    private static String named(Range range, Answer whole) {
        return "bytes " + range.from() + "-" + range.to() + "/" + whole.length();
    }

    private static Answer empty(Answer whole, int status) {
        return new Answer(status, whole.headers(), 0, InputStream.nullInputStream());
    }

    /** The next so many bytes of a stream. */
    private static class Limited extends InputStream {
        private final InputStream in;
        private long left;

        Limited(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** A stream whose first bytes are passed over when it is first read; left open, as more is read of it later. */
    private static final class Skipping extends InputStream {
        private final InputStream in;
        private long skip;

        Skipping(InputStream in, long skip) {
            this.in = in;
            this.skip = skip;
        }

        @Override
        public int read() throws IOException {
            pass();
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            pass();
            return in.read(buffer, offset, length);
        }

        private void pass() throws IOException {
            in.skipNBytes(skip);
            skip = 0;
        }
    }
}
