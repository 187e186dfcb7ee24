package org.pressmark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Witness;

/**
 * An apparatus as the pages show it: the base's text with heat where the copies part, the readings beside it.
 *
 * @param finding what was found, one sentence
 * @param counts places by severity, e.g. {@code 1 critical · 2 high}; empty where there are none
 * @param part which of very many places are shown here; empty where all are
 * @param cards the copies, the base among them
 * @param groups the places by severity, highest first
 * @param rows the base's fields that differ, then its body, block by block, each with the places in it
 * @param marks where in the text the places lie
 */
public record ApparatusPage(
        String title,
        String finding,
        String counts,
        String base,
        Optional<ComparisonPage.Part> part,
        List<Card> cards,
        List<Group> groups,
        List<Row> rows,
        List<ComparisonPage.Mark> marks) {

    /**
     * Where the page leads to.
     *
     * @param replay address of a copy's replay
     * @param part address of a part of very many places, by its number
     */
    public record Links(Function<Witness, Optional<String>> replay, Optional<IntFunction<String>> part) {
        /** For a file that stands alone. */
        public static final Links NONE = new Links(witness -> Optional.empty(), Optional.empty());
    }

    /**
     * One copy.
     *
     * @param role e.g. {@code differs at 3 places, alone at 1}
     */
    public record Card(ComparisonPage.Copy copy, String role) {}

    /** Places of one severity. */
    public record Group(String severity, String mark, List<Note> notes) {}

    /**
     * One place of variation.
     *
     * @param share e.g. {@code 2 of 4 differ from A}
     * @param quotation all readings with their references, ready to paste
     */
    public record Note(
            int number,
            String severity,
            String mark,
            String kind,
            String title,
            String where,
            String share,
            String rule,
            List<Line> readings,
            String quotation) {}

    /**
     * What some copies read.
     *
     * @param standing {@code base}, {@code variant}, {@code moved} or {@code lacking}
     */
    public record Line(String sigla, String text, String remark, String standing) {}

    /**
     * A block of the base.
     *
     * @param number the paragraph's number, 0 for what is not counted
     */
    public record Row(String kind, String label, int number, String language, List<Piece> pieces, List<Note> notes) {}

    /**
     * Some characters of the base.
     *
     * @param place number of the place they belong to, 0 for none
     * @param heat from 1, few copies differ, to 4, all do
     * @param words what colour and line say too, e.g. {@code 2 of 4 differ from A, high}
     */
    public record Piece(String text, int place, String severity, int heat, String words) {}

    /** More copies than these are told by name alone until one asks for more. */
    private static final int MANY = 6;

    /** Whether there are so many copies that cards of them all would hide what differs. */
    public boolean many() {
        return cards.size() > MANY;
    }

    public ApparatusPage {
        cards = List.copyOf(cards);
        groups = List.copyOf(groups);
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
    }

    /** The kinds that occur, gravest first, to be filtered by. */
    public List<ComparisonPage.Kind> kinds() {
        Map<String, ComparisonPage.Kind> out = new LinkedHashMap<>();
        groups.stream()
                .flatMap(group -> group.notes().stream())
                .forEach(note -> out.merge(
                        note.kind(),
                        new ComparisonPage.Kind(note.kind(), note.kind().replace('-', ' '), 1),
                        (old, one) -> new ComparisonPage.Kind(old.word(), old.title(), old.count() + 1)));
        return List.copyOf(out.values());
    }

    /**
     * Lays an apparatus out.
     *
     * @param links into the archive behind the page, if there is one
     * @param part which of very many places, from 1; there is no other where they are few
     */
    public static ApparatusPage of(Apparatus apparatus, ComparisonView view, Links links, int part) {
        return new ApparatusLayout(apparatus, view.select(apparatus), links, part).page();
    }
}
