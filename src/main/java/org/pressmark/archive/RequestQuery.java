package org.pressmark.archive;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.model.CdxLine;
import org.pressmark.model.HttpHead;
import org.pressmark.model.UrlKey;

/**
 * Reads what a request that was no plain GET asked for, as indexes tell answers to different requests for one address apart: its body in the form
 * of a query, behind {@code __wb_method=} (guideline "CDX for non-GET requests"). What can be read as names and values stands
 * there so; anything else as {@code __wb_post_data=} in Base64.
 */
public final class RequestQuery {
    /** Characters; whatever is longer is cut, as the indexers of the field do. */
    private static final int LONGEST = 4096;

    private static final List<String> WITH_BODY = List.of("POST", "PUT");

    /** Of a body nothing beyond this is looked at. */
    public static final int MOST_BYTES = 1 << 20;

    private RequestQuery() {}

    /**
     * What a request record says.
     *
     * @param body of the request, at most {@link #MOST_BYTES} of it
     * @return empty for methods that indexes make nothing of: GET, HEAD, OPTIONS …
     */
    static Optional<CdxLine.Request> of(HttpHead head, byte[] body) {
        byte[] stated = Arrays.copyOf(body, length(head, body.length));
        return of(method(head), head.first("Content-Type").orElse(""), stated);
    }

    /**
     * What a request asks for.
     *
     * @param method in upper case
     * @param typeAsSent the Content-Type; empty for none
     * @return empty for methods that indexes make nothing of
     */
    public static Optional<CdxLine.Request> of(String method, String typeAsSent, byte[] stated) {
        if (!WITH_BODY.contains(method)) {
            return Optional.empty();
        }
        String type = typeAsSent.strip();
        String query = query(type.toLowerCase(Locale.ROOT), type, stated);
        return Optional.of(new CdxLine.Request(method, query.substring(0, Math.min(query.length(), LONGEST))));
    }

    /** The request that a key speaks of, in the key's own letter case and order; empty for a plain GET. */
    static Optional<CdxLine.Request> ofKey(String url, UrlKey key) {
        int at = key.surt().indexOf("__wb_method=");
        if (at < 0 || url.contains("__wb_method=")) {
            return Optional.empty();
        }
        String said = key.surt().substring(at + "__wb_method=".length());
        int end = said.indexOf('&');
        String method = (end < 0 ? said : said.substring(0, end)).toUpperCase(Locale.ROOT);
        return Optional.of(new CdxLine.Request(method, end < 0 ? "" : said.substring(end + 1)));
    }

    /** The first word of the request line. */
    static String method(HttpHead head) {
        String line = head.startLine();
        int blank = line.indexOf(' ');
        return (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
    }

    /** Whether a request says more than indexes keep of it, so that another may look the same. */
    public static boolean cut(CdxLine.Request request) {
        return request.query().length() >= LONGEST;
    }

    private static int length(HttpHead head, int have) {
        Optional<String> stated = head.first("Content-Length");
        if (stated.isEmpty()) {
            return Math.min(have, 8192);
        }
        return stated.get().matches("[0-9]{1,18}") ? (int) Math.min(have, Long.parseLong(stated.get())) : 0;
    }

    private static String query(String type, String typeAsSent, byte[] body) {
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return utf8(body).map(FormText::unescaped).orElseGet(() -> binary(body));
        }
        if (type.startsWith("multipart/")) {
            int at = type.indexOf("boundary=");
            return at < 0 ? binary(body) : FormText.ofParts(body, typeAsSent.substring(at + "boundary=".length()));
        }
        if (type.startsWith("application/json")) {
            return FormText.ofJson(body).orElse("");
        }
        return type.startsWith("text/plain") ? FormText.ofJson(body).orElseGet(() -> binary(body)) : binary(body);
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static String binary(byte[] body) {
        return body.length == 0
                ? "__wb_post_data="
                : "__wb_post_data=" + Base64.getEncoder().encodeToString(body);
    }
}
