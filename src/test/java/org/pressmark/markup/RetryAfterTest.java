package org.pressmark.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.HttpHead;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2021-12-27T10:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertEquals(Optional.of(Duration.ofMinutes(2)), wait("120"));
        assertEquals(Optional.of(Duration.ofMinutes(5)), wait("Mon, 27 Dec 2021 10:05:00 GMT"));
        assertEquals(Optional.of(Duration.ofMinutes(5)), wait("Monday, 27-Dec-21 10:05:00 GMT"));
        assertEquals(Optional.of(Duration.ofMinutes(5)), wait("Mon Dec 27 10:05:00 2021"));
        assertEquals(
                Optional.of(Duration.ofMinutes(5)), wait("Fri, 27 Dec 2021 10:05:00 UTC"), "a wrong day of the week");
    }

    @Test
    void nobodyIsLetAloneForMoreThanADay() {
        for (String huge : List.of(
                "86401",
                "999999999",
                "9".repeat(40),
                "Fri, 31 Dec 9999 23:59:59 GMT",
                "Thu, 01 Jan 2099 00:00:00 GMT")) {
            assertEquals(Optional.of(Duration.ofDays(1)), wait(huge), huge);
        }
    }

    @Test
    void takesNothingFromNonsenseAndFromThePast() {
        for (String none : List.of(
                "",
                "0",
                "-5",
                "soon",
                "1.5",
                "３",
                "0x10",
                "Mon, 27 Dec 2021 09:05:00 GMT",
                "Mon, 99 Foo 2021 10:05:00 GMT",
                "Mon, 27 Dec 2021 10:05:00 CET",
                "27 Dec 2021",
                " ".repeat(5_000) + "x")) {
            assertEquals(Optional.empty(), wait(none), none);
        }
        assertEquals(Optional.empty(), RetryAfter.of(new HttpHead("HTTP/1.1 503 Busy\r\n\r\n"), NOW));
    }

    private static Optional<Duration> wait(String value) {
        return RetryAfter.of(new HttpHead("HTTP/1.1 503 Busy\r\nRetry-After: " + value + "\r\n\r\n"), NOW);
    }
}
