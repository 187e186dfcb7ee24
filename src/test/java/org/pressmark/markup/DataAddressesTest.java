package org.pressmark.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataAddressesTest {
    private static final String URL = "https://a.example/d/x";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "import \"/m.js\";|/m.js",
                "import a from './b.js'|./b.js",
                "import{a as b}from\"../c.js\";export*from'/d.js'|../c.js /d.js",
                "const m = await import ( 'https://c.example/e.js' )|https://c.example/e.js",
                "import x from 'bare'|",
                "var from = '/x'; f('/y', \"import '/z'\")|",
                "// import '/a'|",
                "/* import '/a' */ x = y / 2; import '/b'|/b",
                "s.replace(/import '\\/a'/g, '/b')|",
                "x = `import '/t'`|",
                "import '/un|",
            })
    void aScriptsModulesAreThoseItNamesByAddress(String script, String modules) {
        assertEquals(modules == null ? "" : modules, found(script, AddressScan::module));
    }

    private interface Scan {
        void of(String text, String url, AddressScan.Visitor visitor);
    }

    private static String found(String text, Scan scan) {
        List<String> out = new ArrayList<>();
        scan.of(text, URL, address -> out.add(address.raw()));
        return String.join(" ", out);
    }

    @Test
    void aFeedsAddressesAreWholeValuesAndNoNames() {
        String feed =
                "<?xml version='1.0'?><?xml-stylesheet href='/s.xsl'?><f xmlns='http://ns.example/' a='http://b.example/?x&amp;y'>"
                        + "<guid>http://g.example/</guid><link><![CDATA[http://c.example/]]></link><loc> https://d.example/ </loc>"
                        + "<p>see http://e.example/ there</p></f>";
        assertEquals(
                "/s.xsl http://b.example/?x&amp;y http://c.example/ https://d.example/",
                found(feed, AddressScan::feed));
    }

    @Test
    void aPlaylistsRelativeAddressesStayAsTheyAre() {
        assertEquals(
                "https://c.example/k /1.ts https://d.example/2.ts",
                found(
                        "#EXTM3U\r\n#EXT-X-KEY:METHOD=X,URI=\"https://c.example/k\"\r\n/1.ts\r\nlow/1.ts\r\nhttps://d.example/2.ts",
                        AddressScan::playlist));
    }

    @Test
    void aManifestsAddressesAreStringsThatLeadSomewhere() {
        assertEquals(
                "/i.png https:\\/\\/c.example/s",
                found(
                        "{\"name\":\"x\",\"icons\":[{\"src\":\"/i.png\"}],\"start_url\":\"https:\\/\\/c.example/s\"}",
                        AddressScan::manifest));
    }

    @Test
    void aSourceMapIsNamedInTheLastLines() {
        assertEquals("/x.map", found("a{}\n/*# sourceMappingURL=/x.map */", AddressScan::sourceMap));
        assertEquals("", found("a()\n//# sourceMappingURL=x.map", AddressScan::sourceMap));
        assertEquals("", found("\"sourceMappingURL=/x\"", AddressScan::sourceMap));
    }
}
