package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.FetchOutcome;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

class ConnectToTest {
    @TempDir
    Path spool;

    private static ConnectTo of(String host, int port, String toHost, int toPort) {
        return new ConnectTo(
                host.isEmpty() ? Optional.empty() : Optional.of(host),
                port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
                toHost.isEmpty() ? Optional.empty() : Optional.of(toHost),
                toPort == 0 ? OptionalInt.empty() : OptionalInt.of(toPort));
    }

    @Test
    void readsWhatCurlReads() {
        assertEquals(of("a.example", 80, "b.example", 8080), ConnectTo.parse("A.example:80:b.example:8080"));
        assertEquals(of("", 0, "localhost", 8080), ConnectTo.parse("::localhost:8080"));
        assertEquals(of("a.example", 0, "", 8080), ConnectTo.parse("a.example:::8080"));
        assertEquals(of("2001:db8::7", 443, "::1", 0), ConnectTo.parse("[2001:db8::7]:443:[::1]:"));
        assertEquals(of("", 0, "", 0), ConnectTo.parse(":::"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a.example", "a:80:b", "a:80:b:80:c", "a:x:b:80", "a:80:b:0", "a:80:b:65536", "2001:db8::7:1"
            })
    void saysWhatIsWrongWithAConnectTo(String wrong) {
        FetchException e = assertThrows(FetchException.class, () -> ConnectTo.parse(wrong));
        assertTrue(String.valueOf(e.getMessage()).startsWith("--connect-to: expected "), e.getMessage());
    }

    @Test
    void readsResolveAsCurlDoes() {
        assertEquals(
                new Resolve(
                        "a.example",
                        443,
                        List.of(
                                IpLiteral.parse("192.0.2.7").orElseThrow(),
                                IpLiteral.parse("2001:db8::7").orElseThrow(),
                                IpLiteral.parse("::1").orElseThrow())),
                Resolve.parse("A.example:443:192.0.2.7,[2001:db8::7],::1"));
        assertEquals(Resolve.parse("a.example:80:127.0.0.1"), Resolve.parse("+a.example:80:127.0.0.1"));
        assertEquals(new Resolve("a.example", 80, List.of()), Resolve.parse("-a.example:80"));
        assertEquals(
                new Resolve("*", 80, List.of(IpLiteral.parse("127.0.0.1").orElseThrow())),
                Resolve.parse("*:80:127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.example",
                "a.example:80",
                "a.example::127.0.0.1",
                "a.example:80:b.example",
                "a.example:80:",
                "a.example:80:127.0.0.1,",
                ":80:127.0.0.1",
                "-a.example:80:127.0.0.1"
            })
    void saysWhatIsWrongWithAResolve(String wrong) {
        FetchException e = assertThrows(FetchException.class, () -> Resolve.parse(wrong));
        assertTrue(String.valueOf(e.getMessage()).startsWith("--resolve: expected "), e.getMessage());
    }

    @Test
    void theLatestEntryOfAHostCountsAndOneCanBeTakenBack() {
        List<Resolve> entries = List.of(
                Resolve.parse("*:80:10.0.0.9"),
                Resolve.parse("a.example:80:10.0.0.1"),
                Resolve.parse("a.example:80:10.0.0.2"));
        assertEquals("10.0.0.2", found(entries, "a.example", 80));
        assertEquals("10.0.0.9", found(entries, "b.example", 80));
        assertEquals("none", found(entries, "a.example", 443));
        assertEquals("none", found(List.of(entries.get(1), Resolve.parse("-a.example:80")), "a.example", 80));
    }

    private static String found(List<Resolve> entries, String host, int port) {
        return Resolve.find(entries, host, port)
                .map(addresses -> IpLiteral.text(addresses.get(0)))
                .orElse("none");
    }

    private FetchOutcome get(FetchSettings settings, String url) {
        try (Fetcher fetcher = new Fetcher(settings, TestClock.at("2021-12-27T10:00:00Z"), spool, exchange -> {})) {
            return fetcher.fetch(FetchRequest.page(url));
        }
    }

    @Test
    void whatTheUserNamesIsAllowedAndKeepsTheHostHeader() {
        try (TestPress press = TestPress.open()) {
            press.page("a.example", "/", Reply.html("x"));
            for (FetchSettings settings : List.of(
                    Bench.quick(FetchRoutes.direct()
                            .withConnectTo(List.of(ConnectTo.parse("a.example:80:localhost:" + press.port())))),
                    Bench.quick(FetchRoutes.direct()
                            .withConnectTo(List.of(ConnectTo.parse("::127.0.0.1:" + press.port())))),
                    Bench.quick(FetchRoutes.direct()
                            .withConnectTo(List.of(ConnectTo.parse("a.example:80:elsewhere.example:" + press.port())))
                            .withResolve(List.of(Resolve.parse("elsewhere.example:" + press.port() + ":127.0.0.1")))),
                    Bench.quick(FetchRoutes.direct()
                            .withConnectTo(List.of(ConnectTo.parse(":::" + press.port())))
                            .withResolve(List.of(Resolve.parse("a.example:" + press.port() + ":127.0.0.1")))))) {
                assertInstanceOf(FetchOutcome.Fetched.class, get(settings, "http://a.example/"));
            }
            assertEquals(4, press.requests("a.example", "/").size());
            assertEquals(Optional.of("a.example"), press.requests().get(0).header("Host"));
        }
    }

    @Test
    void anAddressInTheUrlCanBeLedElsewhereToo() {
        try (TestPress press = TestPress.open()) {
            press.page("*", "/", Reply.html("x"));
            FetchSettings settings = Bench.quick(FetchRoutes.direct()
                    .withConnectTo(List.of(ConnectTo.parse("192.0.2.7:80:127.0.0.1:" + press.port())))
                    .withResolve(List.of(Resolve.parse("[2001:db8::7]:" + press.port() + ":127.0.0.1"))));
            for (String url : List.of("http://192.0.2.7/", "http://[2001:db8::7]:" + press.port() + "/")) {
                FetchOutcome.Fetched fetched = assertInstanceOf(FetchOutcome.Fetched.class, get(settings, url), url);
                assertEquals(Optional.of("127.0.0.1"), fetched.exchange().ipAddress());
            }
            assertEquals(Optional.of("192.0.2.7"), press.requests().get(1).header("Host"));
        }
    }

    @Test
    void connectsToNothingButTheCheckedAddress() throws Exception {
        try (TestPress press = TestPress.open();
                WireSocket socket = new WireSocket(
                        new Destination(
                                "a.example",
                                press.port(),
                                List.of(IpLiteral.parse("127.0.0.1").orElseThrow()),
                                false),
                        Optional.empty())) {
            socket.connect(new InetSocketAddress(IpLiteral.parse("127.0.0.3").orElseThrow(), 1), 1000);
            assertEquals(
                    new InetSocketAddress(IpLiteral.parse("127.0.0.1").orElseThrow(), press.port()),
                    socket.getRemoteSocketAddress());
        }
    }

    @Test
    void aPortAloneAllowsNoSpecialAddress() {
        try (TestPress press = TestPress.open()) {
            FetchSettings settings =
                    Bench.quick(FetchRoutes.direct().withConnectTo(List.of(ConnectTo.parse(":::" + press.port()))));
            assertInstanceOf(FetchOutcome.Refused.class, get(settings, "http://localhost/"));
            assertEquals(0, press.connectionCount());
        }
    }

    @Test
    void triesTheNextOfSeveralAddresses() {
        try (TestPress press = TestPress.open()) {
            press.page("a.example", "/", Reply.html("x"));
            FetchSettings settings = Bench.quick(FetchRoutes.direct()
                    .withResolve(List.of(Resolve.parse("a.example:" + press.port() + ":127.0.0.2,127.0.0.1"))));
            FetchOutcome outcome = get(settings, press.url("a.example", "/"));
            assertEquals(
                    Optional.of("127.0.0.1"),
                    assertInstanceOf(FetchOutcome.Fetched.class, outcome)
                            .exchange()
                            .ipAddress());
        }
    }
}
