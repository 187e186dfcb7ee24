package org.pressmark.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TestPressTest {

    private static HttpResponse<String> get(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Test
    void answersInSequenceAndRepeatsTheLast() throws Exception {
        try (TestPress press = TestPress.open()) {
            press.page("127.0.0.1", "/a?b=c", Reply.html("one"), Reply.chunked("tw", "o"));
            assertEquals("one", get(press.url("127.0.0.1", "/a?b=c")).body());
            assertEquals("two", get(press.url("127.0.0.1", "/a?b=c")).body());
            assertEquals("two", get(press.url("127.0.0.1", "/a?b=c")).body());
            assertEquals(3, press.requests("127.0.0.1", "/a?b=c").size());
            assertTrue(press.requests().get(0).head().startsWith("GET /a?b=c HTTP/1.1\r\n"));
        }
    }

    @Test
    void answersNotModifiedToItsOwnTag() throws Exception {
        try (TestPress press = TestPress.open()) {
            press.page("*", "/a", Reply.tagged("\"v1\"", "one"));
            assertEquals(200, get(press.url("127.0.0.1", "/a")).statusCode());
            assertEquals(
                    304,
                    get(press.url("127.0.0.1", "/a"), "If-None-Match", "\"v1\"").statusCode());
        }
    }

    @Test
    void hasNoPageThatWasNotPutUp() throws Exception {
        try (TestPress press = TestPress.open()) {
            assertEquals(404, get(press.url("127.0.0.1", "/robots.txt")).statusCode());
        }
    }
}
