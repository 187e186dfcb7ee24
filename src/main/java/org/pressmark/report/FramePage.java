package org.pressmark.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;

/**
 * A replayed page in its frame, with a banner outside of the archived document that says what is shown.
 *
 * @param facts what is true of it, each a sentence: which of how many, whether its scripts run
 * @param remarks what a reader must not overlook, each a sentence: how far it is from what was asked for, an error
 * @param whole how complete it is and how far apart in time its parts are; empty where it needs nothing
 * @param missing addresses of parts that are not stored, some of them
 * @param source address of what the frame shows
 * @param sandbox what the frame allows; empty for what browsers show in no sandbox
 * @param links to what lies around it
 */
public record FramePage(
        String url,
        String captured,
        List<String> facts,
        List<String> remarks,
        String whole,
        List<String> missing,
        String source,
        Optional<String> sandbox,
        List<Link> links) {

    /** A link of the banner; {@code rel} says what it is to browsers, empty text for nothing. */
    public record Link(String text, String href, String rel) {
        public Link(String text, String href) {
            this(text, href, "");
        }
    }

    /**
     * Which of a page's captures this is.
     *
     * @param number from 1, in the order of time; 0 where that is not known
     */
    public record Rank(int number, int among) {}

    /**
     * What the page needs to be seen as it was.
     *
     * @param needed how many pictures, styles, fonts, scripts and frames it names
     * @param absent how many of them are not stored
     * @param missing addresses of some of those
     * @param before the longest time by which a part is older than the page
     * @param after the longest time by which a part is younger
     */
    public record Parts(
            int needed, int absent, List<String> missing, Optional<Duration> before, Optional<Duration> after) {}

    /** Shorter drift of parts is what loading a page takes. */
    private static final Duration LOADING = Duration.ofMinutes(10);

    private static final String QUIET =
            "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";
    private static final String LOUD = "allow-scripts allow-same-origin allow-top-navigation-by-user-activation";

    public FramePage {
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
        missing = List.copyOf(missing);
        links = List.copyOf(links);
    }

    /**
     * Lays the banner out.
     *
     * @param asked the time asked for
     * @param source address of the replayed page
     * @param scripts whether archived scripts run in it
     */
    public static FramePage of(
            Capture capture,
            Optional<Instant> asked,
            Rank rank,
            Parts parts,
            String source,
            boolean scripts,
            List<Link> links) {
        List<String> facts = new ArrayList<>();
        if (rank.number() > 0) {
            facts.add(
                    rank.among() == 1 ? "The only capture." : "Capture " + rank.number() + " of " + rank.among() + ".");
        }
        facts.add(
                scripts
                        ? "Its scripts run, cut off from the live web."
                        : "Scripts are off; nothing is asked of the live web.");
        boolean pdf = capture.mediaType().equals("application/pdf");
        return new FramePage(
                Shown.line(capture.url()),
                Words.minute(capture.date()),
                facts,
                remarks(capture, asked),
                whole(parts),
                parts.missing().stream().map(Shown::line).toList(),
                source,
                pdf ? Optional.empty() : Optional.of(scripts ? LOUD : QUIET),
                links);
    }

    /** The same page with its blocks outlined, at another address. */
    public FramePage outlined(String address) {
        return new FramePage(
                url,
                captured,
                List.of("A copy made for this view: the blocks that were read are outlined by kind."),
                remarks,
                "",
                List.of(),
                address,
                sandbox,
                links);
    }

    private static List<String> remarks(Capture capture, Optional<Instant> asked) {
        List<String> remarks = new ArrayList<>();
        asked.flatMap(time -> drift(time, capture.date())).ifPresent(remarks::add);
        if (capture.truncated().isPresent()) {
            remarks.add("The stored body is incomplete.");
        }
        if (capture.status() >= 400) {
            remarks.add("The server answered with error " + capture.status() + ".");
        }
        capture.witness()
                .ifPresent(
                        archive -> remarks.add("Seen and kept by " + Shown.line(archive) + ", not by this archive."));
        capture.redirect().ifPresent(to -> remarks.add("The server sent readers on to " + Shown.line(to) + "."));
        return remarks;
    }

    private static String whole(Parts parts) {
        return parts.needed() == 0
                ? ""
                : complete(parts)
                        + spread(parts).map(sentence -> " " + sentence).orElse("");
    }

    private static String complete(Parts parts) {
        String whole = Words.count(parts.needed(), "picture, style or script", "pictures, styles and scripts");
        return parts.absent() == 0
                ? whole + " needed, all stored."
                : whole + " needed, " + Words.number(parts.absent()) + " of them not stored.";
    }

    private static Optional<String> spread(Parts parts) {
        Optional<String> before =
                parts.before().filter(FramePage::far).map(FramePage::span).map(span -> span + " older");
        Optional<String> after =
                parts.after().filter(FramePage::far).map(FramePage::span).map(span -> span + " younger");
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        String both = before.isPresent() && after.isPresent() ? before.get() + ", others " + after.get() : "";
        return Optional.of("Some parts are up to "
                + (both.isEmpty() ? before.or(() -> after).orElse("") : both) + ".");
    }

    private static boolean far(Duration drift) {
        return drift.compareTo(LOADING) > 0;
    }

    private static Optional<String> drift(Instant asked, Instant date) {
        Duration distance = Duration.between(asked, date);
        if (distance.abs().toSeconds() < 60) {
            return Optional.empty();
        }
        return Optional.of("Asked for " + Words.minute(asked) + "; the nearest capture is " + span(distance.abs())
                + (distance.isNegative() ? " earlier." : " later."));
    }

    private static String span(Duration distance) {
        long seconds = distance.toSeconds();
        return seconds >= 2 * 86_400
                ? Words.count(seconds / 86_400, "day")
                : seconds >= 2 * 3600 ? Words.count(seconds / 3600, "hour") : Words.count(seconds / 60, "minute");
    }
}
