package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
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

class ProxyTest {
    @TempDir
    Path spool;

    private FetchOutcome get(FetchSettings settings, String url) {
        try (Fetcher fetcher = new Fetcher(settings, TestClock.at("2021-12-27T10:00:00Z"), spool, exchange -> {})) {
            return fetcher.fetch(FetchRequest.page(url).withObeyRobots(false));
        }
    }

    @Test
    void asksTheProxyForTheWholeAddressAndKeepsNoPassword() {
        try (TestPress press = TestPress.open();
                TestProxy proxy = TestProxy.before(press)) {
            press.page("far.example", "/a", Reply.html("through"));
            URI uri = URI.create(proxy.url().replace("://", "://joe:secret@"));
            Exchange exchange = assertInstanceOf(
                            FetchOutcome.Fetched.class,
                            get(Bench.quick(FetchRoutes.direct().withProxy(uri)), "http://far.example/a"))
                    .exchange();
            assertEquals("through", Bench.text(exchange));
            assertEquals(List.of("GET http://far.example/a HTTP/1.1"), proxy.startLines());
            assertEquals(Optional.empty(), exchange.ipAddress());
            assertEquals(
                    Optional.of("Basic am9lOnNlY3JldA=="),
                    press.requests().get(0).header("Proxy-Authorization"));
            assertFalse(exchange.requestHead().raw().contains("am9l"));
            assertTrue(exchange.requestHead().raw().endsWith("\r\n\r\n"));
        }
    }

    @Test
    void refusesSpecialAddressesBehindAProxyToo() {
        try (TestPress press = TestPress.open();
                TestProxy proxy = TestProxy.before(press)) {
            FetchSettings settings = Bench.quick(FetchRoutes.direct().withProxy(URI.create(proxy.url())));
            for (String host : List.of("127.0.0.1", "localhost", "[::1]", "10.1.2.3", "0x7f.1", "169.254.169.254")) {
                FetchOutcome.Refused refused =
                        assertInstanceOf(FetchOutcome.Refused.class, get(settings, "http://" + host + "/"), host);
                assertEquals(FetchOutcome.Refused.Reason.ADDRESS, refused.reason());
            }
            assertInstanceOf(
                    FetchOutcome.Refused.class,
                    get(settings.withRoutes(settings.routes().withResolveBehindProxy(false)), "http://localhost/"));
            assertEquals(List.of(), proxy.startLines());
        }
    }

    @Test
    void reachesWhatIsNamedByConnectToWithoutTheProxy() {
        try (TestPress press = TestPress.open();
                TestProxy proxy = TestProxy.before(press)) {
            press.page("near.example", "/", Reply.html("straight"));
            FetchSettings settings = Bench.quick(FetchRoutes.direct()
                    .withProxy(URI.create(proxy.url()))
                    .withConnectTo(List.of(Bench.leadTo(press, "near.example"))));
            assertInstanceOf(FetchOutcome.Fetched.class, get(settings, "http://near.example/"));
            assertEquals(List.of(), proxy.startLines());
        }
    }

    @Test
    void saysWhatAProxyRefuses() {
        try (TestPress press = TestPress.open()) {
            press.page("*", "far.example:443", Reply.status(403));
            FetchSettings settings =
                    Bench.quick(FetchRoutes.direct().withProxy(URI.create("http://127.0.0.1:" + press.port())));
            FetchOutcome.Failed failed =
                    assertInstanceOf(FetchOutcome.Failed.class, get(settings, "https://far.example/"));
            assertEquals(FetchOutcome.Failed.Cause.CONNECT, failed.cause(), failed.detail());
            assertTrue(failed.detail().contains("403"), failed.detail());
        }
    }

    @Test
    void saysThatTheProxyIsNotThere() {
        FetchSettings settings = Bench.quick(FetchRoutes.direct().withProxy(URI.create("http://127.0.0.1:1")));
        assertEquals(
                FetchOutcome.Failed.Cause.CONNECT,
                assertInstanceOf(FetchOutcome.Failed.class, get(settings, "http://far.example/"))
                        .cause());
    }

    @Test
    void refusesAProxyOfAnotherKind() {
        assertThrows(
                FetchException.class,
                () -> Bench.quick(FetchRoutes.direct().withProxy(URI.create("socks5://127.0.0.1:1080"))));
    }
}
