package org.pressmark.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.pressmark.model.HttpHead;

/**
 * Heads of HTTP/2, written as HTTP/1.1 has them: there they are lists of names and values that have no bytes of their own
 * (RFC 9113 §8.3). Names stay in lower case, order and repetition stay; the pseudo-fields become the start line and
 * {@code host}. That the connection spoke h2 is said by WARC-Protocol.
 */
final class ListedHeads {
    private ListedHeads() {}

    static HttpHead request(Request request) {
        HttpUrl url = request.url();
        String path = url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery());
        return head(request.method() + " " + path + " HTTP/1.1", request.headers());
    }

    static HttpHead response(Response response) {
        return head("HTTP/1.1 " + response.code() + " ", response.headers());
    }

    private static HttpHead head(String startLine, Headers headers) {
        StringBuilder out = new StringBuilder(startLine).append("\r\n");
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            if (!name.equalsIgnoreCase("connection")) { // h2 has none; OkHttp adds it before it knows
                out.append(name.toLowerCase(Locale.ROOT))
                        .append(": ")
                        .append(headers.value(i))
                        .append("\r\n");
            }
        }
        return HttpHead.of(out.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }
}
