package org.pressmark.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Change;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.PageHistory;
import org.pressmark.model.PageHistory.Step;
import org.pressmark.model.Severity;
import org.pressmark.model.Version;

/**
 * A page's texts in the order of time, as the pages show it.
 *
 * @param all address of the apparatus of all texts at once
 * @param dots a dot a capture
 * @param strip the same for a narrow screen, where it must be shorter there
 * @param texts the last first
 * @param part which of the texts are shown, in words; empty where all are
 * @param pager ways to the others
 */
public record VersionsPage(
        String url,
        String title,
        String summary,
        Optional<String> all,
        List<TimeDot> dots,
        List<TimeDot> strip,
        String from,
        String to,
        List<Text> texts,
        List<Line> headlines,
        String part,
        List<Way> pager) {

    /** Most texts that are shown at once, each set against the one before. */
    public static final int PART = 20;

    /** Most changes of a text that are told; all stand in the comparison. */
    private static final int MOST_CHANGES = 12;

    /** Most texts that are set against each other at once. */
    private static final int MOST_AT_ONCE = 20;

    /** A way to other texts. */
    public record Way(String label, String rel, String href) {}

    /**
     * One text.
     *
     * @param headline where it is another than that of the text before and no change tells it; else empty
     * @param finding what differs from the text before; empty for the first
     * @param mark the severity's shape
     * @param more how many changes are not told
     * @param compare address of the comparison with the text before
     */
    public record Text(
            int number,
            String headline,
            String seen,
            String captures,
            String finding,
            Severity weight,
            String mark,
            String counts,
            boolean silent,
            Optional<String> compare,
            List<Difference> changes,
            int more) {
        public String severity() {
            return weight.word();
        }

        /** The gravest change, which is shown at once. */
        public Optional<Difference> gravest() {
            return changes.stream().findFirst();
        }
    }

    /** A change in short. */
    public record Difference(String severity, String mark, String title, String words) {}

    /** A headline and when it was seen. */
    public record Line(String first, String last, String captures, String headline) {}

    /** Where the parts of the page lead; {@link #NONE} in a file that stands alone. */
    public interface Links {
        Links NONE = new Links() {};

        /** The comparison of two captures, by record id. */
        default Optional<String> compare(String base, String other) {
            return Optional.empty();
        }

        /** The apparatus of captures, by record id. */
        default Optional<String> all(List<String> captures) {
            return Optional.empty();
        }

        /** This page with the texts up to one. */
        default Optional<String> until(int number) {
            return Optional.empty();
        }

        /** The replay of a capture. */
        default Optional<String> view(Capture capture) {
            return Optional.empty();
        }
    }

    public VersionsPage {
        dots = List.copyOf(dots);
        strip = List.copyOf(strip);
        texts = List.copyOf(texts);
        headlines = List.copyOf(headlines);
        pager = List.copyOf(pager);
    }

    /**
     * Lays a history out, or a stretch of one.
     *
     * @param view which changes of a step are shown
     */
    public static VersionsPage of(HistoryPart part, ComparisonView view, Links links) {
        PageHistory history = part.history();
        List<String> firsts = part.all().stream()
                .filter(version -> VersionWords.again(part.all(), version).isEmpty())
                .limit(MOST_AT_ONCE + 1L)
                .map(Version::firstCapture)
                .toList();
        List<TimeDot.Point> points = points(history, steps(history), links);
        TimeDot.Ends ends = TimeDot.Ends.of(points);
        return new VersionsPage(
                Shown.line(history.url()),
                Shown.line(part.all().get(part.all().size() - 1).headline()),
                VersionWords.summary(part),
                firsts.size() > 2 && firsts.size() <= MOST_AT_ONCE ? links.all(firsts) : Optional.empty(),
                TimeDot.line(points),
                TimeDot.strip(points),
                ends.from(),
                ends.to(),
                texts(part, view, links),
                history.headlines().stream()
                        .map(headline -> new Line(
                                Words.minute(headline.firstSeen()),
                                Words.minute(headline.lastSeen()),
                                Words.number(headline.captures()),
                                Shown.line(headline.text())))
                        .toList(),
                part.isWhole()
                        ? ""
                        : part.first() + " to " + part.last() + " of "
                                + Words.number(part.all().size()),
                pager(part, links));
    }

    private static List<Way> pager(HistoryPart part, Links links) {
        List<Way> ways = new ArrayList<>();
        int all = part.all().size();
        if (part.last() < all) {
            links.until(Math.min(all, part.last() + PART))
                    .ifPresent(href -> ways.add(new Way("Later texts", "prev", href)));
        }
        if (part.first() > 1) {
            links.until(part.first() - 1).ifPresent(href -> ways.add(new Way("Earlier texts", "next", href)));
        }
        return ways;
    }

    /** The texts of a stretch, the last first. */
    static List<Text> texts(HistoryPart part, ComparisonView view, Links links) {
        Map<Integer, Step> steps = steps(part.history());
        List<Text> texts = new ArrayList<>();
        for (Version version : part.history().versions()) {
            texts.add(0, text(part, version, Optional.ofNullable(steps.get(version.number())), view, links));
        }
        return texts;
    }

    private static Map<Integer, Step> steps(PageHistory history) {
        Map<Integer, Step> steps = new HashMap<>();
        history.steps().forEach(step -> steps.put(step.to().number(), step));
        return steps;
    }

    private static Text text(HistoryPart part, Version version, Optional<Step> step, ComparisonView view, Links links) {
        String seen = version.captures() == 1
                ? Words.minute(version.firstSeen())
                : Words.minute(version.firstSeen()) + " to " + Words.minute(version.lastSeen());
        Severity severity = step.map(Step::severity).orElse(Severity.NONE);
        List<Change> changes =
                step.map(there -> view.select(there.comparison())).orElse(List.of());
        boolean toldAnyway = !changes.isEmpty() && changes.get(0).kind() == ChangeKind.HEADLINE_CHANGED;
        boolean headlined = step.isEmpty() || !step.get().from().headline().equals(version.headline()) && !toldAnyway;
        Optional<String> compare = step.flatMap(
                there -> links.compare(there.from().firstCapture(), there.to().firstCapture()));
        int told = compare.isPresent() ? Math.min(MOST_CHANGES, changes.size()) : changes.size();
        return new Text(
                version.number(),
                headlined ? Shown.line(version.headline()) : "",
                seen,
                Words.count(version.captures(), "capture")
                        + VersionWords.again(part.all(), version)
                                .map(number -> ", text " + number + " again")
                                .orElse(""),
                step.map(VersionWords::finding).orElse(""),
                severity,
                Glyph.of(severity).unicode(),
                step.map(there -> ChangeWords.counts(there.comparison().changes(), "·"))
                        .orElse(""),
                step.map(Step::silent).orElse(false),
                compare,
                changes.stream().limit(told).map(VersionsPage::difference).toList(),
                changes.size() - told);
    }

    private static Difference difference(Change change) {
        return new Difference(
                change.severity().word(),
                Glyph.of(change.severity()).unicode(),
                ChangeWords.title(change),
                VersionWords.signed(change));
    }

    private static List<TimeDot.Point> points(PageHistory history, Map<Integer, Step> steps, Links links) {
        List<TimeDot.Point> points = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < history.captures().size(); i++) {
            Capture capture = history.captures().get(i);
            int version = i < history.versionOf().size() ? history.versionOf().get(i) : 0;
            boolean wall = capture.role() == Capture.Role.WALL;
            boolean error = capture.status() >= 400 || wall;
            boolean fresh = version > 0 && version != last;
            Optional<Step> step = fresh ? Optional.ofNullable(steps.get(version)) : Optional.empty();
            Severity severity = step.map(Step::severity).orElse(Severity.NONE);
            String what = error
                    ? wall ? "a wall in the page's place" : "error " + capture.status()
                    : !fresh
                            ? version > 0 ? "unchanged" : "no article"
                            : step.map(there -> "text " + version + ", " + severity.word()
                                            + (there.silent() ? ", silent edit" : ""))
                                    .orElse("first text");
            points.add(new TimeDot.Point(
                    capture.date(),
                    error ? "cross" : fresh ? "ring" : "dot",
                    capture.witness().isPresent(),
                    severity,
                    Words.minute(capture.date()) + ": " + what
                            + capture.witness()
                                    .map(archive -> ", kept by " + Shown.line(archive))
                                    .orElse(""),
                    fresh ? "#text-" + version : links.view(capture).orElse("")));
            last = version > 0 ? version : last;
        }
        return points;
    }
}
