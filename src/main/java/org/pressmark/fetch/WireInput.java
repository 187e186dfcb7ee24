package org.pressmark.fetch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.pressmark.model.HttpHead;

/** The bytes of one connection, read in gulps, with the last gulp's rest kept. */
final class WireInput {
    private static final String START = "HTTP/";

    private final InputStream in;
    private final byte[] gulp = new byte[1 << 14];
    private int at;
    private int end;

    WireInput(InputStream in) {
        this.in = in;
    }

    /** How many bytes are there without waiting. */
    int available() throws IOException {
        return end - at + in.available();
    }

    int read(byte[] bytes, int offset, int length) throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int some = Math.min(length, end - at);
        System.arraycopy(gulp, at, bytes, offset, some);
        at += some;
        return some;
    }

    /** The last so many bytes read count as not read. */
    void giveBack(int count) {
        at -= count;
    }

    /**
     * The next final response head. Empty lines before a status line are dropped.
     *
     * @param interim takes the heads of status 1xx that come before it
     * @throws EOFException where the connection ends before the first byte
     * @throws BrokenHeadException where what comes is no response head
     */
    HttpHead readHead(int limit, Consumer<HttpHead> interim) throws IOException {
        int total = 0;
        while (true) {
            byte[] raw = readUntilEmptyLine(limit - total, limit);
            HttpHead head = HttpHead.of(raw);
            int status = head.status();
            if (status < 100) {
                throw BrokenHeadException.wrong(
                        "expected a status line such as HTTP/1.1 200 OK, found " + quote(head.startLine()));
            }
            if (status == 101) {
                throw BrokenHeadException.wrong("expected an answer, found 101: the server changes to another protocol"
                        + " though nobody asked for it");
            }
            if (status >= 200) {
                return head;
            }
            interim.accept(head);
            total += raw.length;
        }
    }

    private byte[] readUntilEmptyLine(int rest, int limit) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream(1024);
        int lineLength = 0;
        int read = 0;
        while (true) {
            if (at == end && !fill()) {
                if (raw.size() == 0) {
                    throw new EOFException("the server closed the connection without an answer");
                }
                throw BrokenHeadException.endedEarly(
                        "the connection ended within the response head, after " + raw.size() + " bytes");
            }
            byte b = gulp[at++];
            if (++read > rest) {
                throw BrokenHeadException.wrong("expected a response head of at most " + limit
                        + " bytes, found more; it begins " + quote(raw.toString(StandardCharsets.ISO_8859_1)));
            }
            raw.write(b);
            if (raw.size() <= START.length() && b != START.charAt(raw.size() - 1) && b != '\r' && b != '\n') {
                throw BrokenHeadException.wrong(
                        "expected a status line such as HTTP/1.1 200 OK, found " + quote(rest(raw)));
            }
            if (b != '\n') {
                lineLength += b == '\r' ? 0 : 1;
            } else if (lineLength > 0) {
                lineLength = 0;
            } else if (raw.toString(StandardCharsets.ISO_8859_1).isBlank()) {
                raw.reset();
            } else {
                return raw.toByteArray();
            }
        }
    }

    private String rest(ByteArrayOutputStream raw) {
        return raw.toString(StandardCharsets.ISO_8859_1) + new String(gulp, at, end - at, StandardCharsets.ISO_8859_1);
    }

    /** At most 60 characters, control characters as dots: what a server sends must not steer a terminal. */
    private static String quote(String text) {
        String line = text.lines().findFirst().orElse("");
        String shown = line.length() > 60 ? line.substring(0, 60) + "…" : line;
        return "\"" + shown.replaceAll("\\p{Cntrl}", ".") + "\"";
    }

    private boolean fill() throws IOException {
        int some = in.read(gulp, 0, gulp.length);
        at = 0;
        end = Math.max(some, 0);
        return some > 0;
    }

    void close() throws IOException {
        in.close();
    }
}
