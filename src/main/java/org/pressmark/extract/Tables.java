package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells tables of data from tables that only lay out a page, and writes the former as text. */
final class Tables {
    private static final int MOST = 2_000;

    private Tables() {}

    static boolean data(Element table) {
        if (!table.select("table table").isEmpty() || table.attr("role").equals("presentation")) {
            return false;
        }
        List<Element> cells = table.select("td, th");
        if (cells.size() < 4 || table.select("tr").size() < 2) {
            return false;
        }
        int large = 0;
        for (Element cell : cells.subList(0, Math.min(cells.size(), MOST))) {
            if (cell.select("p").size() > 3 || Text.words(cell.text()) > 80) {
                large++;
            }
        }
        return large * 5 < cells.size();
    }

    /** One piece of all cells: rows by line breaks, cells by tabs. */
    static Piece join(Element table, List<Piece> cells) {
        StringBuilder text = new StringBuilder();
        List<Piece> used = new ArrayList<>();
        @Nullable Element row = null;
        @Nullable Element cell = null;
        for (Piece piece : cells) {
            Element itsRow = Tags.within(piece.element(), Set.of("tr"));
            Element itsCell = Tags.within(piece.element(), Set.of("td", "th"));
            if (text.length() > 0) {
                text.append(!Objects.equals(itsRow, row) ? "\n" : !Objects.equals(itsCell, cell) ? "\t" : " ");
            }
            text.append(piece.text().replace('\n', ' '));
            row = itsRow;
            cell = itsCell;
            used.add(piece);
        }
        String all = text.toString();
        Piece first = used.get(0);
        Piece last = used.get(used.size() - 1);
        return new Piece(
                table,
                "table",
                all,
                List.of(),
                Optional.empty(),
                first.start(),
                Math.max(first.start(), last.end()),
                Text.words(all),
                0,
                0,
                Spots.NONE);
    }
}
