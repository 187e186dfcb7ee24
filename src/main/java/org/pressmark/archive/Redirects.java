package org.pressmark.archive;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pressmark.model.HttpHead;

/** Where a redirect leads. */
final class Redirects {
    private Redirects() {}

    /** The absolute address in the Location of a 3xx head (RFC 9110 §10.2.2), resolved against the address asked for. */
    static Optional<String> target(String url, HttpHead head) {
        int status = head.status();
        if (status < 300 || status > 399 || status == 304) {
            return Optional.empty();
        }
        return head.first("Location")
                .map(Redirects::utf8)
                .filter(text -> !text.isBlank())
                .map(text -> absolute(url, text));
    }

    private static String absolute(String url, String location) {
        try {
            URI base = new URI(escaped(url));
            URI rooted = base.getRawPath() == null || base.getRawPath().isEmpty() ? base.resolve("/") : base;
            return location.startsWith("?")
                    ? new URI(withoutQuery(rooted) + escaped(location)).toString()
                    : withoutClimbing(rooted.resolve(new URI(escaped(location))).toString());
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return WarcText.uri(location);
        }
    }

    /** {@link URI} leaves {@code /../} at the top, where there is nothing to climb to (RFC 3986 §5.2.4). */
    private static String withoutClimbing(String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        int from = path;
        while (path > 0 && url.startsWith("/../", from)) {
            from += 3;
        }
        return from == path ? url : url.substring(0, path) + url.substring(from);
    }

    private static String withoutQuery(URI base) {
        String text = base.toString();
        int end = text.indexOf('#') < 0 ? text.length() : text.indexOf('#');
        int question = text.indexOf('?');
        return text.substring(0, question < 0 ? end : Math.min(question, end));
    }

    /** What {@link URI} refuses, escaped as UTF-8. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.strip().getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    private static String utf8(String latin1) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException otherwise) {
            return latin1;
        }
    }
}
