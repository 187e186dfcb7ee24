package org.pressmark.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.store.Tx;

/**
 * Which capture of a picture, style sheet or script belongs to a page: the one made in the course of the page's capture, even
 * where another page's capture of it lies a second nearer; else the nearest.
 */
final class PartChoice {
    /** A capture of a page takes its time: its parts come after it, a redirect to it may have come before. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private static final Duration AFTER = Duration.ofHours(1);
    private static final int MOST = 50;

    private final Tx tx;

    PartChoice(Tx tx) {
        this.tx = tx;
    }

    /**
     * The choice.
     *
     * @param page when the page was captured, to the second
     */
    Optional<Capture> nearest(UrlKey key, Instant page) {
        Instant second = page.truncatedTo(ChronoUnit.SECONDS);
        List<Capture> close = tx.captures().between(key, page.minus(BEFORE), page.plus(AFTER), MOST).stream()
                .filter(FindMemento::showsSomething)
                .toList();
        return close.stream()
                .filter(part -> inCourse(part, second))
                .min(Comparator.comparing(
                        part -> Duration.between(second, part.date()).abs()))
                .or(() -> tx.captures().nearest(key, page));
    }

    private boolean inCourse(Capture part, Instant second) {
        return part.page()
                .filter(page -> !page.equals(part.recordId()))
                .flatMap(page -> tx.captures().find(page))
                .map(page -> page.date().truncatedTo(ChronoUnit.SECONDS))
                .filter(second::equals)
                .isPresent();
    }
}
