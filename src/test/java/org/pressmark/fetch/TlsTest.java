package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Exchange;
import org.pressmark.model.FetchOutcome;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;
import org.pressmark.testing.TestProxy;

class TlsTest {
    private static final String HOST = "secure.example";
    private final TestClock clock = TestClock.at("2021-12-27T10:00:00Z");

    @TempDir
    Path folder;

    private Fetcher fetcher(FetchSettings settings) {
        return new Fetcher(settings, clock, folder, exchange -> {});
    }

    private static FetchOutcome get(Fetcher fetcher, String url) {
        return fetcher.fetch(FetchRequest.page(url).withObeyRobots(false));
    }

    @Test
    void keepsHeadCipherAndChainOfASecureSite() {
        try (TestPress press = TestPress.openTls(HOST);
                Fetcher fetcher = fetcher(Bench.quick(FetchRoutes.direct()
                        .withConnectTo(List.of(Bench.leadTo(press, HOST)))
                        .withCertificateAuthorities(List.of(press.authority().pemFile(folder)))))) {
            String head = "HTTP/1.1 200 Ja\r\nx-A: \u00fc\r\nX-a: 2\r\nContent-Length: 2\r\n\r\n";
            press.page(HOST, "/a", Reply.raw(true, head + "ok"));
            for (int i = 0; i < 2; i++) {
                Exchange exchange = assertInstanceOf(
                                FetchOutcome.Fetched.class, get(fetcher, "https://secure.example/a"))
                        .exchange();
                assertEquals(head, exchange.responseHead().raw());
                assertEquals(Optional.of(HOST), exchange.requestHead().first("Host"));
                assertEquals(List.of("http/1.1", "tls/1.3"), exchange.protocols());
                Exchange.Tls tls = exchange.tls().orElseThrow();
                assertTrue(tls.cipher().startsWith("TLS_"));
                assertEquals(2, tls.certificates().size());
                assertTrue(tls.certificates().get(0).startsWith("-----BEGIN CERTIFICATE-----\nMI"));
            }
            assertEquals(1, press.connectionCount());
        }
    }

    @Test
    void trustsNoUnknownAuthority() {
        try (TestPress press = TestPress.openTls(HOST);
                Fetcher fetcher =
                        fetcher(Bench.quick(FetchRoutes.direct().withConnectTo(List.of(Bench.leadTo(press, HOST)))))) {
            FetchOutcome.Failed failed =
                    assertInstanceOf(FetchOutcome.Failed.class, get(fetcher, "https://secure.example/"));
            assertEquals(FetchOutcome.Failed.Cause.TLS, failed.cause());
            assertTrue(failed.detail().contains("certificate authority"), failed.detail());
        }
    }

    @Test
    void trustsNoCertificateOfAnotherName() {
        try (TestPress press = TestPress.openTls("other.example");
                Fetcher fetcher = fetcher(Bench.quick(FetchRoutes.direct()
                        .withConnectTo(List.of(Bench.leadTo(press, HOST)))
                        .withCertificateAuthorities(List.of(press.authority().pemFile(folder)))))) {
            FetchOutcome.Failed failed =
                    assertInstanceOf(FetchOutcome.Failed.class, get(fetcher, "https://secure.example/"));
            assertEquals(FetchOutcome.Failed.Cause.TLS, failed.cause());
            assertEquals(List.of(), press.requests());
        }
    }

    @Test
    void saysWhichAuthorityFileIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.pem"), "no certificate", StandardCharsets.UTF_8);
        for (Path path : List.of(file, folder.resolve("missing.pem"))) {
            FetchSettings settings = Bench.quick(FetchRoutes.direct().withCertificateAuthorities(List.of(path)));
            FetchException wrong = assertThrows(FetchException.class, () -> fetcher(settings));
            assertTrue(String.valueOf(wrong.getMessage()).contains(path.toString()));
        }
    }

    @Test
    void keepsTheHeadThroughAProxyTunnel() {
        try (TestPress press = TestPress.openTls(HOST);
                TestProxy proxy = TestProxy.before(press);
                Fetcher fetcher = fetcher(Bench.quick(FetchRoutes.direct()
                        .withProxy(java.net.URI.create(proxy.url()))
                        .withCertificateAuthorities(List.of(press.authority().pemFile(folder)))))) {
            press.page(HOST, "/a", Reply.html("through"));
            Exchange exchange = assertInstanceOf(FetchOutcome.Fetched.class, get(fetcher, "https://secure.example/a"))
                    .exchange();
            assertEquals("through", Bench.text(exchange));
            assertEquals(Optional.empty(), exchange.ipAddress());
            assertTrue(exchange.requestHead().raw().startsWith("GET /a HTTP/1.1\r\n"));
            assertEquals(List.of("CONNECT secure.example:443 HTTP/1.1"), proxy.startLines());
        }
    }
}
