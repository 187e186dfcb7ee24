package org.pressmark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    private static final String SUNDAY = "2026-03-01T12:00:30Z";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/15 * * * * | 2026-03-01T12:15:00Z",
                "0 * * * * | 2026-03-01T13:00:00Z",
                "@hourly | 2026-03-01T13:00:00Z",
                "0 6-22/2 * * mon-fri | 2026-03-02T06:00:00Z",
                "5,35 8 * * * | 2026-03-02T08:05:00Z",
                "0 12 * * 7 | 2026-03-08T12:00:00Z",
                "59 23 31 12 * | 2026-12-31T23:59:00Z",
                "0 0 29 2 * | 2028-02-29T00:00:00Z",
                "0 0 13 * fri | 2026-03-06T00:00:00Z",
                "10/20 12 * * * | 2026-03-01T12:10:00Z",
                "0 0 1 JAN * | 2027-01-01T00:00:00Z"
            })
    void findsTheNextTime(String cron, String expected) {
        assertEquals(Optional.of(Instant.parse(expected)), new Cron(cron).next(Instant.parse(SUNDAY)));
    }

    @Test
    void aTimeIsNotItsOwnNext() {
        Cron noon = new Cron("0 12 * * *");
        assertEquals(
                Optional.of(Instant.parse("2026-03-02T12:00:00Z")), noon.next(Instant.parse("2026-03-01T12:00:00Z")));
    }

    @Test
    void aDateThatNeverComesIsNothing() {
        assertEquals(Optional.empty(), new Cron("0 0 30 2 *").next(Instant.parse(SUNDAY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "a * * * *",
                "5-1 * * * *",
                "*/0 * * * *",
                "1-2-3 * * * *",
                "*/5/5 * * * *",
                ", * * * *",
                "-1 * * * *"
            })
    void refusesWhatItCannotRead(String cron) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Cron(cron));
        assertTrue(String.valueOf(e.getMessage()).contains("expected"), e.getMessage());
    }
}
