package org.pressmark.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.model.Severity;

/**
 * A capture on the time line of a page, or the captures of a day.
 *
 * @param x from the left end, e.g. {@code 12.5%}
 * @param radius of a ring, by the gravest change; of a dot where the text is unchanged
 * @param kind {@code ring} where a text is new, {@code dot} where none is, {@code cross} for an error
 * @param elsewhere whether another archive made the capture, or all of the day
 * @param severity of the change that a ring stands for
 * @param href where it leads; empty for nowhere
 */
public record TimeDot(
        String x, int radius, String kind, boolean elsewhere, String severity, String label, String href) {
    /** What a capture of another archive is called. */
    static final String ELSEWHERE = "kept by another archive";

    /** Parts of the line that lie between two dots at least, and beside a ring: closer ones would lie upon each other. */
    private static final double APART = 1.0 / 90;

    private static final double BESIDE_A_RING = 1.0 / 44;
    /** The same on a narrow screen, where fingers point. */
    private static final double NARROW = 1.0 / 13;

    /** What stands on the line, in order of time. */
    record Point(Instant at, String kind, boolean elsewhere, Severity severity, String label, String href) {
        /** A new text, the graver the more; then an error. */
        int weight() {
            return kind.equals("ring") ? 2 + severity.ordinal() : kind.equals("cross") ? 1 : 0;
        }
    }

    /** The ends of the line in words: days, or minutes where it is of one day. */
    record Ends(String from, String to) {
        static Ends of(List<Point> points) {
            if (points.size() < 2) {
                return new Ends("", "");
            }
            Instant first = points.get(0).at();
            Instant last = points.get(points.size() - 1).at();
            String day = Words.day(first);
            return day.equals(Words.day(last))
                    ? new Ends(Words.minute(first), Words.minute(last))
                    : new Ends(day, Words.day(last));
        }
    }

    /** Some points of one place, and the one of them that says most. */
    private record Place(double share, Point point, int others) {
        boolean ring(Point point) {
            return this.point.kind().equals("ring") || point.kind().equals("ring");
        }
    }

    /** Lays points out between the first and the last of them; a single one needs no line. */
    static List<TimeDot> line(List<Point> points) {
        return line(points, APART, BESIDE_A_RING);
    }

    /** The same for a narrow screen; none where the wide one has room enough there too. */
    static List<TimeDot> strip(List<Point> points) {
        List<TimeDot> strip = line(points, NARROW, NARROW);
        return strip.size() < line(points).size() ? strip : List.of();
    }

    private static List<TimeDot> line(List<Point> points, double apart, double besideARing) {
        if (points.size() < 2) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        for (Point point : points) {
            double share = share(points, point);
            Place last = places.isEmpty() ? null : places.get(places.size() - 1);
            if (last == null || share - last.share() >= (last.ring(point) ? besideARing : apart)) {
                places.add(new Place(share, point, 0));
            } else {
                boolean graver = point.weight() > last.point().weight();
                places.set(
                        places.size() - 1,
                        new Place(graver ? share : last.share(), graver ? point : last.point(), last.others() + 1));
            }
        }
        return places.stream()
                .map(place -> dot(place.share(), place.point(), place.others()))
                .toList();
    }

    private static TimeDot dot(double share, Point point, int others) {
        return new TimeDot(
                String.format(Locale.ROOT, "%.2f%%", 100 * share),
                point.kind().equals("ring") ? radius(point.severity()) : 6,
                point.kind(),
                point.elsewhere(),
                point.severity().word(),
                point.label() + (others == 0 ? "" : " (and " + Words.number(others) + " more close by)"),
                point.href());
    }

    /** The corners of a diamond around the middle, e.g. {@code M0-8 8 0 0 8-8 0Z}. */
    public String diamond() {
        int half = radius + 2; // as large to the eye as a circle
        return "M0-" + half + " " + half + " 0 0 " + half + "-" + half + " 0Z";
    }

    private static int radius(Severity severity) {
        return switch (severity) {
            case NONE, NOTICE -> 8;
            case LOW -> 9;
            case MEDIUM -> 10;
            case HIGH -> 12;
            case CRITICAL -> 14;
        };
    }

    private static double share(List<Point> points, Point point) {
        Instant first = points.get(0).at();
        long all = Duration.between(first, points.get(points.size() - 1).at()).toMillis();
        return all <= 0 ? 0.5 : (double) Duration.between(first, point.at()).toMillis() / all;
    }
}
