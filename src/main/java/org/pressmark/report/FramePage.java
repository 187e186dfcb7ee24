package org.pressmark.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pressmark.model.Capture;

/**
 * A replayed page in its frame, with a banner outside of the archived document that says what is shown.
 *
 * @param drift how far the capture lies from the time asked for; empty where it is the one asked for
 * @param memento address of the replayed page itself
 * @param captures address of the page's captures
 * @param extraction address of the page that tells what was read from it
 * @param previous address of the framed capture before this one
 * @param next address of the framed capture after it
 */
public record FramePage(
        String url,
        String captured,
        String drift,
        String remark,
        String memento,
        String captures,
        String extraction,
        Optional<String> previous,
        Optional<String> next) {

    /**
     * Lays the banner out.
     *
     * @param asked the time asked for
     */
    public static FramePage of(
            Capture capture,
            Optional<Instant> asked,
            String memento,
            String captures,
            String extraction,
            Optional<String> previous,
            Optional<String> next) {
        String witness = capture.witness()
                .map(archive -> " Seen and kept by " + Shown.line(archive) + ", not by this archive.")
                .orElse("");
        String remark = capture.truncated().isPresent()
                ? "The stored body is incomplete."
                : capture.status() >= 400 ? "The server answered with error " + capture.status() + "." : "";
        return new FramePage(
                Shown.line(capture.url()),
                Words.minute(capture.date()),
                asked.map(time -> drift(time, capture.date())).orElse(""),
                (remark + witness).strip(),
                memento,
                captures,
                extraction,
                previous,
                next);
    }

    /** The same page with its blocks outlined, at another address. */
    public FramePage outlined(String address) {
        return new FramePage(
                url,
                captured,
                drift,
                "A copy made for this view: the blocks that were read are outlined by kind.",
                address,
                captures,
                extraction,
                Optional.empty(),
                Optional.empty());
    }

    private static String drift(Instant asked, Instant date) {
        Duration distance = Duration.between(asked, date);
        long seconds = distance.abs().toSeconds();
        if (seconds < 60) {
            return "";
        }
        String much = seconds >= 2 * 86_400
                ? Words.count(seconds / 86_400, "day")
                : seconds >= 2 * 3600 ? Words.count(seconds / 3600, "hour") : Words.count(seconds / 60, "minute");
        return "Asked for " + Words.minute(asked) + "; the nearest capture is " + much
                + (distance.isNegative() ? " earlier." : " later.");
    }
}
