package org.pressmark.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.pressmark.model.Capture;

/**
 * The archive's own state: how large, how it grew, whether it is sound.
 *
 * @param facts in the order in which they are shown
 * @param health when it was verified last, and how its log stands
 * @param months how it grew of late, the last month first
 * @param earlier and before that
 * @param bookmarklet an address that brings the page one is on to the box for addresses; escaped for an attribute
 */
public record ArchivePage(
        List<Fact> facts, List<Fact> health, List<Month> months, List<Month> earlier, String bookmarklet) {

    /** So many months are shown at once. */
    private static final int RECENT = 12;

    /**
     * One line of the state.
     *
     * @param link what stands before the value and leads somewhere; empty for nothing
     */
    public record Fact(String name, String value, String link, String href) {
        Fact(String name, String value) {
            this(name, value, "", "");
        }
    }

    /**
     * One month.
     *
     * @param share of the largest month, for the bar, e.g. {@code 37.5%}
     */
    public record Month(String name, String captures, String size, String share) {}

    /** What a month brought. */
    public record Grown(YearMonth month, long captures, long bytes) {}

    public ArchivePage {
        facts = List.copyOf(facts);
        health = List.copyOf(health);
        months = List.copyOf(months);
        earlier = List.copyOf(earlier);
    }

    /**
     * Lays the state out.
     *
     * @param origin under which this server is being spoken to
     * @param view address of a capture in its frame
     */
    public static ArchivePage of(
            String folder,
            String origin,
            long files,
            long bytes,
            long captures,
            long pages,
            long texts,
            long free,
            List<Grown> grown,
            Health health,
            Function<Capture, String> view) {
        long most = grown.stream().mapToLong(Grown::bytes).max().orElse(1);
        List<Month> months = new ArrayList<>();
        grown.forEach(month -> months.add(0, month(month, most)));
        int recent = Math.min(RECENT, months.size());
        return new ArchivePage(
                List.of(
                        new Fact("Folder", Shown.line(folder)),
                        new Fact("Stored", Words.size(bytes) + " in " + Words.count(files, "WARC file")),
                        new Fact("Captures", Words.number(captures)),
                        new Fact("Pages", Words.number(pages)),
                        new Fact("Texts", Words.number(texts)),
                        new Fact("Free on this disk", Words.size(free))),
                List.of(
                        new Fact("Last verified", health.checked()),
                        unverified(health, view),
                        new Fact("Signed log", health.logged()),
                        new Fact(
                                "Name of the log",
                                health.log().map(Health.Log::name).orElse("–")),
                        new Fact("Signing key", health.signedBy())),
                months.subList(0, recent),
                months.subList(recent, months.size()),
                Xml.escape("javascript:location.href='" + origin + "/?capture='+encodeURIComponent(location.href)"));
    }

    private static Fact unverified(Health health, Function<Capture, String> view) {
        String name = "Oldest unverified";
        return health.unread()
                .flatMap(Health.Unread::oldest)
                .map(oldest -> new Fact(name, health.unverified(), Shown.line(oldest.url()), view.apply(oldest)))
                .orElseGet(() -> new Fact(name, health.unverified()));
    }

    private static Month month(Grown month, long most) {
        return new Month(
                month.month().toString(),
                Words.number(month.captures()),
                Words.size(month.bytes()),
                String.format(Locale.ROOT, "%.1f%%", 100.0 * month.bytes() / Math.max(1, most)));
    }
}
