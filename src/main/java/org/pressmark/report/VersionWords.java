package org.pressmark.report;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Change;
import org.pressmark.model.PageHistory.Step;
import org.pressmark.model.Version;

/** What a page's history is called in front of people. */
final class VersionWords {
    static final String SILENT =
            "Silent edit: the later text has neither a correction note nor a newer time of update.";

    private static final int LONGEST = 160;

    private VersionWords() {}

    /** E.g. {@code 14 captures, 3 distinct texts, 1 silent edit}; silent edits are told of a whole history only. */
    static String summary(HistoryPart part) {
        int silent = part.isWhole() ? part.history().silentEdits().size() : 0;
        return Words.count(part.captures(), "capture") + ", "
                + texts(part.distinctTexts(), part.all().size())
                + (silent == 0 ? "" : ", " + Words.count(silent, "silent edit"));
    }

    /** How many texts there are, and how often one took the place of another where some came back. */
    static String texts(int distinct, int all) {
        String count = Words.count(distinct, "distinct text");
        return all > distinct ? count + " (" + Words.number(all) + " with those that came back)" : count;
    }

    /** What differs from the text before, one sentence. */
    static String finding(Step step) {
        return new Findings(step.comparison(), "the earlier text", "the later text").sentence();
    }

    /** The words of a change in short. */
    static String words(Change change, String arrow) {
        Excerpt excerpt = Excerpt.of(change.before(), change.after(), LONGEST);
        String before = excerpt.before();
        String after = excerpt.after();
        return before.isEmpty() || change.op() == Change.Op.TRANSPOSITION
                ? after
                : after.isEmpty() ? before : before + arrow + after;
    }

    /**
     * The same for a page that runs from left to right, each side kept apart whichever way it is written: an arrow between
     * two Arabic wordings would point from the later to the earlier. A sign says of words on one side whether they came or
     * went.
     */
    static String signed(Change change) {
        Excerpt excerpt = Excerpt.of(change.before(), change.after(), LONGEST);
        if (change.op() == Change.Op.TRANSPOSITION) {
            return Glyph.MOVED.unicode() + " " + Excerpt.apart(excerpt.after());
        }
        if (change.before().isEmpty()) {
            return Glyph.ADDED.unicode() + " " + Excerpt.apart(excerpt.after());
        }
        return change.after().isEmpty()
                ? Glyph.REMOVED.unicode() + " " + Excerpt.apart(excerpt.before())
                : Excerpt.apart(excerpt.before()) + " → " + Excerpt.apart(excerpt.after());
    }

    /** The number of the first version with this text, where it is an earlier one. */
    static Optional<Integer> again(List<Version> all, Version version) {
        return all.stream()
                .filter(other ->
                        other.number() < version.number() && other.textDigest().equals(version.textDigest()))
                .map(Version::number)
                .findFirst();
    }
}
