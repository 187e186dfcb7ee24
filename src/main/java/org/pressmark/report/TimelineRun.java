package org.pressmark.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.PageHistory;
import org.pressmark.model.PageHistory.Step;

/**
 * Captures of a page that follow each other and say the same.
 *
 * @param what they are
 * @param captures oldest first, at least one
 * @param version the number of the text that they hold; 0 where they hold none
 * @param step what differs from the text before, where this run brings another one
 */
public record TimelineRun(What what, List<Capture> captures, int version, Optional<Step> step) {

    /** What a capture is in the course of a page. */
    public enum What {
        /** Holds the article. */
        TEXT,
        /** Was answered, but no article was found. */
        NO_ARTICLE,
        /** A bot check, a login, a consent or rate-limit page. */
        WALL,
        REDIRECT,
        ERROR;

        /** The word for people and files, e.g. {@code no article}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public TimelineRun {
        Objects.requireNonNull(what);
        captures = List.copyOf(captures);
        if (captures.isEmpty()) {
            throw new IllegalArgumentException("expected a capture, found none");
        }
    }

    public Instant from() {
        return captures.get(0).date();
    }

    public Instant to() {
        return captures.get(captures.size() - 1).date();
    }

    /** The runs of a page's history, oldest first. */
    public static List<TimelineRun> of(PageHistory history) {
        List<TimelineRun> out = new ArrayList<>();
        List<Capture> open = new ArrayList<>();
        int texts = 0;
        for (int i = 0; i < history.captures().size(); i++) {
            Capture capture = history.captures().get(i);
            int version = history.versionOf().get(i);
            open.add(capture);
            boolean ends = i + 1 == history.captures().size()
                    || history.versionOf().get(i + 1) != version
                    || what(history.captures().get(i + 1), history.versionOf().get(i + 1)) != what(capture, version);
            if (ends) {
                boolean fresh = version > texts;
                texts = Math.max(texts, version);
                out.add(new TimelineRun(
                        what(capture, version), open, version, fresh ? step(history, version) : Optional.empty()));
                open = new ArrayList<>();
            }
        }
        return List.copyOf(out);
    }

    private static Optional<Step> step(PageHistory history, int version) {
        return history.steps().stream()
                .filter(step -> step.to().number() == version)
                .findFirst();
    }

    private static What what(Capture capture, int version) {
        if (capture.role() == Capture.Role.WALL) {
            return What.WALL;
        }
        if (version > 0) {
            return What.TEXT;
        }
        if (capture.status() >= 300 && capture.status() < 400 && !capture.revisit()) {
            return What.REDIRECT;
        }
        return capture.status() >= 400 ? What.ERROR : What.NO_ARTICLE;
    }
}
