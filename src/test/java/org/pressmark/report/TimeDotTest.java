package org.pressmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Severity;

/** No two marks lie upon each other, and the one that says most stays. */
class TimeDotTest {
    private static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");

    private static TimeDot.Point point(int hour, String kind, Severity severity) {
        return new TimeDot.Point(DAY.plusSeconds(3600L * hour), kind, false, severity, "hour " + hour, "/view/" + hour);
    }

    @Test
    void ofMarksInOnePlaceTheGravestStays() {
        List<TimeDot> dots = TimeDot.line(List.of(
                point(0, "dot", Severity.NONE),
                point(1, "ring", Severity.LOW),
                point(2, "ring", Severity.CRITICAL),
                point(3, "cross", Severity.NONE),
                point(1000, "dot", Severity.NONE)));
        assertEquals(2, dots.size());
        assertEquals("critical", dots.get(0).severity());
        assertEquals("/view/2", dots.get(0).href());
        assertEquals("hour 2 (and 3 more close by)", dots.get(0).label());
        assertEquals("100.00%", dots.get(1).x());
    }

    @Test
    void aLineHasRoomForAllMarksWhateverTheirNumber() {
        List<TimeDot> dots = TimeDot.line(IntStream.range(0, 2000)
                .mapToObj(hour -> point(hour, hour % 10 == 0 ? "ring" : "dot", Severity.NONE))
                .toList());
        assertTrue(dots.size() <= 91, dots.size() + " marks");
    }

    @Test
    void aCaptureOfAnotherArchiveHasAMarkOfItsOwnAndSaysSo() {
        PageSpan span = new PageSpan(
                2,
                1,
                List.of(DAY),
                List.of(new PageSpan.Moment(DAY, false, true), new PageSpan.Moment(DAY.plusSeconds(60), true, false)),
                List.of(),
                List.of(),
                PageSpan.Wanted.all(0),
                List.of(),
                2,
                Map.of());
        List<TimeDot> dots =
                TimeDot.line(new TimePoints(span, Map.of(), Optional.empty()).all(day -> "", time -> "/view/" + time));
        assertEquals(
                "2024-01-01 00:00 UTC: new text, kept by another archive",
                dots.get(0).label());
        assertTrue(dots.get(0).elsewhere());
        assertEquals("M0-10 10 0 0 10-10 0Z", dots.get(0).diamond());
        assertEquals("2024-01-01 00:01 UTC: error or wall", dots.get(1).label());
    }

    @Test
    void aSingleCaptureNeedsNoLine() {
        assertEquals(List.of(), TimeDot.line(List.of(point(0, "ring", Severity.NONE))));
        assertEquals(
                "50.00%",
                TimeDot.line(List.of(point(0, "ring", Severity.NONE), point(0, "dot", Severity.NONE)))
                        .get(0)
                        .x());
    }
}
