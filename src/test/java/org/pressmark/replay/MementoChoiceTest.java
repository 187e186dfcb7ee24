package org.pressmark.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;

class MementoChoiceTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private static final String URL = "https://news.example/story";

    private static List<Capture> captures(String... dates) {
        return Arrays.stream(dates).map(MementoChoiceTest::capture).collect(Collectors.toList());
    }

    private static Capture capture(String date) {
        Instant at = Instant.parse(date.contains("T") ? date : date + "T00:00:00Z");
        return new Capture(
                "urn:" + date,
                URL,
                UrlKey.of(URL),
                at,
                Capture.Kind.RESPONSE,
                Capture.Role.PAGE,
                200,
                "text/html",
                new Digest(Digest.Algorithm.SHA256, "0".repeat(64)),
                1,
                new RecordLocation("a.warc.gz", 0, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String chosen(List<Capture> captures, String asked) {
        return MementoChoice.choose(captures, TimeSpec.parse(asked, NOW))
                .orElseThrow()
                .capture()
                .recordId();
    }

    /** CONFORMANCE F38: three captures, five dates; a signed comparison would get the first wrong. */
    @ParameterizedTest
    @CsvSource({
        "2020-01-15T00:00:00Z,2020-01-01",
        "2019-01-01T00:00:00Z,2020-01-01",
        "2020-05-01T00:00:00Z,2020-06-01",
        "2020-09-20T00:00:00Z,2021-01-01",
        "2030-01-01T00:00:00Z,2021-01-01",
    })
    void nearestIsByAbsoluteDistance(String asked, String expected) {
        List<Capture> captures = captures("2020-06-01", "2021-01-01", "2020-01-01");
        MementoChoice choice =
                MementoChoice.nearest(captures, Instant.parse(asked)).orElseThrow();
        assertEquals("urn:" + expected, choice.capture().recordId());
        assertEquals(
                Duration.between(Instant.parse(asked), choice.capture().date()).abs(), choice.distance());
        assertEquals(3, choice.among());
        assertFalse(choice.exact());
    }

    @Test
    void ofTwoAsNearTheEarlierIsChosen() {
        List<Capture> captures = captures("2020-01-03", "2020-01-01");
        assertEquals(
                "urn:2020-01-01",
                MementoChoice.nearest(captures, Instant.parse("2020-01-02T00:00:00Z"))
                        .orElseThrow()
                        .capture()
                        .recordId());
    }

    @Test
    void latestAndFirstAreExact() {
        List<Capture> captures = captures("2020-06-01", "2021-01-01", "2020-01-01");
        assertEquals("urn:2021-01-01", chosen(captures, ""));
        assertEquals("urn:2021-01-01", chosen(captures, "latest"));
        assertEquals("urn:2020-01-01", chosen(captures, "first"));
        assertTrue(MementoChoice.choose(captures, TimeSpec.parse("first", NOW))
                .orElseThrow()
                .exact());
        assertTrue(MementoChoice.choose(captures, TimeSpec.parse("latest", NOW))
                .orElseThrow()
                .exact());
    }

    @Test
    void aVagueTimeIsMetByAnyCaptureWithinIt() {
        List<Capture> captures = captures("2020-06-01", "2020-06-30T23:59:59Z", "2020-07-01");
        MementoChoice june =
                MementoChoice.choose(captures, TimeSpec.parse("2020-06", NOW)).orElseThrow();
        assertEquals("urn:2020-06-01", june.capture().recordId());
        assertTrue(june.exact());
        MementoChoice august =
                MementoChoice.choose(captures, TimeSpec.parse("2020-08", NOW)).orElseThrow();
        assertEquals(Duration.ofDays(31), august.distance());
        MementoChoice may =
                MementoChoice.choose(captures, TimeSpec.parse("2020-05", NOW)).orElseThrow();
        assertEquals("urn:2020-06-01", may.capture().recordId());
        assertFalse(may.exact());
    }

    @Test
    void nothingComesOfNothing() {
        assertEquals(Optional.empty(), MementoChoice.choose(List.of(), TimeSpec.parse("2020", NOW)));
    }

    @ParameterizedTest
    @CsvSource({
        "2024,2024-01-01T00:00:00Z,2025-01-01T00:00:00Z",
        "2024-02,2024-02-01T00:00:00Z,2024-03-01T00:00:00Z",
        "2024-2-9,2024-02-09T00:00:00Z,2024-02-10T00:00:00Z",
        "2024-02-09T13,2024-02-09T13:00:00Z,2024-02-09T14:00:00Z",
        "2024-02-09 13:45,2024-02-09T13:45:00Z,2024-02-09T13:46:00Z",
        "2024-02-09T13:45:10Z,2024-02-09T13:45:10Z,2024-02-09T13:45:11Z",
        "2024-02-09T13:45+02:00,2024-02-09T11:45:00Z,2024-02-09T11:46:00Z",
        "2024-02-09T13:45:10.250Z,2024-02-09T13:45:10.250Z,2024-02-09T13:45:10.250000001Z",
        "202402,2024-02-01T00:00:00Z,2024-03-01T00:00:00Z",
        "20240209134510,2024-02-09T13:45:10Z,2024-02-09T13:45:11Z",
        "now,2026-11-22T10:00:00Z,2026-11-22T10:00:01Z",
    })
    void readsTimesAsExactAsTheyAre(String text, String from, String to) {
        TimeSpec spec = TimeSpec.parse(text, NOW);
        assertEquals(Instant.parse(from), spec.from());
        assertEquals(Instant.parse(to), spec.to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13", "2024-02-30", "yesterday-ish", "20", "2024-02-09T25", "2024-02-09T13:45+99:00"})
    void refusesWhatIsNoTimeAndSaysWhatWouldBe(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> TimeSpec.parse(text, NOW))
                .getMessage();
        assertTrue(message != null && message.contains(text) && message.contains("2024-03-01"), message);
    }
}
