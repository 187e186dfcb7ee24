package org.pressmark.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.model.HttpHead;

/**
 * How the end of a response's body is found (RFC 9112 §6.3), with the leniency of browsers: a Content-Length that is no
 * number is ignored.
 *
 * @param kind which way
 * @param length in bytes, where the kind is {@link Kind#LENGTH}
 * @param closes whether the connection ends with this response
 */
record Framing(Kind kind, long length, boolean closes) {

    enum Kind {
        NONE,
        LENGTH,
        CHUNKED,
        UNTIL_CLOSE
    }

    /**
     * Reads it from a head that answers a GET.
     *
     * @throws BrokenHeadException where two lengths differ: taking either could tear the message apart
     */
    static Framing of(HttpHead head) throws BrokenHeadException {
        List<HttpHead.Header> headers = head.headers();
        boolean old =
                head.startLine().startsWith("HTTP/1.0") || head.startLine().startsWith("HTTP/0");
        boolean closes = has(headers, "connection", "close") || (old && !has(headers, "connection", "keep-alive"));
        int status = head.status();
        if (status == 204 || status == 304) {
            return new Framing(Kind.NONE, 0, closes);
        }
        List<String> codings = values(headers, "transfer-encoding");
        if (!codings.isEmpty() && codings.get(codings.size() - 1).equals("chunked")) {
            return new Framing(Kind.CHUNKED, 0, closes);
        }
        boolean plain = codings.isEmpty() || codings.stream().allMatch("identity"::equals);
        long length = plain ? length(headers) : -1;
        return length < 0 ? new Framing(Kind.UNTIL_CLOSE, 0, true) : new Framing(Kind.LENGTH, length, closes);
    }

    private static long length(List<HttpHead.Header> headers) throws BrokenHeadException {
        long length = -1;
        for (String value : values(headers, "content-length")) {
            if (!isNumber(value)) {
                continue;
            }
            long found = Long.parseLong(value);
            if (length >= 0 && found != length) {
                throw BrokenHeadException.wrong("expected one Content-Length, found " + length + " and " + found
                        + ": nobody can say where this answer ends");
            }
            length = found;
        }
        return length;
    }

    private static boolean has(List<HttpHead.Header> headers, String name, String word) {
        return values(headers, name).contains(word);
    }

    /** The comma-separated members of all headers of a name, lower case. */
    private static List<String> values(List<HttpHead.Header> headers, String name) {
        List<String> out = new ArrayList<>();
        for (HttpHead.Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                for (String value : header.value().split(",", -1)) {
                    if (!value.isBlank()) {
                        out.add(value.strip().toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return out;
    }

    private static boolean isNumber(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 18;
        for (int i = 0; i < text.length() && digits; i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    /**
     * The head that OkHttp gets to see: always well-formed, of a status that makes it do nothing of its own accord, and
     * with no more than it needs to find the end of the body.
     */
    String plainHead() {
        String status = kind == Kind.NONE ? "204 No Content" : "200 OK";
        String body = switch (kind) {
            case LENGTH -> "Content-Length: " + length + "\r\n";
            case CHUNKED -> "Transfer-Encoding: chunked\r\n";
            case NONE, UNTIL_CLOSE -> "";
        };
        return "HTTP/1.1 " + status + "\r\n" + body + (closes ? "Connection: close\r\n" : "") + "\r\n";
    }
}
