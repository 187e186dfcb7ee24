package org.pressmark.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.FetchOutcome;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

class AddressGuardTest {
    private static final AddressGuard STRICT = new AddressGuard(List.of());

    @TempDir
    Path spool;

    private static InetAddress address(String text) {
        return IpLiteral.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "169.254.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:0:10.0.0.1",
                "::127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "fc00::1",
                "fd00:ec2::254",
                "fd12:3456::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "2002:7f00:1::1",
                "2002:c0a8:101::",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "5f00::1",
                "2606:4700::5efe:10.0.0.1",
                "2606:4700::200:5efe:127.0.0.1",
                "168.63.129.16",
                "100.100.100.200",
                "192.0.2.7",
                "192.88.99.1",
                "198.51.100.7",
                "203.0.113.7",
                "100::1"
            })
    void refusesSpecialAddresses(String special) {
        assertThrows(AddressRefusedException.class, () -> STRICT.permitted("a.example", List.of(address(special))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "::ffff:1.1.1.1",
                "64:ff9b::1.1.1.1",
                "2002:101:101::1",
                "2001:4860:4860::8888",
                "2606:4700::5efe:1.1.1.1",
                "fbff::1"
            })
    void permitsPublicAddresses(String open) throws AddressRefusedException {
        assertEquals(List.of(address(open)), STRICT.permitted("a.example", List.of(address(open))));
    }

    @Test
    void connectsOnlyToThePublicOnesOfSeveralAddresses() throws AddressRefusedException {
        assertEquals(
                List.of(address("1.1.1.1")),
                STRICT.permitted("a.example", List.of(address("10.0.0.1"), address("1.1.1.1"), address("::1"))));
    }

    @Test
    void allowsHostsAddressesAndBlocksByName() throws AddressRefusedException {
        AddressGuard guard = new AddressGuard(List.of("intranet.example", "10.1.0.0/16", "::1", "fd00::/8"));
        for (String allowed : List.of("10.1.255.1", "::1", "fd77::1")) {
            assertEquals(
                    1, guard.permitted("a.example", List.of(address(allowed))).size());
        }
        assertEquals(
                1,
                guard.permitted("intranet.example", List.of(address("192.168.1.1")))
                        .size());
        assertThrows(AddressRefusedException.class, () -> guard.permitted("a.example", List.of(address("10.2.0.1"))));
        for (String wrong : List.of("10.0.0.0/33", "a b", "", "http://a.example/", "1.2.3.4.5", "*")) {
            assertThrows(FetchException.class, () -> new AddressGuard(List.of(wrong)), wrong);
        }
    }

    @Test
    void saysHostAddressReasonAndRemedy() {
        AddressRefusedException refusal = assertThrows(
                AddressRefusedException.class, () -> STRICT.permitted("a.example", List.of(address("10.0.0.1"))));
        assertEquals(
                "a.example is at 10.0.0.1, a private address (RFC 1918); if you mean it, allow it with"
                        + " --allow-address a.example or --allow-address 10.0.0.1",
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "0x7f.1",
                "0x7f000001",
                "2130706433",
                "0177.0.0.1",
                "017700000001",
                "127.0.0.1.",
                "0x7F.0x0.0x0.0x1",
                "\uff11\uff12\uff17.0.0.1",
                "localhost",
                "LOCALHOST",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[0:0:0:0:0:0:0:1]",
                "0",
                "0.0.0.0",
                "%31%32%37.0.0.1",
                "[::127.0.0.1]"
            })
    void noSpellingOfLoopbackSlipsBy(String host) {
        try (TestPress press = TestPress.open();
                Fetcher fetcher =
                        new Fetcher(Bench.quick(), TestClock.at("2021-12-27T10:00:00Z"), spool, exchange -> {})) {
            FetchOutcome outcome = fetcher.fetch(FetchRequest.page("http://" + host + ":" + press.port() + "/"));
            FetchOutcome.Refused refused = assertInstanceOf(FetchOutcome.Refused.class, outcome);
            assertEquals(FetchOutcome.Refused.Reason.ADDRESS, refused.reason(), refused.detail());
            assertTrue(refused.detail().contains("--allow-address"));
            assertEquals(0, press.connectionCount());
        }
    }

    @Test
    void asksAnAllowedLoopbackAddress() {
        try (TestPress press = TestPress.open();
                Fetcher fetcher = new Fetcher(
                        Bench.quick(FetchRoutes.direct().withAllowAddresses(List.of("127.0.0.0/8"))),
                        TestClock.at("2021-12-27T10:00:00Z"),
                        spool,
                        exchange -> {})) {
            press.page("127.0.0.1", "/", Reply.html("x"));
            assertInstanceOf(FetchOutcome.Fetched.class, fetcher.fetch(FetchRequest.page(press.url("127.1", "/"))));
        }
    }

    @Test
    void writesIpv6ByRfc5952() {
        assertEquals("2001:db8::7", IpLiteral.text(address("2001:0DB8:0:0:0:0:0:7")));
        assertEquals("2001:db8:0:1:1:1:1:1", IpLiteral.text(address("2001:db8::1:1:1:1:1")));
        assertEquals("::", IpLiteral.text(address("::")));
        assertEquals("::1", IpLiteral.text(address("::1")));
        assertEquals("1::", IpLiteral.text(address("1::")));
        assertEquals("2001:0:0:1::1", IpLiteral.text(address("2001:0:0:1:0:0:0:1")));
    }
}
