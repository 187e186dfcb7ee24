package org.pressmark.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.replay.MementoChoice;
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
    private static final int MOST_SPELLINGS = 1000;

    private final Tx tx;

    PartChoice(Tx tx) {
        this.tx = tx;
    }

    /**
     * The choice.
     *
     * @param page when the page was captured, to the second
     */
    Optional<Capture> nearest(String url, Instant page) {
        UrlKey key = UrlKey.of(url);
        return nearest(key, page)
                .map(found ->
                        LetterCase.other(found, url) ? asAsked(key, url, page).orElse(found) : found);
    }

    /** The same where only the key is known. */
    Optional<Capture> nearest(UrlKey key, Instant page) {
        return nearest(tx.captures().between(key, page.minus(BEFORE), page.plus(AFTER), MOST), page)
                .or(() -> tx.captures().nearest(key, page));
    }

    private Optional<Capture> asAsked(UrlKey key, String url, Instant page) {
        List<Capture> own = tx.captures().of(key, 0, MOST_SPELLINGS).stream()
                .filter(capture -> !LetterCase.other(capture, url) && FindMemento.showsSomething(capture))
                .toList();
        return nearest(own, page).or(() -> MementoChoice.nearest(own, page).map(MementoChoice::capture));
    }

    private Optional<Capture> nearest(List<Capture> close, Instant page) {
        Instant second = page.truncatedTo(ChronoUnit.SECONDS);
        return close.stream()
                .filter(part -> FindMemento.showsSomething(part) && inCourse(part, second))
                .min(Comparator.comparing(
                        part -> Duration.between(second, part.date()).abs()));
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
