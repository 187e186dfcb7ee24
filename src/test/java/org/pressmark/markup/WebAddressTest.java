package org.pressmark.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    private static final String BASE = "http://a/b/c/d;p?q";

    /** RFC 3986 §5.4, the examples on which it and browsers agree. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g|http://a/b/c/g",
                "./g|http://a/b/c/g",
                "g/|http://a/b/c/g/",
                "/g|http://a/g",
                "//g|http://g/",
                "?y|http://a/b/c/d;p?y",
                "g?y|http://a/b/c/g?y",
                "#s|http://a/b/c/d;p?q#s",
                "g#s|http://a/b/c/g#s",
                "g?y#s|http://a/b/c/g?y#s",
                ";x|http://a/b/c/;x",
                "''|http://a/b/c/d;p?q",
                ".|http://a/b/c/",
                "./|http://a/b/c/",
                "..|http://a/b/",
                "../g|http://a/b/g",
                "../..|http://a/",
                "../../../g|http://a/g",
                "/./g|http://a/g",
                "http:/g|http://a/g",
                "https:/g|https://g/",
                "g.|http://a/b/c/g.",
                "..g|http://a/b/c/..g",
                "./g/.|http://a/b/c/g/",
                "g/../h|http://a/b/c/h",
                "g;x=1/../y|http://a/b/c/y",
                "g?y/../x|http://a/b/c/g?y/../x",
                "http:g|http://a/b/c/g",
                "%2e%2E/g|http://a/b/g",
            })
    void resolvesAsTheStandardsExamples(String raw, String expected) {
        assertEquals(Optional.of(expected), WebAddress.resolve(BASE, raw));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "HTTP://Example.ORG:80/A|http://example.org/A",
                "https://example.org:443|https://example.org/",
                "https://example.org:8443|https://example.org:8443/",
                "https:\\\\example.org\\a\\b|https://example.org/a/b",
                "https:/example.org//x|https://example.org//x",
                "http:///example.org/|http://example.org/",
                "https://example.org/a b|https://example.org/a%20b",
                "https://example.org/{x}?b=^[]{}|https://example.org/%7Bx%7D?b=^[]{}",
                "https://example.org/é?é|https://example.org/%C3%A9?%C3%A9",
                "https://example.org/%7Euser%zz|https://example.org/%7Euser%zz",
                "https://user:pa ss@example.org/|https://user:pa%20ss@example.org/",
                "http://a@b@c/|http://a%40b@c/",
                "http://bücher.example/|http://xn--bcher-kva.example/",
                "http://日本語.example/|http://xn--wgv71a119e.example/",
                "http://日本語。example.|http://xn--wgv71a119e.example./",
                "http://straße.example/|http://xn--strae-oqa.example/",
                "http://www.FAẞ.example/|http://www.xn--fa-hia.example/",
                "http://βόλος.com/|http://xn--nxasmm1c.com/",
                "http://BÜCHER-Straße.example/|http://xn--bcher-strae-46a18a.example/",
                "http://EX%41MPLE.org/|http://example.org/",
                "http://0x7f.1/|http://127.0.0.1/",
                "http://2130706433/|http://127.0.0.1/",
                "http://[::FFFF:7f00:1]/|http://[::ffff:7f00:1]/",
                "http://[1:0:0:2:0:0:0:3]:80/|http://[1:0:0:2::3]/",
                "http://[::192.0.2.1]/|http://[::c000:201]/",
                "http://example.org./x|http://example.org./x",
                "https://example.org/?q='<>|https://example.org/?q=%27%3C%3E",
                "https://example.org/a;b,c!$&()*+=:@'-._~|https://example.org/a;b,c!$&()*+=:@'-._~",
                "javascript:alert('x y')|javascript:alert('x y')",
                "mailto:a@b.example|mailto:a@b.example",
            })
    void writesAddressesAsBrowsersDo(String raw, String expected) {
        assertEquals(expected, WebAddress.parse(raw).map(WebAddress::href).orElse("refused"));
    }

    @Test
    void dropsTabsAndLineEndsAndOuterSpace() {
        assertEquals(
                Optional.of("https://example.org/ab?c"),
                WebAddress.resolve(BASE, " \n https://exa\tmple.org/a\r\nb?c \u0000"));
    }

    @Test
    void keepsThePipeThatJavaRefuses() {
        assertEquals(Optional.of("http://a/x|y?p|q"), WebAddress.resolve(BASE, "/x|y?p|q"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "https://?x",
                "http://a b/",
                "http://exa<mple/",
                "http://example.org:99999/",
                "http://x:8a/",
                "http://[::1",
                "http://[1:2]/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://%00/",
                "relative",
                ""
            })
    void refusesWhatBrowsersRefuse(String raw) {
        assertEquals(Optional.empty(), WebAddress.parse(raw));
    }

    @Test
    void writesTheQueryInTheDocumentsEncoding() {
        WebAddress base = WebAddress.parse("http://a/").orElseThrow();
        assertEquals(
                "http://a/%E6%97%A5?%93%FA",
                base.resolve("日?日", Charset.forName("windows-31j"))
                        .orElseThrow()
                        .href());
        assertEquals(
                "http://a/?caf%E9&%26%239731%3B",
                base.resolve("?café&☃", Charset.forName("windows-1252"))
                        .orElseThrow()
                        .href());
        assertEquals(
                "http://a/?%E2%98%83",
                base.resolve("?☃", StandardCharsets.UTF_16LE).orElseThrow().href());
    }

    @Test
    void tellsPartsApart() {
        WebAddress address =
                WebAddress.parse("https://u@example.org:8080/p/q?x#y").orElseThrow();
        assertEquals("https", address.scheme());
        assertEquals("example.org", address.host());
        assertEquals("https://example.org:8080", address.origin());
        assertEquals("/p/q", address.path());
        assertEquals("?x", address.query());
        assertEquals("#y", address.fragment());
        assertEquals("https://u@example.org:8080/p/q?x", address.withoutFragment());
        assertTrue(address.fetchable());
        assertFalse(WebAddress.parse("ftp://example.org/").orElseThrow().fetchable());
        assertFalse(WebAddress.parse("about:blank").orElseThrow().fetchable());
    }

    @Test
    void nothingButFragmentsStandsOnAnOpaqueAddress() {
        assertEquals(Optional.empty(), WebAddress.resolve("about:srcdoc", "x.html"));
        assertEquals(Optional.of("about:srcdoc#x"), WebAddress.resolve("about:srcdoc", "#x"));
    }

    @Test
    void readingWhatWasWrittenChangesNothing() {
        for (String raw : new String[] {"//x/a b?ü#é", "../%41/./b\\c", "?[]{}|", "http://b\u00fccher.example:81/"}) {
            String once = WebAddress.resolve(BASE, raw).orElseThrow();
            assertEquals(once, WebAddress.parse(once).orElseThrow().href());
        }
    }

    @Test
    void ofAnEncodedCharacterOnlyWhatAQueryMayNotHoldIsEscaped() {
        Charset shiftJis = Charset.forName("Shift_JIS"); // the second byte of 表 is a backslash
        WebAddress address = Objects.requireNonNull(WebAddress.parse("http://a.example/表?表&チ", null, shiftJis));
        assertEquals("http://a.example/%E8%A1%A8?%95\\&%83`", address.href());
    }
}
