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
        String[] parts = startLine().split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/") || !parts[1].matches("[0-9]{3}")) {
            return 0;
        }
        return Integer.parseInt(parts[1]);
    }

    /** The header lines in order; a folded line is joined to the one before it with a space (RFC 9112 §5.2). */
    public List<Header> headers() {
        List<Header> out = new ArrayList<>();
        String[] lines = raw.split("\r?\n", -1);
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            String line = lines[i];
            if ((line.charAt(0) == ' ' || line.charAt(0) == '\t') && !out.isEmpty()) {
                Header last = out.remove(out.size() - 1);
                out.add(new Header(last.name(), (last.value() + " " + line.strip()).strip()));
                continue;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                out.add(new Header(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            }
        }
        return List.copyOf(out);
    }

    /** The first value of a header, its name in any letter case. */
    public Optional<String> first(String name) {
        return headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
