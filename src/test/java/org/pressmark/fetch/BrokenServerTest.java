package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.model.FetchOutcome.Failed;
import org.pressmark.model.Truncation;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;

/** Answers that strict clients refuse. */
class BrokenServerTest {
    @TempDir
    Path spool;

    private void keeps(String head, String bodySent, String bodyKept) {
        keeps(head, head, bodySent, bodyKept, Optional.empty());
    }

    private void keeps(String sent, String head, String bodySent, String bodyKept, Optional<Truncation> truncated) {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", Reply.raw(sent + bodySent));
            Exchange exchange = bench.fetched("/a");
            assertEquals(head, exchange.responseHead().raw());
            assertEquals(bodyKept, Bench.text(exchange));
            assertEquals(truncated, exchange.truncated());
        }
    }

    private void fails(String answer, Failed.Cause cause, String words) {
        try (Bench bench = Bench.open(spool)) {
            bench.press.page(Bench.HOST, "/a", Reply.raw(answer));
            Failed failed = bench.failed("/a");
            assertEquals(cause, failed.cause(), failed.detail());
            assertTrue(failed.detail().contains(words), failed.detail());
        }
    }

    @Test
    void keepsHeaderLinesThatAreNone() {
        keeps(
                "HTTP/1.1 200 OK\r\nthis is no header\r\n: no name\r\nBad Name : x\r\n\u00fcber: 1\r\nX-Nul: a\u0000b\u0007\r\n\r\n",
                "body",
                "body");
    }

    @Test
    void keepsAStatusLineWithoutReason() {
        keeps("HTTP/1.1 200\r\nContent-Length: 4\r\n\r\n", "body", "body");
        keeps("HTTP/1.1 404 \r\nContent-Length: 4\r\n\r\n", "body", "body");
    }

    @Test
    void readsUntilCloseWhereNoLengthIsGiven() {
        keeps("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n", "until the end", "until the end");
        keeps("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "until the end", "until the end");
        keeps("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "until the end", "until the end");
    }

    @Test
    void keepsAHeadWithBareLineFeeds() {
        keeps("HTTP/1.1 200 OK\nContent-Length: 4\n\n", "body", "body");
        keeps("HTTP/1.1 200 OK\r\nContent-Length: 4\n\r\n", "body", "body");
    }

    @Test
    void dropsEmptyLinesBeforeTheHead() {
        keeps("\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n", "body", "body", Optional.empty());
    }

    @Test
    void takesEqualLengthsForOne() {
        keeps("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4, 4\r\n\r\n", "bodyrest", "body");
    }

    @Test
    void failsOnTwoLengthsThatDiffer() {
        fails(
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nbody!",
                Failed.Cause.PROTOCOL,
                "one Content-Length, found 4 and 5");
    }

    @Test
    void takesChunkedBeforeALength() {
        keeps(
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: Chunked\r\n\r\n",
                "6\r\nlonger\r\n0\r\n\r\n",
                "longer");
    }

    @Test
    void readsChunksWithExtensionsAndTrailers() {
        keeps(
                Reply.CHUNKED_HEAD,
                "5;a=b\r\nhello\r\n006 ; c=\"d;e\"\r\n world\r\n0;x\r\nX-Sum: 1\r\nY: 2\r\n\r\n",
                "hello world");
    }

    @Test
    void keepsWhatCameBeforeAWrongChunk() {
        Optional<Truncation> unspecified = Optional.of(Truncation.UNSPECIFIED);
        keeps(
                Reply.CHUNKED_HEAD,
                Reply.CHUNKED_HEAD,
                "5\r\nhello\r\n3\r\nlonger\r\n0\r\n\r\n",
                "hellolon",
                unspecified);
        keeps(Reply.CHUNKED_HEAD, Reply.CHUNKED_HEAD, "5\r\nhello\r\nxyz\r\n", "hello", unspecified);
        keeps(Reply.CHUNKED_HEAD, Reply.CHUNKED_HEAD, "5\r\nhello\r\n-1\r\n", "hello", unspecified);
    }

    @Test
    void keepsWhatCameBeforeAnEarlyEnd() {
        Optional<Truncation> disconnect = Optional.of(Truncation.DISCONNECT);
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";
        keeps(head, head, "not so much", "not so much", disconnect);
        keeps(Reply.CHUNKED_HEAD, Reply.CHUNKED_HEAD, "5\r\nhello\r\n8\r\nnot", "hellonot", disconnect);
        keeps(Reply.CHUNKED_HEAD, Reply.CHUNKED_HEAD, "5\r\nhello\r\n", "hello", disconnect);
    }

    @Test
    void passesOverInterimAnswers() {
        keeps(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "body",
                "body",
                Optional.empty());
    }

    @Test
    void takesNoBodyOf204And304() {
        keeps("HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\n", "body", "");
        keeps("HTTP/1.1 304 Not Modified\r\nContent-Length: 4000\r\n\r\n", "", "");
    }

    @Test
    void failsOnWhatIsNotHttp() {
        fails("SSH-2.0-OpenSSH_9.2\r\n", Failed.Cause.PROTOCOL, "found \"SSH-2.0-OpenSSH_9.2\"");
        fails("<html>HTTP 0.9</html>", Failed.Cause.PROTOCOL, "expected a status line");
        fails("HTTP/1.1 okay\r\n\r\n", Failed.Cause.PROTOCOL, "expected a status line");
        fails("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", Failed.Cause.PROTOCOL, "101");
    }

    @Test
    void failsOnAServerThatSpeaksFirst() throws Exception {
        try (ServerSocket server =
                        new ServerSocket(0, 1, IpLiteral.parse("127.0.0.1").orElseThrow());
                Fetcher fetcher = new Fetcher(
                        Bench.quick(FetchRoutes.direct()
                                .withConnectTo(List.of(ConnectTo.parse("::127.0.0.1:" + server.getLocalPort())))),
                        TestClock.at("2021-12-27T10:00:00Z"),
                        spool,
                        exchange -> {})) {
            Thread banner = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            banner.start();
            FetchOutcome outcome =
                    fetcher.fetch(FetchRequest.page("http://mail.example/").withObeyRobots(false));
            Failed failed = assertInstanceOf(Failed.class, outcome);
            assertEquals(Failed.Cause.PROTOCOL, failed.cause());
            assertTrue(failed.detail().endsWith("found \"220 mail.example ESMTP\""), failed.detail());
            banner.join();
        }
    }

    @Test
    void failsOnAnEndWithinTheHead() {
        fails("HTTP/1.1 200 OK\r\nContent-Ty", Failed.Cause.DISCONNECT, "within the response head, after 27 bytes");
        fails("", Failed.Cause.DISCONNECT, "without an answer");
    }

    @Test
    void failsOnAHeadBeyondTheLimit() {
        fails(
                "HTTP/1.1 200 OK\r\nX: " + "x".repeat(1 << 16) + "\r\n\r\n",
                Failed.Cause.PROTOCOL,
                "at most 65536 bytes");
        fails("HTTP/1.1 103 Hints\r\n\r\n".repeat(4000), Failed.Cause.PROTOCOL, "at most 65536 bytes");
    }

    @Test
    void neverTakesLeftoverBytesForTheNextAnswer() {
        try (Bench bench = Bench.open(spool)) {
            String second = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison";
            bench.press.page(
                    Bench.HOST, "/a", Reply.raw(true, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst" + second));
            bench.press.page(
                    Bench.HOST, "/b", Reply.raw(true, Reply.CHUNKED_HEAD + "5\r\nchunk\r\n0\r\n\r\n" + second));
            bench.press.page(Bench.HOST, "/c", Reply.html("third"));
            assertEquals("first", Bench.text(bench.fetched("/a")));
            assertEquals("chunk", Bench.text(bench.fetched("/b")));
            assertEquals("third", Bench.text(bench.fetched("/c")));
            assertEquals(
                    List.of("/a", "/b", "/c"),
                    bench.press.requests().stream().map(r -> r.path()).toList());
        }
    }
}
