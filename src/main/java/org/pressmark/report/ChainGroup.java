package org.pressmark.report;

import java.util.List;
import java.util.Optional;

/**
 * The texts of a chain that came from one, for the list beside the picture.
 *
 * @param title the text that they came from, or what they have in common
 * @param summary how many they are and how much they changed
 * @param open whether they are shown without being asked for
 */
public record ChainGroup(String title, String summary, boolean open, List<Row> rows) {
    /**
     * A text.
     *
     * @param id its place on the page
     * @param page address of its captures; absent where none was made
     * @param basis what says that it came from there; empty where nothing does
     * @param others what else it is linked with
     * @param changes what differs from the text that it is set against
     * @param focus whether it is the text that was asked about
     */
    public record Row(
            String id,
            String name,
            String headline,
            Optional<String> page,
            String basis,
            List<String> others,
            Optional<Changes> changes,
            String says,
            String captured,
            boolean focus) {
        public Row {
            others = List.copyOf(others);
        }
    }

    /** What differs, in short and in a sentence. */
    public record Changes(String severity, String mark, String counts, String finding, Optional<String> href) {
        static Changes of(HopChanges hop, String against) {
            return new Changes(
                    hop.worst().word(),
                    Glyph.of(hop.worst()).unicode(),
                    hop.words(against),
                    hop.changes().isEmpty() ? "" : hop.finding(),
                    hop.href());
        }
    }

    public ChainGroup {
        rows = List.copyOf(rows);
    }
}
