package org.pressmark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurtTest {

    @Test
    void equalsTheReferenceOnItsVectors() throws IOException {
        List<String> differences = new ArrayList<>();
        List<String> lines = lines("surt/vectors.tsv");
        for (String line : lines) {
            String url = line.substring(0, line.indexOf('\t')).translateEscapes();
            String expected = line.substring(line.indexOf('\t') + 1);
            String found = UrlKey.of(url).surt();
            if (!found.equals(expected)) {
                differences.add(url + ": expected " + expected + ", found " + found);
            }
        }
        assertTrue(lines.size() > 350, "vectors: " + lines.size());
        assertEquals(List.of(), differences);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example:99999/, 'example,a:99999)/'",
        "http://a.example:X9/b, 'example,a:x9)/b'",
        "'   ', -",
    })
    void givesAKeyWhereTheReferenceGivesUp(String url, String key) {
        assertEquals(key, UrlKey.of(url).surt());
    }

    @Test
    void takesAnyText() {
        String unpaired = "http://a.example/\ud800";
        assertEquals("example,a)/", UrlKey.of(unpaired).surt()); // it has no UTF-8: the JDK writes a question mark
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%25",
                "../",
                "cfid=",
                "cfid=1&cftoken=",
                "sid=",
                "(a(4hqa0555fwsecu455xqckv45))/",
                "/(",
                "é.",
                "a=1&"
            })
    void timeGrowsOnlyWithTheLength(String part) {
        String hostile = "http://a.example/?" + part.repeat(200_000);
        String inPath = "http://a.example/" + part.repeat(200_000) + ".aspx";
        String inHost = "http://" + part.repeat(200_000);
        // A quadratic step would take hours: the limit tells minutes from for ever and measures nothing.
        int lengths = assertTimeoutPreemptively(
                Duration.ofMinutes(2),
                () -> UrlKey.of(hostile).surt().length()
                        + UrlKey.of(inPath).surt().length()
                        + UrlKey.of(inHost).surt().length());
        assertTrue(lengths > 0);
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(SurtTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
