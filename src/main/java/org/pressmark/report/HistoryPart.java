package org.pressmark.report;

import java.util.List;
import org.pressmark.model.PageHistory;
import org.pressmark.model.Version;

/**
 * A stretch of a page's history: a page that changes every day has more texts than anybody reads at once.
 *
 * @param history the stretch's texts and the steps to them, the first being the step from the text before it; of its captures
 *     all where the stretch is the whole of a short history, else those that brought the texts
 * @param all every text of the page
 * @param captures how many captures of the page there are in all
 */
public record HistoryPart(PageHistory history, List<Version> all, int captures) {
    public HistoryPart {
        all = List.copyOf(all);
    }

    static HistoryPart whole(PageHistory history) {
        return new HistoryPart(history, history.versions(), history.captures().size());
    }

    boolean isWhole() {
        return history.versions().size() == all.size();
    }

    /** How many texts there are, one that came back counted once. */
    public int distinctTexts() {
        return (int) all.stream().map(Version::textDigest).distinct().count();
    }

    /** The number of the stretch's first text. */
    int first() {
        return history.versions().get(0).number();
    }

    /** The number of its last. */
    int last() {
        return history.versions().get(history.versions().size() - 1).number();
    }
}
