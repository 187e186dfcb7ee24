package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.HttpHead;
import org.pressmark.testing.Http2Press;
import org.pressmark.testing.TestClock;

@Timeout(60)
class Http2Test {
    private static final String HOST = "modern.example";

    @TempDir
    Path folder;

    @Test
    void aSiteThatSpeaksOnlyHttp2IsFetched() {
        try (Http2Press press = Http2Press.open(HOST, "<h1>Modern</h1>");
                Fetcher fetcher = fetcher(press)) {
            Exchange first = fetched(fetcher, "/story?a=b");
            assertEquals("<h1>Modern</h1>", Bench.text(first));
            assertEquals(List.of("h2", "tls/1.3"), first.protocols());
            assertEquals(
                    "HTTP/1.1 200 \r\ncontent-type: text/html; charset=utf-8\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n\r\n",
                    first.responseHead().raw());
            assertTrue(
                    first.requestHead().raw().startsWith("GET /story?a=b HTTP/1.1\r\nhost: modern.example\r\n"),
                    first.requestHead().raw());
            assertTrue(first.tls().isPresent());
            assertTrue(first.course().firstByte().isPresent());
        }
    }

    @Test
    void suchASiteIsRemembered() {
        try (Http2Press press = Http2Press.open(HOST, "x");
                Fetcher fetcher = fetcher(press)) {
            fetched(fetcher, "/1");
            Exchange second = fetched(fetcher, "/2");
            assertEquals(List.of("h2", "tls/1.3"), second.protocols());
            assertTrue(second.course().connect().isEmpty(), "the connection is used again, and no other tried before");
            assertEquals(2, press.answered());
        }
    }

    @Test
    void aValueMakesNoLinesOfItsOwnAndWhatIsNoTextIsReplaced() {
        for (String odd : List.of("a\r\nset-cookie: injected=1", "a\r\n\r\n<p>injected", "a\nb\0c", "M\u00fcller")) {
            try (Http2Press press =
                            Http2Press.open(HOST, "<h1>Modern</h1>", odd.getBytes(StandardCharsets.ISO_8859_1));
                    Fetcher fetcher = fetcher(press)) {
                Exchange exchange = fetched(fetcher, "/");
                List<HttpHead.Header> headers = exchange.responseHead().headers();
                assertEquals(4, headers.size(), headers.toString());
                assertEquals("x-odd", headers.get(3).name());
                assertTrue(headers.get(3).value().contains("\u00EF\u00BF\u00BD"), headers.toString());
                assertEquals("<h1>Modern</h1>", Bench.text(exchange));
            }
        }
    }

    private static Exchange fetched(Fetcher fetcher, String path) {
        FetchOutcome outcome =
                fetcher.fetch(FetchRequest.page("https://" + HOST + path).withObeyRobots(false));
        return assertInstanceOf(FetchOutcome.Fetched.class, outcome, outcome.toString())
                .exchange();
    }

    private Fetcher fetcher(Http2Press press) {
        FetchRoutes routes = FetchRoutes.direct()
                .withConnectTo(List.of(ConnectTo.parse(press.connectTo(HOST))))
                .withCertificateAuthorities(List.of(press.authority().pemFile(folder)));
        return new Fetcher(Bench.quick(routes), TestClock.at("2021-12-27T10:00:00Z"), folder, exchange -> {});
    }
}
