package org.pressmark.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the leaves line by line, however many there are. */
final class LogLines {
    /** A leaf is some hundred bytes; a line beyond this is none. */
    private static final int LONGEST = 1 << 26;

    private LogLines() {}

    /** Takes lines. */
    interface Taker {
        void line(byte[] buffer, int offset, int length) throws IOException;
    }

    /**
     * Reads a file through.
     *
     * @return bytes behind the last line feed: what was being written when somebody died
     */
    static long each(Path file, Taker taker) throws IOException {
        byte[] buffer = new byte[1 << 18];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer, kept, buffer.length - kept)) {
                int limit = kept + read;
                int start = 0;
                for (int i = kept; i < limit; i++) {
                    if (buffer[i] == '\n') {
                        taker.line(buffer, start, i - start);
                        start = i + 1;
                    }
                }
                kept = limit - start;
                System.arraycopy(buffer, start, buffer, 0, kept);
                if (kept == buffer.length) {
                    if (kept >= LONGEST) {
                        return kept;
                    }
                    buffer = Arrays.copyOf(buffer, kept * 2);
                }
            }
        }
        return kept;
    }
}
