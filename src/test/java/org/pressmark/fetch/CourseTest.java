package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;
import org.pressmark.testing.Reply;

/** What HTTP tells besides the message. */
@Timeout(60)
class CourseTest {
    @TempDir
    Path spool;

    @Test
    void interimHeadsAreKept() {
        try (Bench bench = Bench.open(spool)) {
            String hints = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n";
            bench.press.page(
                    Bench.HOST,
                    "/hints",
                    Reply.raw(
                            "HTTP/1.1 100 Continue\r\n\r\n" + hints + "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"));
            Exchange exchange = bench.fetched("/hints");
            assertEquals(
                    List.of(new HttpHead("HTTP/1.1 100 Continue\r\n\r\n"), new HttpHead(hints)),
                    exchange.course().interim());
            assertEquals("HTTP/1.1 200 OK", exchange.responseHead().startLine());
            assertEquals(List.of(), bench.fetched("/none").course().interim(), "nothing of the last exchange is left");
        }
    }

    @Test
    void trailersAreKeptAsSent() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(
                    Bench.HOST,
                    "/trailers",
                    Reply.raw(Reply.CHUNKED_HEAD + "1\r\nx\r\n0\r\nX-Sum: 1\r\nx-sum:  2\r\n\r\n"));
            Exchange exchange = bench.fetched("/trailers");
            assertEquals("X-Sum: 1\r\nx-sum:  2\r\n", exchange.course().trailer());
            assertEquals("x", Bench.text(exchange));
            assertEquals("", bench.fetched("/none").course().trailer());
        }
    }

    @Test
    void onlyANewConnectionHasATimeOfConnecting() {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/", Reply.html("x"));
            assertTrue(bench.fetched("/").course().connect().isPresent());
            Exchange second = bench.fetched("/");
            assertTrue(second.course().connect().isEmpty());
            assertTrue(second.course().firstByte().isPresent());
            assertTrue(second.course().tls().isEmpty());
        }
    }
}
