package org.pressmark.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.model.Change;
import org.pressmark.model.Edit;
import org.pressmark.model.PageHistory.Step;

/** An edit of a page in words: for mail, feeds and lists. */
public final class EditWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int CHANGES = 20;

    private EditWords() {}

    /** E.g. {@code critical change: Kremlin's Strategic Partner Turkey …}; one line. */
    public static String title(Edit edit) {
        return edit.severity().word() + " change: "
                + Shown.line(edit.step().to().headline());
    }

    /** What differs, one sentence. */
    public static String finding(Edit edit) {
        return VersionWords.finding(edit.step());
    }

    /**
     * Some lines for a reader of mail.
     *
     * @param compare where the two texts stand side by side, where that is known
     */
    public static String text(Edit edit, Optional<String> compare) {
        Step step = edit.step();
        StringBuilder out = new StringBuilder();
        out.append(finding(edit)).append('\n');
        if (step.silent()) {
            out.append(VersionWords.SILENT).append('\n');
        }
        out.append('\n').append(Shown.line(edit.url())).append('\n');
        out.append("Last seen as it was: ")
                .append(MINUTE.format(step.from().lastSeen()))
                .append('\n');
        out.append("First seen changed:  ")
                .append(MINUTE.format(step.to().firstSeen()))
                .append('\n');
        compare.ifPresent(
                address -> out.append("Side by side: ").append(address).append('\n'));
        out.append('\n');
        step.comparison().changes().stream().limit(CHANGES).forEach(change -> append(out, change));
        int more = step.comparison().changes().size() - CHANGES;
        if (more > 0) {
            out.append("and ").append(Words.count(more, "more change")).append('\n');
        }
        return out.toString();
    }

    private static void append(StringBuilder out, Change change) {
        out.append(change.severity().word())
                .append(" · ")
                .append(ChangeWords.title(change))
                .append('\n');
        side(out, '−', change.before());
        side(out, '+', change.after());
        out.append("  ")
                .append(change.explanation())
                .append(" (rule ")
                .append(change.rule())
                .append(")\n\n");
    }

    private static void side(StringBuilder out, char sign, String words) {
        if (!words.isEmpty()) {
            out.append("  ").append(sign).append(' ').append(Shown.line(words)).append('\n');
        }
    }
}
