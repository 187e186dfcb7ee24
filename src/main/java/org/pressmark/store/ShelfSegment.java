package org.pressmark.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One file of a shelf list: sorted lines; behind them the names and lengths of the WARC files whose captures they are, all of
 * them; and a last line of fixed length that says where the names begin.
 */
final class ShelfSegment {
    static final String ENDING = ".shelf";
    private static final String MARK = "pressmark-shelf 1 ";
    private static final int LAST_LINE = MARK.length() + 19 + 1;

    private final Path path;
    private final ByteBuffer bytes;
    private final int end;
    private final Map<String, Long> files;

    private ShelfSegment(Path path, ByteBuffer bytes, int end, Map<String, Long> files) {
        this.path = path;
        this.bytes = bytes;
        this.end = end;
        this.files = files;
    }

    /** The last line of a file whose names begin here. */
    static String lastLine(long names) {
        String digits = Long.toString(names);
        return MARK + "0".repeat(19 - digits.length()) + digits + "\n";
    }

    /** The line that names a WARC file. */
    static String nameLine(String name, long length) {
        return length + "\t" + name + "\n";
    }

    /** Opens a file; nothing where it is none, or one too long to be mapped. */
    static Optional<ShelfSegment> open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < LAST_LINE || size > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            int last = (int) size - LAST_LINE;
            String mark = text(bytes, last, (int) size);
            if (!mark.matches(MARK + "[0-9]{19}\n")) {
                return Optional.empty();
            }
            long names = Long.parseLong(mark.substring(MARK.length(), mark.length() - 1));
            if (names > last) {
                return Optional.empty();
            }
            Map<String, Long> files = new HashMap<>();
            for (String line : text(bytes, (int) names, last).split("\n", -1)) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    files.put(utf8(line.substring(tab + 1)), Long.parseLong(line.substring(0, tab)));
                }
            }
            return Optional.of(new ShelfSegment(path, bytes, (int) names, files));
        }
    }

    Path path() {
        return path;
    }

    long size() {
        return bytes.capacity();
    }

    /** The WARC files whose captures are here, with the lengths that they had. */
    Map<String, Long> files() {
        return files;
    }

    /**
     * Gives the lines that begin so, in their order.
     *
     * @param sink says whether it wants more
     */
    void each(String beginning, Predicate<String> sink) {
        int at = lowerBound(beginning);
        boolean more = true;
        while (more && at < end) {
            int feed = lineEnd(at);
            String line = text(bytes, at, feed);
            more = line.startsWith(beginning) && sink.test(line);
            at = feed + 1;
        }
    }

    /** Where the first line begins that is not before this text. */
    private int lowerBound(String text) {
        int low = 0;
        int high = end;
        while (low < high) {
            int start = lineStart(low + (high - low) / 2);
            if (before(start, text)) {
                low = lineEnd(start) + 1;
            } else {
                high = start;
            }
        }
        return low;
    }

    private boolean before(int start, String text) {
        for (int i = 0; i < text.length(); i++) {
            int at = start + i;
            int b = at < end ? bytes.get(at) & 0xff : -1;
            if (b != text.charAt(i)) {
                return b < text.charAt(i);
            }
        }
        return false;
    }

    private int lineStart(int at) {
        int i = at;
        while (i > 0 && bytes.get(i - 1) != '\n') {
            i--;
        }
        return i;
    }

    private int lineEnd(int at) {
        int i = at;
        while (i < end && bytes.get(i) != '\n') {
            i++;
        }
        return i;
    }

    private static String text(ByteBuffer bytes, int from, int to) {
        byte[] out = new byte[to - from];
        bytes.get(from, out);
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
