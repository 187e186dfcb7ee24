package org.pressmark.report;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Change;
import org.pressmark.model.PageHistory;
import org.pressmark.model.PageHistory.Step;
import org.pressmark.model.Version;

/** What a page's history is called in front of people. */
final class VersionWords {
    static final String SILENT =
            "Silent edit: the later text has neither a correction note nor a newer time of update.";

    private static final int LONGEST = 160;

    private VersionWords() {}

    /** E.g. {@code 14 captures, 3 distinct texts, 1 silent edit}. */
    static String summary(PageHistory history) {
        return summary(HistoryPart.whole(history));
    }

    /** The same; silent edits are told of a whole history only. */
    static String summary(HistoryPart part) {
        int silent = part.isWhole() ? part.history().silentEdits().size() : 0;
        return Words.count(part.captures(), "capture") + ", " + Words.count(part.distinctTexts(), "distinct text")
                + (silent == 0 ? "" : ", " + Words.count(silent, "silent edit"));
    }

    /** What differs from the text before, one sentence. */
    static String finding(Step step) {
        return new Findings(step.comparison(), "the earlier text", "the later text").sentence();
    }

    /** The words of a change in short. */
    static String words(Change change, String arrow) {
        String before = Cells.fit(Shown.line(change.before()), LONGEST, "…");
        String after = Cells.fit(Shown.line(change.after()), LONGEST, "…");
        return before.isEmpty() || change.op() == Change.Op.TRANSPOSITION
                ? after
                : after.isEmpty() ? before : before + arrow + after;
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
