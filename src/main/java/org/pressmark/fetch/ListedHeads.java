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
 *
 * <p>The library gives values as text read as UTF-8: a byte that is none is a replacement character (U+FFFD). So is every character
 * that would end a line here and may not stand in a field there (RFC 9113 §8.2.1): a value must not make lines of its own.
 */
final class ListedHeads {
    /** Stands for what cannot be given back. */
    private static final char LOST = '\uFFFD';

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
                out.append(inLine(name.toLowerCase(Locale.ROOT)).replace(':', LOST))
                        .append(": ")
                        .append(inLine(headers.value(i)))
                        .append("\r\n");
            }
        }
        return HttpHead.of(out.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String inLine(String text) {
        return text.replace('\r', LOST).replace('\n', LOST).replace('\0', LOST);
    }
}
