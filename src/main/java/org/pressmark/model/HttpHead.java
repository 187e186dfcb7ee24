package org.pressmark.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of an HTTP message, byte for byte as it stood on the wire, with the empty line that ends it: start line, order,
 * letter case, repeated names and non-ASCII bytes all kept (RFC 9112 §2).
 *
 * @param raw the bytes as ISO-8859-1 characters, one character a byte, ending in an empty line, e.g.
 *     {@code "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"}
 */
public record HttpHead(String raw) {

    /** One header line: name and value as written, outer white space dropped (RFC 9110 §5.5). */
    public record Header(String name, String value) {}

    public static HttpHead of(byte[] bytes) {
        return new HttpHead(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    public byte[] bytes() {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The first line without its end, e.g. {@code HTTP/1.1 404 Not Found} or {@code GET / HTTP/1.1}. */
    public String startLine() {
        int end = raw.indexOf('\n');
        String line = end < 0 ? raw : raw.substring(0, end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The status of a response head, 0 where the line has none (a request, or a broken server). */
    public int status() {
        String line = startLine();
        int from = line.indexOf(' ') + 1;
        int end = line.indexOf(' ', from);
        end = end < 0 ? line.length() : end;
        if (!line.startsWith("HTTP/") || from == 0 || end - from != 3) {
            return 0;
        }
        int status = 0;
        for (int i = from; i < end; i++) {
            char c = line.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            status = status * 10 + (c - '0');
        }
        return status;
    }

    /** The header lines in order; a folded line is joined to the one before it with a space (RFC 9112 §5.2). */
    public List<Header> headers() {
        List<Header> out = new ArrayList<>(16);
        StringBuilder folded = new StringBuilder();
        for (int at = nextLine(0); at < raw.length() && lineEnd(at) > at; at = nextLine(at)) {
            int end = lineEnd(at);
            char first = raw.charAt(at);
            if ((first == ' ' || first == '\t') && !out.isEmpty()) {
                String more = raw.substring(at, end).strip();
                folded.append(more.isEmpty() ? "" : " ").append(more);
                continue;
            }
            unfold(out, folded);
            int colon = at;
            while (colon < end && raw.charAt(colon) != ':') {
                colon++;
            }
            if (colon > at && colon < end) {
                out.add(new Header(
                        raw.substring(at, colon).strip(),
                        raw.substring(colon + 1, end).strip()));
            }
        }
        unfold(out, folded);
        return List.copyOf(out);
    }

    /** Joins what was folded to the last line: once, however many lines it came in. */
    private static void unfold(List<Header> out, StringBuilder folded) {
        if (folded.length() > 0) {
            Header last = out.remove(out.size() - 1);
            out.add(new Header(last.name(), (last.value() + folded).strip()));
            folded.setLength(0);
        }
    }

    /** The first value of a header, its name in any letter case. */
    public Optional<String> first(String name) {
        // Most names can be ruled out without cutting the head into lines.
        boolean named = false;
        for (int at = nextLine(0); at < raw.length() && !named; at = nextLine(at)) {
            named = raw.regionMatches(true, at, name, 0, name.length());
        }
        if (!named) {
            return Optional.empty();
        }
        for (Header header : headers()) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /** Where the line after the one at this place begins. */
    private int nextLine(int at) {
        int feed = raw.indexOf('\n', at);
        return feed < 0 ? raw.length() : feed + 1;
    }

    /** Where the text of the line at this place ends, its line end left out. */
    private int lineEnd(int at) {
        int feed = raw.indexOf('\n', at);
        int end = feed < 0 ? raw.length() : feed;
        return feed > at && raw.charAt(feed - 1) == '\r' ? feed - 1 : end;
    }
}
