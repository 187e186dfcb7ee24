package org.pressmark.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pressmark.model.CdxLine;

/**
 * A request as the routes see it.
 *
 * @param method e.g. {@code GET}
 * @param path as sent, escapes kept, e.g. {@code /web/2024/http://copies.example/a%20b}
 * @param query as sent, without its question mark; empty where there is none
 * @param host under which the server is spoken to, e.g. {@code 127.0.0.1:8642}
 * @param header the first value of a header, by name
 * @param body the form that was sent with it, as text in UTF-8; empty but for POST to what takes forms
 * @param posted what a request under {@code /web/} asks for besides its address; empty for a plain GET
 */
record Asked(
        String method,
        String path,
        String query,
        String host,
        Function<String, Optional<String>> header,
        String body,
        Optional<CdxLine.Request> posted) {

    private static final Set<String> FRAMES = Set.of("iframe", "frame", "object", "embed");

    /** Under which the server is spoken to, e.g. {@code http://127.0.0.1:8642}. */
    String origin() {
        return "http://" + host;
    }

    /** Whether only the headers are asked for. */
    boolean head() {
        return method.equals("HEAD");
    }

    /** Whether a browser wants it as the page of a whole window; other programs do not say. */
    boolean navigates() {
        return header.apply("Sec-Fetch-Dest").filter("document"::equals).isPresent();
    }

    /** A parameter of the query, unescaped; the first where it stands more than once. */
    Optional<String> parameter(String name) {
        return first(query, name);
    }

    /** How many rows of a long list are to be passed over. */
    int from() {
        return parameter("from")
                .filter(text -> text.matches("[0-9]{1,8}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** A field of a form that was sent. */
    Optional<String> field(String name) {
        return first(body, name);
    }

    private static Optional<String> first(String query, String name) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.putIfAbsent(unescape(pair.substring(0, equals)), unescape(pair.substring(equals + 1)));
            }
        }
        return Optional.ofNullable(found.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** All values of a parameter that may stand more than once, unescaped, in their order. */
    List<String> parameters(String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> unescape(pair.substring(name.length() + 1)).strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Whether a browser wants it to be shown, in a window or a frame, and not to be used or kept. */
    boolean shows() {
        return navigates()
                || frames()
                || header.apply("Accept")
                        .filter(types -> types.contains("text/html"))
                        .isPresent();
    }

    /** Whether a browser wants it as a frame within a page. */
    boolean frames() {
        return header.apply("Sec-Fetch-Dest").filter(FRAMES::contains).isPresent();
    }

    /** Path and query from a place in the path on: an archived address stands there with a query of its own. */
    String rest(int from) {
        return path.substring(from) + (query.isEmpty() ? "" : "?" + query);
    }

    private static String unescape(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
