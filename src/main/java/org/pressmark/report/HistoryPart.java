package org.pressmark.report;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.PageHistory;
import org.pressmark.model.Version;

/**
 * A stretch of a page's history: a page that changes every day has more texts than anybody reads at once.
 *
 * @param history the stretch's texts and the steps to them, the first being the step from the text before it; of its captures
 *     all, or those that brought the texts
 * @param all every text of the page
 * @param captures how many captures of the page there are in all
 */
public record HistoryPart(PageHistory history, List<Version> all, int captures) {
    public HistoryPart {
        all = List.copyOf(all);
    }

    /** Which of the texts these are, e.g. {@code texts 2,501 to 3,000 of 3,000}; empty where they are all. */
    public Optional<String> words() {
        return isWhole()
                ? Optional.empty()
                : Optional.of("texts " + Words.number(first()) + " to " + Words.number(last()) + " of "
                        + Words.number(all.size()));
    }

    boolean isWhole() {
        return history.versions().size() == all.size();
    }

    /** How many texts there are, one that came back counted once. */
    public int distinctTexts() {
        return (int) all.stream().map(Version::textDigest).distinct().count();
    }

    /** The number of the stretch's first text. */
    public int first() {
        return history.versions().get(0).number();
    }

    /** The number of its last. */
    int last() {
        return history.versions().get(history.versions().size() - 1).number();
    }
}
