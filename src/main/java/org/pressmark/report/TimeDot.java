package org.pressmark.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A capture on the time line of a page, or the captures of a day.
 *
 * @param x from the left end, e.g. {@code 12.5%}
 * @param kind {@code ring} where a text is new, {@code dot} where none is, {@code cross} for an error
 */
public record TimeDot(String x, String kind, String label, String href) {
    /** Most dots on the time line: more would lie upon each other. */
    static final int MOST = 120;

    /** What stands on the line, in order of time. */
    record Point(Instant at, String kind, String label, String href) {}

    /** Lays points out between the first and the last of them; a single one needs no line. */
    static List<TimeDot> line(List<Point> points) {
        if (points.size() < 2) {
            return List.of();
        }
        Instant first = points.get(0).at();
        long all = Duration.between(first, points.get(points.size() - 1).at()).toMillis();
        List<TimeDot> dots = new ArrayList<>();
        Map<Long, TimeDot> apart = new LinkedHashMap<>();
        for (Point point : points) {
            double share = all <= 0
                    ? 0.5
                    : (double) Duration.between(first, point.at()).toMillis() / all;
            TimeDot dot = new TimeDot(
                    String.format(Locale.ROOT, "%.2f%%", 100 * share), point.kind(), point.label(), point.href());
            dots.add(dot);
            // Where dots would lie upon each other, the one that says most: a new text, then an error.
            apart.merge(Math.round(share * MOST), dot, (a, b) -> weight(b) > weight(a) ? b : a);
        }
        return dots.size() <= MOST ? dots : List.copyOf(apart.values());
    }

    private static int weight(TimeDot dot) {
        return dot.kind().equals("ring") ? 2 : dot.kind().equals("cross") ? 1 : 0;
    }
}
