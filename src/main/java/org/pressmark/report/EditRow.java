package org.pressmark.report;

import java.util.Objects;
import org.pressmark.model.Edit;

/**
 * An edit in a list of edits.
 *
 * @param severity in a word, also the name of its style
 * @param compare where the two texts stand side by side
 */
public record EditRow(
        String severity, String headline, String site, String finding, boolean silent, String seen, String compare) {
    public EditRow {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(compare);
    }

    /** A row in words. */
    public static EditRow of(Edit edit, String compare) {
        return new EditRow(
                edit.severity().word(),
                Shown.line(edit.step().to().headline()),
                Shown.line(Words.host(edit.url())),
                EditWords.finding(edit),
                edit.step().silent(),
                Words.minute(edit.step().to().firstSeen()),
                compare);
    }
}
