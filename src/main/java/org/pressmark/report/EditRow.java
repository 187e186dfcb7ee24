package org.pressmark.report;

import java.util.Objects;
import org.pressmark.model.Edit;
import org.pressmark.model.Severity;

/**
 * An edit in a list of edits.
 *
 * @param page the page's key: edits of one page have the same
 * @param words what differs most, in its own words; empty where nothing but presentation does
 * @param compare where the two texts stand side by side
 */
public record EditRow(
        String page,
        Severity weight,
        String headline,
        String site,
        String finding,
        String words,
        boolean silent,
        String seen,
        String compare) {
    public EditRow {
        Objects.requireNonNull(weight);
        Objects.requireNonNull(compare);
    }

    /** In a word, also the name of its style. */
    public String severity() {
        return weight.word();
    }

    /** Its shape. */
    public String mark() {
        return Glyph.of(weight).unicode();
    }

    /** A row in words. */
    public static EditRow of(Edit edit, String compare) {
        return new EditRow(
                edit.step().to().page().toString(),
                edit.severity(),
                Shown.line(edit.step().to().headline()),
                Shown.line(Words.host(edit.url())),
                EditWords.finding(edit),
                edit.step().comparison().changes().stream()
                        .findFirst()
                        .map(VersionWords::signed)
                        .orElse(""),
                edit.step().silent(),
                Words.minute(edit.step().to().firstSeen()),
                compare);
    }
}
