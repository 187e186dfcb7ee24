package org.pressmark.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pressmark.model.Capture;
import org.pressmark.model.Version;

/**
 * A page through time: its texts, its captures, a time line of both.
 *
 * @param chain address of the chain of provenance; absent where no text was found
 * @param history address of the texts one by one; absent where there is only one
 * @param dots the captures on the time line, none where there is only one
 * @param from the time line's left end in words
 * @param to its right end
 * @param calendar the captures by day
 * @param part which of the captures the list shows, in words; empty where it shows all
 * @param pager ways to the other parts of the list
 */
public record CapturesPage(
        String url,
        String title,
        String summary,
        Optional<String> chain,
        Optional<String> history,
        List<Text> texts,
        List<Row> rows,
        List<Dot> dots,
        String from,
        String to,
        Calendar calendar,
        String part,
        List<Way> pager) {

    /** Most captures in one list; a longer one comes in parts. */
    static final int PART = 200;

    /** Most dots on the time line: more would lie upon each other. */
    private static final int DOTS = 200;

    /** Most texts that are listed, the last ones; all stand on the page of its history. */
    private static final int TEXTS = 50;

    /** A way to another part of the list. */
    public record Way(String label, String href) {}

    /**
     * Which captures the list is to show.
     *
     * @param day those of one day (UTC)
     * @param from else from this one on, counted from 0, the last first
     * @param href the address of this page with another query after its own
     */
    public record Wanted(Optional<LocalDate> day, int from, Function<String, String> href) {}

    /** One text of the page, and how to see what differs from the one before. */
    public record Text(
            int number, String headline, String first, String last, String captures, Optional<String> compare) {}

    /**
     * One capture.
     *
     * @param label what it brought: {@code new text}, {@code same text}, {@code unchanged}, {@code error} …
     * @param kinds address of its text with the kinds of its blocks; empty where there is no text
     * @param id the record id, by which two are chosen for comparison; empty where there is no text to compare
     */
    public record Row(
            String date,
            String label,
            String mark,
            String status,
            String size,
            String version,
            String href,
            String kinds,
            String id) {}

    /**
     * A capture on the time line.
     *
     * @param x from the left end, e.g. {@code 12.5%}
     * @param kind {@code ring} where the text is new, {@code dot} where it is not, {@code cross} for an error
     */
    public record Dot(String x, String kind, String label, String href) {}

    public CapturesPage {
        texts = List.copyOf(texts);
        rows = List.copyOf(rows);
        dots = List.copyOf(dots);
        pager = List.copyOf(pager);
    }

    /**
     * Lays a page out.
     *
     * @param captures oldest first
     * @param versionOf for each capture the number of its version, 0 where it has none
     * @param history address of the texts one by one
     * @param view address of a capture's framed replay
     * @param kinds address of a capture's text with the kinds of its blocks
     * @param compare address of the comparison of two captures, by record id
     */
    public static CapturesPage of(
            String url,
            List<Capture> captures,
            List<Version> versions,
            List<Integer> versionOf,
            Optional<String> chain,
            Optional<String> history,
            Function<Capture, String> view,
            Function<Capture, String> kinds,
            Compare compare,
            Wanted wanted) {
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            String earlier = i == 0 ? "" : versions.get(i - 1).firstCapture();
            texts.add(new Text(
                    version.number(),
                    Shown.line(version.headline()),
                    Words.minute(version.firstSeen()),
                    Words.minute(version.lastSeen()),
                    Words.count(version.captures(), "capture"),
                    earlier.isEmpty()
                            ? Optional.empty()
                            : Optional.of(compare.address(earlier, version.firstCapture()))));
        }
        List<Row> rows = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        List<Calendar.Entry> entries = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < captures.size(); i++) {
            Capture capture = captures.get(i);
            int version = i < versionOf.size() ? versionOf.get(i) : 0;
            boolean fresh = version > 0 && seen.add(version);
            String label = label(capture, version, fresh)
                    + capture.witness()
                            .map(archive -> ", via archive " + Shown.line(archive))
                            .orElse("");
            boolean error = capture.status() >= 400 || capture.role() == Capture.Role.WALL;
            String kind = fresh ? "ring" : error ? "cross" : "dot";
            entries.add(new Calendar.Entry(day(capture), kind, view.apply(capture)));
            rows.add(new Row(
                    Words.minute(capture.date()),
                    label,
                    fresh ? "◉" : error ? "×" : "○",
                    capture.status() == 0 ? "–" : Integer.toString(capture.status()),
                    Words.size(capture.payloadLength()),
                    version == 0 ? "–" : Words.number(version),
                    view.apply(capture),
                    version == 0 ? "" : kinds.apply(capture),
                    version == 0 ? "" : capture.recordId()));
            dots.add(new Dot(
                    place(captures, capture.date()),
                    kind,
                    Words.minute(capture.date()) + ": " + label,
                    view.apply(capture)));
        }
        boolean line = captures.size() > 1;
        Listed listed = listed(captures, rows, wanted);
        String title =
                versions.isEmpty() ? url : versions.get(versions.size() - 1).headline();
        return new CapturesPage(
                Shown.line(url),
                Shown.line(title),
                Words.count(captures.size(), "capture") + ", " + Words.count(versions.size(), "distinct text"),
                versions.isEmpty() ? Optional.empty() : chain,
                history,
                texts.subList(Math.max(0, texts.size() - TEXTS), texts.size()),
                listed.rows(),
                line ? apart(dots) : List.of(),
                line ? Words.day(captures.get(0).date()) : "",
                line ? Words.day(captures.get(captures.size() - 1).date()) : "",
                Calendar.of(entries, day -> wanted.href().apply("day=" + day)),
                listed.part(),
                listed.pager());
    }

    /** A part of the list, the last capture first. */
    private record Listed(List<Row> rows, String part, List<Way> pager) {}

    private static Listed listed(List<Capture> captures, List<Row> rows, Wanted wanted) {
        List<Row> all = new ArrayList<>();
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (wanted.day().isEmpty() || wanted.day().get().equals(day(captures.get(i)))) {
                all.add(rows.get(i));
            }
        }
        int from = Math.min(wanted.from(), Math.max(0, all.size() - 1));
        int to = Math.min(all.size(), from + PART);
        List<Way> ways = new ArrayList<>();
        String day = wanted.day().map(date -> "day=" + date + "&").orElse("");
        if (from > 0) {
            ways.add(new Way("Newer", wanted.href().apply(day + "from=" + Math.max(0, from - PART))));
        }
        if (to < all.size()) {
            ways.add(new Way("Older", wanted.href().apply(day + "from=" + to)));
        }
        if (wanted.day().isPresent()) {
            ways.add(new Way("All captures", wanted.href().apply("")));
        }
        String part = wanted.day()
                .map(date -> "of " + Words.day(date.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .orElse(
                        from > 0 || to < all.size()
                                ? Words.number(from + 1L) + " to " + Words.number(to) + " of "
                                        + Words.number(all.size())
                                : "");
        return new Listed(all.subList(from, to), part, ways);
    }

    private static LocalDate day(Capture capture) {
        return LocalDate.ofInstant(capture.date(), ZoneOffset.UTC);
    }

    /** Where dots would lie upon each other, the one that says most: a new text, then an error. */
    private static List<Dot> apart(List<Dot> dots) {
        if (dots.size() <= DOTS) {
            return dots;
        }
        Map<Long, Dot> seen = new LinkedHashMap<>();
        for (Dot dot : dots) {
            double share = Double.parseDouble(dot.x().replace("%", "")) / 100;
            seen.merge(Math.round(share * DOTS), dot, (a, b) -> weight(b) > weight(a) ? b : a);
        }
        return List.copyOf(seen.values());
    }

    private static int weight(Dot dot) {
        return dot.kind().equals("ring") ? 2 : dot.kind().equals("cross") ? 1 : 0;
    }

    /** Gives the address of a comparison of two captures. */
    @FunctionalInterface
    public interface Compare {
        String address(String base, String other);
    }

    private static String place(List<Capture> captures, Instant date) {
        Instant first = captures.get(0).date();
        long all = Duration.between(first, captures.get(captures.size() - 1).date())
                .toMillis();
        double share = all <= 0 ? 0.5 : (double) Duration.between(first, date).toMillis() / all;
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static String label(Capture capture, int version, boolean fresh) {
        if (capture.role() == Capture.Role.WALL) {
            return "a wall in the page's place";
        }
        if (capture.status() >= 400) {
            return "error " + capture.status();
        }
        if (capture.redirect().isPresent()) {
            return "redirect";
        }
        if (fresh) {
            return version == 1 ? "first text" : "new text";
        }
        if (capture.revisit()) {
            return "unchanged";
        }
        return version > 0 ? "same text" : "no article found";
    }
}
