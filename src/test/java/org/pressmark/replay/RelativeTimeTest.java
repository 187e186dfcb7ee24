package org.pressmark.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeTimeTest {
    /** A Sunday. */
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-22T10:20:30Z"));

    @ParameterizedTest
    @CsvSource({
        "today,2026-11-22T00:00:00Z,2026-11-23T00:00:00Z",
        "Yesterday,2026-11-21T00:00:00Z,2026-11-22T00:00:00Z",
        "3 days ago,2026-11-19T00:00:00Z,2026-11-20T00:00:00Z",
        "3d,2026-11-19T00:00:00Z,2026-11-20T00:00:00Z",
        "a day ago,2026-11-21T00:00:00Z,2026-11-22T00:00:00Z",
        "2 hours ago,2026-11-22T08:00:00Z,2026-11-22T09:00:00Z",
        "last week,2026-11-09T00:00:00Z,2026-11-16T00:00:00Z",
        "this-week,2026-11-16T00:00:00Z,2026-11-23T00:00:00Z",
        "2 weeks ago,2026-11-02T00:00:00Z,2026-11-09T00:00:00Z",
        "last month,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z",
        "last year,2025-01-01T00:00:00Z,2026-01-01T00:00:00Z",
        "monday,2026-11-16T00:00:00Z,2026-11-17T00:00:00Z",
        "sunday,2026-11-22T00:00:00Z,2026-11-23T00:00:00Z",
        "last sunday,2026-11-15T00:00:00Z,2026-11-16T00:00:00Z",
    })
    void wordsNameWholeUnitsOfTheCalendar(String words, String from, String to) {
        TimeSpec time = TimeSpec.parse(words, NOW);
        assertEquals(Instant.parse(from), time.from());
        assertEquals(Instant.parse(to), time.to());
        assertTrue(TimeSpec.relative(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"story", "user/monday", "a day", "days ago", "last", "99999 days ago", "someone", ""})
    void otherWordsAreNoTime(String words) {
        assertFalse(TimeSpec.relative(words));
    }
}
