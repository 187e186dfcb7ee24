package org.pressmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Edits of one page, so that a page that is edited all day takes no more room in a list than another.
 *
 * @param last the last of them
 * @param more the others, the last first
 * @param summary of the others, e.g. {@code 11 more edits of this page, the gravest high}
 */
public record EditGroup(EditRow last, List<EditRow> more, String summary) {
    public EditGroup {
        more = List.copyOf(more);
    }

    /** Edits by page, in the order of the last edit of each. */
    static List<EditGroup> of(List<EditRow> edits) {
        Map<String, List<EditRow>> pages = new LinkedHashMap<>();
        edits.forEach(edit ->
                pages.computeIfAbsent(edit.page(), key -> new ArrayList<>()).add(edit));
        return pages.values().stream().map(EditGroup::group).toList();
    }

    private static EditGroup group(List<EditRow> edits) {
        List<EditRow> more = edits.subList(1, edits.size());
        String gravest = more.stream()
                .map(EditRow::weight)
                .max(Enum::compareTo)
                .map(weight -> ", the gravest " + weight.word())
                .orElse("");
        return new EditGroup(edits.get(0), more, Words.count(more.size(), "more edit") + " of this page" + gravest);
    }
}
