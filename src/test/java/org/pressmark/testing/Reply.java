package org.pressmark.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** What a page of the {@link TestPress} answers: any bytes, at any speed. */
@FunctionalInterface
public interface Reply {

    /**
     * Sends the answer.
     *
     * @return whether the connection stays open for another request
     */
    boolean send(PressRequest request, OutputStream out) throws IOException, InterruptedException;

    /** 200, UTF-8, with its length. */
    static Reply html(String html) {
        return content("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    static Reply text(String text) {
        return content("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with these bytes under this Content-Type. */
    static Reply content(String contentType, byte[] body) {
        return answer("200 OK", "Content-Type: " + contentType + "\r\n", body);
    }

    /**
     * A redirection with status 302.
     *
     * @param to as the Location header shall read, absolute or relative
     */
    static Reply redirect(String to) {
        return redirect(302, to);
    }

    static Reply redirect(int status, String to) {
        return answer(status + " Moved", "Location: " + to + "\r\nContent-Type: text/plain\r\n", ascii("moved"));
    }

    /** This status with a short text; 204 and 304 have no body. */
    static Reply status(int status) {
        if (status == 204 || status == 304) {
            return raw(true, "HTTP/1.1 " + status + " Nothing\r\n\r\n");
        }
        return answer(status + " Status", "Content-Type: text/plain\r\n", ascii("status " + status));
    }

    /**
     * Any status with any headers.
     *
     * @param status number and reason, e.g. {@code 404 Not Found}
     * @param headers whole lines, each with its CRLF; the length is added
     */
    static Reply answer(String status, String headers, byte[] body) {
        byte[] head = latin1("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n");
        return (request, out) -> {
            out.write(head);
            out.write(body);
            return true;
        };
    }

    /** Exactly these characters, one a byte (ISO-8859-1), then the connection is closed. */
    static Reply raw(String bytes) {
        return raw(false, bytes);
    }

    static Reply raw(boolean keepOpen, String bytes) {
        return raw(keepOpen, latin1(bytes));
    }

    static Reply raw(boolean keepOpen, byte[] bytes) {
        byte[] copy = bytes.clone();
        return (request, out) -> {
            out.write(copy);
            return keepOpen;
        };
    }

    /** 200, HTML, Content-Encoding gzip. */
    static Reply gzip(String html) {
        return answer(
                "200 OK",
                "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n",
                gzipped(html.getBytes(StandardCharsets.UTF_8)));
    }

    /** 200, HTML, Transfer-Encoding chunked, each part (ISO-8859-1) a chunk. */
    static Reply chunked(String... parts) {
        StringBuilder message = new StringBuilder(CHUNKED_HEAD);
        for (String part : parts) {
            message.append(Integer.toHexString(part.length()))
                    .append("\r\n")
                    .append(part)
                    .append("\r\n");
        }
        return raw(true, message.append("0\r\n\r\n").toString());
    }

    /** A chunked body that never ends, as fast as it is read. */
    static Reply endless() {
        return (request, out) -> {
            out.write(latin1(CHUNKED_HEAD));
            byte[] chunk = latin1("1000\r\n" + "<p>again</p>...\n".repeat(256) + "\r\n");
            while (!Thread.currentThread().isInterrupted()) {
                out.write(chunk);
            }
            return false;
        };
    }

    /** A chunked body that never ends, one byte at a time. */
    static Reply drip(Duration between) {
        return (request, out) -> {
            out.write(latin1(CHUNKED_HEAD));
            while (true) {
                out.write(latin1("1\r\n.\r\n"));
                out.flush();
                Thread.sleep(between.toMillis());
            }
        };
    }

    /** Sends nothing at all until the press is closed. */
    static Reply silence() {
        return (request, out) -> {
            Thread.sleep(Duration.ofHours(1).toMillis());
            return false;
        };
    }

    /** Promises {@code promised} bytes, sends {@code sent}, and hangs up. */
    static Reply closeEarly(int promised, String sent) {
        return raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + promised + "\r\n\r\n" + sent);
    }

    /** Hangs up without a byte. */
    static Reply hangUp() {
        return (request, out) -> false;
    }

    /** HTML with an entity tag; answers 304 to a request that names this tag (RFC 9110 §13.1.2). */
    static Reply tagged(String etag, String html) {
        Reply full = answer(
                "200 OK",
                "Content-Type: text/html; charset=utf-8\r\nETag: " + etag + "\r\n",
                html.getBytes(StandardCharsets.UTF_8));
        Reply unchanged = raw(true, "HTTP/1.1 304 Not Modified\r\nETag: " + etag + "\r\n\r\n");
        return (request, out) -> (request.header("If-None-Match")
                                .filter(etag::equals)
                                .isPresent()
                        ? unchanged
                        : full)
                .send(request, out);
    }

    /** This reply after a wait. */
    default Reply after(Duration wait) {
        return (request, out) -> {
            Thread.sleep(wait.toMillis());
            return send(request, out);
        };
    }

    static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The head before every chunked body here. */
    String CHUNKED_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
}
