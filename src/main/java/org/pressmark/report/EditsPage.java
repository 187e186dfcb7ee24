package org.pressmark.report;

import java.util.List;

/**
 * The last edits of all pages.
 *
 * @param severity the least that is shown, in a word
 * @param feed address of the same as a feed
 */
public record EditsPage(List<EditRow> edits, String severity, String feed) {
    /** What can be chosen. */
    public static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low", "notice");

    public EditsPage {
        edits = List.copyOf(edits);
    }

    /** The edits by page. */
    public List<EditGroup> groups() {
        return EditGroup.of(edits);
    }
}
