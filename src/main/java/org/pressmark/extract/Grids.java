package org.pressmark.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pressmark.model.BlockKind;

/** Judges cells and list items by the table or list that they stand in. */
final class Grids {
    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final double MOSTLY_LINKS = 0.6;
    private static final double ALL_LINKS = 1;
    private static final int NOTE_WORDS = 300;
    /** As pandoc, goldmark, kramdown and others write the way back from a note. */
    private static final Evaluator BACK = Selector.evaluatorOf(
            "[role=doc-backlink], .footnote-backref, .reversefootnote, .footnote-back, a[href^=#fnref]");

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final int MOST_WORKS = 500;
    /** A paragraph of running text has more words. */
    private static final int FEW = 12;

    private final Page page;
    private final Map<Element, Boolean> works = new HashMap<>();
    private final Map<Element, Boolean> tables = new HashMap<>();
    private final Map<Element, int[]> lists = new HashMap<>();
    private final Set<Element> told = new HashSet<>();

    Grids(Page page) {
        this.page = page;
    }

    /** The whole table at its first cell; a paragraph where the table only lays out the page. */
    Optional<Draft> cell(Piece piece, int at) {
        Element table = Tags.within(piece.element(), Set.of("table"));
        if (table == null || !tables.computeIfAbsent(table, Tables::data)) {
            return Page.weight(piece) > 0
                    ? Draft.keep(piece, BlockKind.PARAGRAPH, "paragraph.cell")
                    : Draft.drop(piece, "other.cell", "a few words in a table that only lays out the page");
        }
        if (!told.add(table)) {
            return Draft.drop(piece, "other.cell-told", "stands in a table that is a block already");
        }
        List<Piece> cells =
                within(table, at).stream().filter(cell -> !cell.picture()).toList();
        double density = cells.stream().mapToInt(Piece::linked).sum()
                / Math.max(
                        1.0,
                        cells.stream().mapToInt(cell -> cell.text().length()).sum());
        return density > 0.7
                ? Draft.drop(piece, "other.table-of-links", "a table of links")
                : Draft.keep(Tables.join(table, cells), BlockKind.TABLE, "table.tag");
    }

    /** The pieces within an element that has the piece at this index: pieces stand in page order, so they are one run. */
    private List<Piece> within(Element element, int at) {
        int from = at;
        int to = at + 1;
        while (from > 0 && Tags.inside(page.pieces.get(from - 1).element(), element)) {
            from--;
        }
        while (to < page.pieces.size() && Tags.inside(page.pieces.get(to).element(), element)) {
            to++;
        }
        return page.pieces.subList(from, to);
    }

    /** An item; one of a list of links only where the text announces the list. */
    Optional<Draft> item(Piece piece, boolean announced) {
        return listDensity(piece) > (announced ? ALL_LINKS : MOSTLY_LINKS)
                        && !footnote(piece.element())
                        && !dated(piece.element())
                ? Draft.drop(piece, "other.list-of-links", "a list of links")
                : Draft.keep(piece, BlockKind.LIST, "list.tag");
    }

    /** True for a note at the foot that leads back to where the text calls it: the author's own, links or not. */
    private static boolean footnote(Element item) {
        return Elements.atMost(item, NOTE_WORDS) && !item.select(BACK).isEmpty();
    }

    /**
     * True in a list of links with their years that stands, below a heading of its own, among the text's paragraphs: the author's
     * list of works or of earlier issues. What a site adds has no years, or stands elsewhere.
     */
    private boolean dated(Element item) {
        Element list = Tags.within(item, LISTS);
        return list != null && works.computeIfAbsent(list, Grids::works);
    }

    private static boolean works(Element list) {
        Element heading = list.previousElementSibling();
        Element parent = list.parent();
        if (heading == null
                || parent == null
                || !Tags.heading(heading.normalName())
                || Lexicon.RELATED.is(heading.text())
                || Lexicon.BOILERPLATE.is(heading.text())
                || list.childrenSize() > MOST_WORKS) {
            return false;
        }
        long paragraphs = parent.children().stream()
                .filter(child -> child.nameIs("p") && !Elements.atMost(child, FEW))
                .count();
        long years = list.children().stream()
                .filter(child -> YEAR.matcher(child.text()).find())
                .count();
        return paragraphs >= 2 && list.childrenSize() > 1 && years == list.childrenSize();
    }

    private double listDensity(Piece piece) {
        Element list = Tags.within(piece.element(), LISTS);
        if (list == null) {
            return piece.linkDensity();
        }
        if (lists.isEmpty()) {
            measure();
        }
        int[] sums = lists.getOrDefault(list, new int[2]);
        return (double) sums[0] / (1 + sums[1]);
    }

    /** How much of each list is link text, all lists in one pass. */
    private void measure() {
        for (Piece piece : page.pieces) {
            for (Element at = piece.element(); at != null; at = at.parent()) {
                if (LISTS.contains(at.normalName())) {
                    int[] sums = lists.computeIfAbsent(at, key -> new int[2]);
                    sums[0] += piece.linked();
                    sums[1] += piece.text().length();
                }
            }
        }
    }
}
