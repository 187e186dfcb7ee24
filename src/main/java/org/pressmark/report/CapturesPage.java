package org.pressmark.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pressmark.model.Capture;
import org.pressmark.model.Severity;
import org.pressmark.model.Version;

/**
 * A page through time: its texts, its captures, a time line of both.
 *
 * @param chain address of the chain of provenance; absent where no text was found
 * @param history address of the texts one by one; absent where there is only one
 * @param texts the last ones, the latest first
 * @param grave earlier ones that changed much, the latest first
 * @param dots the captures on the time line, none where there is only one
 * @param strip the same for a narrow screen, where it must be shorter there
 * @param from the time line's left end in words
 * @param to its right end
 * @param zoom what the time line is a part of, the widest first and the shown one, which leads nowhere, last; none where it
 *     shows all
 * @param calendar the captures of a year by day
 * @param part which of the captures the list shows, in words; empty where it shows all
 * @param pager ways to the other parts of the list
 * @param kept the capture that another is to be compared with
 */
public record CapturesPage(
        String url,
        String title,
        String summary,
        Optional<String> chain,
        Optional<String> history,
        List<VersionsPage.Text> texts,
        List<VersionsPage.Text> grave,
        List<Row> rows,
        List<TimeDot> dots,
        List<TimeDot> strip,
        String from,
        String to,
        List<Way> zoom,
        Calendar calendar,
        String part,
        List<Way> pager,
        Optional<Kept> kept) {

    /** So many of the last texts are told, and of the gravest before them. */
    private static final int SHOWN = 6;

    /** The place of the list on the page. */
    private static final String LIST = "#captures-head";

    /** A way to another part of the list. */
    public record Way(String label, String href) {}

    /**
     * A capture that was chosen as A, and goes along from part to part.
     *
     * @param href where it can be seen
     * @param drop this part without it
     */
    public record Kept(String id, String date, String href, String drop) {}

    /** Whether there are captures beside those that are listed. */
    public boolean parts() {
        return !pager.isEmpty() || !calendar.years().isEmpty();
    }

    /** Whether A can be chosen here: for B in this part, or in another. */
    public boolean choosesA() {
        return kept.isEmpty() && comparable() > (parts() ? 0 : 1);
    }

    /** Whether B can be. */
    public boolean choosesB() {
        return comparable() > (kept.isEmpty() ? 1 : 0);
    }

    private long comparable() {
        return rows.stream().filter(row -> !row.id().isEmpty() && !isA(row)).count();
    }

    /** Whether it is the kept one. */
    public boolean isA(Row row) {
        return kept.filter(one -> one.id().equals(row.id())).isPresent();
    }

    /** The row that is B unless another is chosen: the last capture that can be. */
    public int likelyB() {
        return IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).id().isEmpty() && !isA(rows.get(i)))
                .findFirst()
                .orElse(0);
    }

    /** The row that is A unless another is chosen: the first capture that can be. */
    public int likelyA() {
        return IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).id().isEmpty())
                .max()
                .orElse(0);
    }

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

    /** Addresses that the page leads to. */
    public interface Links {
        /** The chain of provenance of a capture's text. */
        String chain(String recordId);

        /** The texts one by one. */
        String history();

        /** The page as of a time, in its frame. */
        String view(Instant date);

        /** A capture's text with the kinds of its blocks. */
        String kinds(Capture capture);

        /** The comparison of two captures, by record id. */
        String compare(String base, String other);

        /** This page with another query, the capture that is kept for a comparison dropped. */
        String dropped(String query);

        /** This page with another query after its own, e.g. {@code year=2021}. */
        String here(String query);
    }

    public CapturesPage {
        texts = List.copyOf(texts);
        grave = List.copyOf(grave);
        rows = List.copyOf(rows);
        dots = List.copyOf(dots);
        strip = List.copyOf(strip);
        zoom = List.copyOf(zoom);
        pager = List.copyOf(pager);
    }

    /**
     * Lays a page out.
     *
     * @param url its address as last captured
     * @param recent its last texts, those of which it is known what they changed; empty where it has none
     * @param kept the capture that another is looked for to be compared with
     */
    public static CapturesPage of(
            String url, PageSpan span, Optional<HistoryPart> recent, Optional<Capture> kept, Links links) {
        Map<LocalDate, Long> fresh = span.begins().stream()
                .collect(Collectors.groupingBy(TimePoints::date, TreeMap::new, Collectors.counting()));
        TimePoints line = new TimePoints(span, fresh, recent);
        List<TimeDot.Point> points = line.all(day -> href(day, links), links::view);
        List<TimeDot> dots = TimeDot.line(points);
        TimeDot.Ends ends = TimeDot.Ends.of(points);
        List<VersionsPage.Text> texts = recent.map(
                        part -> VersionsPage.texts(part, ComparisonView.STANDARD, comparing(links)))
                .orElse(List.of());
        Optional<Version> last = recent.map(part -> part.all().get(part.all().size() - 1));
        return new CapturesPage(
                Shown.line(url),
                Shown.line(last.map(Version::headline).orElse(url)),
                Words.count(span.captures(), "capture") + ", "
                        + VersionWords.texts(
                                recent.map(HistoryPart::distinctTexts).orElse(span.texts()), span.texts()),
                last.map(version -> links.chain(version.firstCapture())),
                span.texts() > 1 ? Optional.of(links.history()) : Optional.empty(),
                texts.stream().limit(SHOWN).toList(),
                grave(texts),
                rows(span, links),
                dots,
                TimeDot.strip(points),
                ends.from(),
                ends.to(),
                zoom(span, line.wholeYear(), links),
                Calendar.of(
                        years(span, links),
                        span.days(),
                        fresh,
                        line::gravest,
                        span.wanted().month(),
                        month -> links.here("month=" + month),
                        day -> href(day, links)),
                part(span),
                pager(span, links),
                kept.map(capture -> new Kept(
                        capture.recordId(),
                        Words.minute(capture.date()),
                        links.view(capture.date()),
                        links.dropped(span.wanted().query()) + LIST)));
    }

    /** The gravest of the texts that are not shown, as many as one looks at. */
    private static List<VersionsPage.Text> grave(List<VersionsPage.Text> texts) {
        Comparator<VersionsPage.Text> gravest =
                Comparator.comparing(VersionsPage.Text::weight).reversed();
        return texts.stream()
                .skip(SHOWN)
                .filter(text -> text.weight().compareTo(Severity.HIGH) >= 0)
                .sorted(gravest.thenComparing(
                        Comparator.comparing(VersionsPage.Text::number).reversed()))
                .limit(SHOWN)
                .sorted(Comparator.comparing(VersionsPage.Text::number).reversed())
                .toList();
    }

    private static VersionsPage.Links comparing(Links links) {
        return new VersionsPage.Links() {
            @Override
            public Optional<String> compare(String base, String other) {
                return Optional.of(links.compare(base, other));
            }
        };
    }

    private static List<Row> rows(PageSpan span, Links links) {
        Set<Instant> begins = new HashSet<>(span.begins());
        return span.listed().stream()
                .map(capture -> {
                    int version = span.versionOf().getOrDefault(capture.recordId(), 0);
                    boolean fresh = version > 0
                            && begins.contains(capture.date())
                            && span.begins().get(version - 1).equals(capture.date());
                    return row(capture, version, fresh, links);
                })
                .toList();
    }

    private static Row row(Capture capture, int version, boolean fresh, Links links) {
        String label = label(capture, version, fresh)
                + capture.witness()
                        .map(archive -> ", via archive " + Shown.line(archive))
                        .orElse("");
        boolean failed = capture.status() >= 400 || capture.role() == Capture.Role.WALL;
        return new Row(
                Words.minute(capture.date()),
                label,
                fresh ? "◉" : failed ? "×" : "○",
                capture.status() == 0 ? "–" : Integer.toString(capture.status()),
                Words.size(capture.payloadLength()),
                version == 0 ? "–" : Words.number(version),
                links.view(capture.date()),
                version == 0 ? "" : links.kinds(capture),
                version == 0 ? "" : capture.recordId());
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

    private static String href(PageSpan.Day day, Links links) {
        return day.captures() == 1 ? links.view(day.first()) : links.here("day=" + day.date()) + LIST;
    }

    private static List<Calendar.YearLink> years(PageSpan span, Links links) {
        if (span.years().size() < 2) {
            return List.of();
        }
        String shown = span.days().isEmpty()
                ? ""
                : String.valueOf(span.days().get(0).date().getYear());
        List<Calendar.YearLink> years = new ArrayList<>();
        for (PageSpan.YearCount year : span.years()) {
            String label = year.year().toString();
            years.add(
                    0,
                    new Calendar.YearLink(
                            label, Words.number(year.captures()), links.here("year=" + label), label.equals(shown)));
        }
        return years;
    }

    private static List<Way> zoom(PageSpan span, boolean year, Links links) {
        PageSpan.Wanted wanted = span.wanted();
        if (wanted.month().isEmpty() && !year) {
            return List.of();
        }
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("All captures", links.here("")));
        String label = wanted.inYear().map(Year::toString).orElse("");
        if (span.years().size() > 1) {
            ways.add(new Way(label, wanted.month().isEmpty() ? "" : links.here("year=" + label)));
        }
        wanted.month().ifPresent(month -> ways.add(new Way(Words.month(month), "")));
        return ways;
    }

    private static String part(PageSpan span) {
        int from = span.wanted().from();
        boolean whole = span.listed().size() == span.among();
        String range = whole
                ? ""
                : Words.number(Math.min(from + 1L, span.among())) + " to "
                        + Words.number(from + (long) span.listed().size())
                        + " of " + Words.number(span.among());
        String words = span.wanted().words();
        String stretch = words.isEmpty() ? "" : "of " + words;
        return stretch.isEmpty() || range.isEmpty() ? stretch + range : stretch + ", " + range;
    }

    private static List<Way> pager(PageSpan span, Links links) {
        PageSpan.Wanted wanted = span.wanted();
        String stretch = wanted.query().isEmpty() ? "" : wanted.query() + "&";
        List<Way> ways = new ArrayList<>();
        if (wanted.from() > 0) {
            ways.add(new Way(
                    "Newer", links.here(stretch + "from=" + Math.max(0, wanted.from() - PageSpan.PART)) + LIST));
        }
        if (wanted.from() + span.listed().size() < span.among()) {
            ways.add(new Way("Older", links.here(stretch + "from=" + (wanted.from() + PageSpan.PART)) + LIST));
        }
        if (!stretch.isEmpty()) {
            ways.add(new Way("All captures", links.here("")));
        }
        return ways;
    }
}
