package org.pressmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.pressmark.model.Change.Op;
import org.pressmark.report.Covers.Cover;

/** Cuts the text of a block at the borders of its changes; where changes lie inside each other the innermost counts. */
final class Pieces {

    private Pieces() {}

    static List<ComparisonPage.Piece> cut(String text, List<Cover> covers, boolean base) {
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.length()));
        covers.forEach(cover -> {
            borders.add(cover.start());
            borders.add(cover.end());
        });
        List<ComparisonPage.Piece> pieces = new ArrayList<>();
        List<Integer> cuts = new ArrayList<>(borders);
        for (int i = 0; i < cuts.size(); i++) {
            int start = cuts.get(i);
            gaps(covers, start, pieces);
            if (i + 1 < cuts.size()) {
                pieces.add(piece(text, start, cuts.get(i + 1), covers, base));
            }
        }
        return pieces;
    }

    private static void gaps(List<Cover> covers, int at, List<ComparisonPage.Piece> pieces) {
        covers.stream()
                .filter(cover -> cover.start() == at && cover.end() == at)
                .forEach(cover -> pieces.add(new ComparisonPage.Piece(
                        "", cover.number(), "gap", cover.change().severity().word())));
    }

    private static ComparisonPage.Piece piece(String text, int start, int end, List<Cover> covers, boolean base) {
        String words = Shown.web(Shown.cut(text.substring(start, end)));
        return covers.stream()
                .filter(cover -> cover.start() <= start && cover.end() >= end)
                .min(Comparator.comparingInt(cover -> cover.end() - cover.start()))
                .map(cover -> new ComparisonPage.Piece(
                        words,
                        cover.number(),
                        cover.change().op() == Op.TRANSPOSITION ? "move" : base ? "del" : "ins",
                        cover.change().severity().word()))
                .orElseGet(() -> new ComparisonPage.Piece(words, 0, "", ""));
    }
}
