package org.pressmark.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The leaves, one a line, in a file that only grows. */
final class LeafFile implements Closeable {
    private static final String SUBJECT = "\"subject\":\"";

    private final FileChannel file;

    /** Hears of lines as they are read. */
    interface Lines {
        /**
         * A line.
         *
         * @param end behind the line feed, in the file
         */
        void line(byte[] buffer, int offset, int length, long end) throws IOException;
    }

    private LeafFile(FileChannel file) {
        this.file = file;
    }

    /** Opens the file, made where it is missing. */
    static LeafFile open(Path path) throws IOException {
        return new LeafFile(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Opens a file that is only read. */
    static LeafFile toRead(Path path) throws IOException {
        return new LeafFile(FileChannel.open(path, StandardOpenOption.READ));
    }

    long length() throws IOException {
        return file.size();
    }

    /** Appends whole lines; on failure the file is cut back to where it was. */
    void append(long at, byte[] lines) throws IOException {
        boolean whole = false;
        try {
            ByteBuffer out = ByteBuffer.wrap(lines);
            while (out.hasRemaining()) {
                file.write(out, at + out.position());
            }
            whole = true;
        } finally {
            if (!whole) {
                file.truncate(at);
            }
        }
    }

    byte[] read(long from, long to) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                throw new IOException("expected a leaf at byte " + from + ", found the end of the log");
            }
        }
        return into.array();
    }

    /**
     * Reads the whole lines from a place on.
     *
     * @return behind the last whole line
     */
    long lines(long from, Lines lines) throws IOException {
        byte[] buffer = new byte[1 << 20];
        int kept = 0;
        long start = from;
        while (true) {
            int read = file.read(ByteBuffer.wrap(buffer, kept, buffer.length - kept), start + kept);
            if (read < 0) {
                return start;
            }
            int limit = kept + read;
            int at = 0;
            for (int i = kept; i < limit; i++) {
                if (buffer[i] == '\n') {
                    lines.line(buffer, at, i - at, start + i + 1);
                    at = i + 1;
                }
            }
            start += at;
            kept = limit - at;
            System.arraycopy(buffer, at, buffer, 0, kept);
            if (kept == buffer.length) {
                buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
    }

    /** The subject of a leaf as it stands there; a quote within a text is escaped, so what is found is the key. */
    static @Nullable String subject(byte[] buffer, int offset, int length) {
        String line = new String(buffer, offset, length, StandardCharsets.UTF_8);
        int at = line.indexOf(SUBJECT);
        if (at < 0) {
            return null;
        }
        int start = at + SUBJECT.length();
        int end = start;
        while (end < line.length() && line.charAt(end) != '"') {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return end >= line.length() ? null : line.substring(start, end);
    }

    void cut(long length) throws IOException {
        file.truncate(length);
    }

    void sync() throws IOException {
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
