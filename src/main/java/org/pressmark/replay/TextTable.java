package org.pressmark.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A table of data as aligned columns; where it is too wide for its width, as one record after another. Tables that only place
 * things on the page are none.
 */
final class TextTable {
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_CELLS = 20_000;
    private static final int NARROWEST = 6;
    private static final String BETWEEN = " | ";
    /** A cell's own width is found by setting it without end. */
    private static final int ENDLESS = 4000;

    /** One cell where it begins. */
    private record Cell(Element element, int column, int span, boolean heading) {}

    private final HtmlText page;
    private final Element table;
    private final int width;
    private final List<List<Cell>> rows = new ArrayList<>();
    private int columns;

    TextTable(HtmlText page, Element table, int width) {
        this.page = page;
        this.table = table;
        this.width = width;
        grid();
    }

    /** True for a table that places things: told so, nested, of one row or column, or with whole texts in its cells. */
    static boolean layout(Element table) {
        String role = table.attr("role");
        if (role.equals("presentation")
                || role.equals("none")
                || table.select("table").size() > 1) {
            return true;
        }
        int widest = 0;
        int cells = 0;
        int rows = 0;
        for (Element row : table.select("tr")) {
            rows++;
            widest = Math.max(widest, row.childrenSize());
            cells += row.childrenSize();
        }
        if (cells > MOST_CELLS || widest > MOST_COLUMNS || widest < 2) {
            return true;
        }
        boolean stated = table.selectFirst("th,caption,thead") != null;
        if (stated) {
            return false;
        }
        return rows < 2
                || table.selectFirst("p,div,ul,ol,h1,h2,h3,form,iframe,blockquote") != null
                || table.select("td").stream().anyMatch(cell -> cell.text().length() > 200);
    }

    /** Gives each cell its column, room left for cells that reach down from above. */
    private void grid() {
        int[] taken = new int[MOST_COLUMNS * 2];
        for (Element row : table.select("tr")) {
            List<Cell> cells = new ArrayList<>();
            int column = 0;
            for (Element element : row.children()) {
                boolean heading = element.normalName().equals("th");
                if ((!heading && !element.normalName().equals("td")) || Hidden.is(element)) {
                    continue;
                }
                while (column < MOST_COLUMNS && taken[column] > 0) {
                    column++;
                }
                int span = Math.min(number(element.attr("colspan")), MOST_COLUMNS - column);
                if (span < 1) {
                    break;
                }
                cells.add(new Cell(element, column, span, heading));
                Arrays.fill(taken, column, column + span, Math.min(1000, number(element.attr("rowspan"))));
                column += span;
                columns = Math.max(columns, column);
            }
            for (int i = 0; i < taken.length; i++) {
                taken[i] = Math.max(0, taken[i] - 1);
            }
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
    }

    private static int number(String text) {
        return text.strip().matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text.strip()) : 1;
    }

    List<StyledLine> render() {
        List<StyledLine> out = new ArrayList<>();
        Element caption = table.selectFirst("caption");
        if (caption != null && !Hidden.is(caption)) {
            out.addAll(set(caption, width, Style.STRONG));
        }
        if (columns == 0) {
            return out;
        }
        int[] widths = widths();
        if (widths.length == 0) {
            records(out);
        } else {
            aligned(widths, out);
        }
        return out;
    }

    private List<StyledLine> set(Element cell, int columnsWide, Style style) {
        TextCanvas canvas = new TextCanvas(columnsWide);
        new HtmlBlocks(page, canvas).children(cell, style);
        return canvas.lines();
    }

    /** The width of each column; none where they can't be made to fit. */
    private int[] widths() {
        int[] wanted = new int[columns];
        int[] least = new int[columns];
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                if (cell.span() == 1) {
                    for (StyledLine line : set(cell.element(), ENDLESS, Style.PLAIN)) {
                        wanted[cell.column()] = Math.max(wanted[cell.column()], line.columns());
                        least[cell.column()] =
                                Math.max(least[cell.column()], Math.min(NARROWEST * 2, longestWord(line.text())));
                    }
                }
            }
        }
        int room = width - BETWEEN.length() * (columns - 1);
        int sum = Arrays.stream(wanted).sum();
        if (sum <= room) {
            return wanted;
        }
        int sumLeast = Arrays.stream(least).sum();
        if (sumLeast > room) {
            return new int[0];
        }
        int over = Math.max(1, sum - sumLeast);
        int[] out = new int[columns];
        for (int i = 0; i < columns; i++) {
            out[i] = least[i] + (int) ((long) (room - sumLeast) * (wanted[i] - least[i]) / over);
        }
        return out;
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split(" ", -1)) {
            longest = Math.max(longest, Columns.of(word));
        }
        return longest;
    }

    private void aligned(int[] widths, List<StyledLine> out) {
        boolean head = true;
        for (List<Cell> row : rows) {
            boolean headings = row.stream().allMatch(Cell::heading);
            if (head && !headings && row != rows.get(0)) {
                out.add(rule(widths));
            }
            head = head && headings;
            row(row, widths, out);
        }
    }

    private static StyledLine rule(int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : "-+-").append("-".repeat(widths[i]));
        }
        return StyledLine.of(line.toString(), Style.FAINT);
    }

    private void row(List<Cell> row, int[] widths, List<StyledLine> out) {
        List<List<StyledLine>> cells = new ArrayList<>();
        int height = 0;
        for (Cell cell : row) {
            List<StyledLine> lines =
                    set(cell.element(), spanned(cell, widths), cell.heading() ? Style.STRONG : Style.PLAIN);
            cells.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int line = 0; line < height; line++) {
            StyledLine all = StyledLine.EMPTY;
            int column = 0;
            for (int i = 0; i < row.size(); i++) {
                Cell cell = row.get(i);
                for (; column < cell.column(); column++) {
                    all = all.before(blank(column, widths[column]));
                }
                StyledLine part = line < cells.get(i).size() ? cells.get(i).get(line) : StyledLine.EMPTY;
                StyledLine separator = StyledLine.of(column == 0 ? "" : BETWEEN, Style.FAINT);
                all = all.before(separator.before(part.padded(spanned(cell, widths))));
                column = cell.column() + cell.span();
            }
            out.add(all.trimmed());
        }
    }

    private static StyledLine blank(int column, int columnsWide) {
        return StyledLine.of(column == 0 ? "" : BETWEEN, Style.FAINT)
                .before(StyledLine.of(" ".repeat(columnsWide), Style.PLAIN));
    }

    private static int spanned(Cell cell, int[] widths) {
        int sum = BETWEEN.length() * (cell.span() - 1);
        for (int i = 0; i < cell.span(); i++) {
            sum += widths[cell.column() + i];
        }
        return Math.max(1, sum);
    }

    /** Each row's cells under one another, with the column's heading before them where there is one. */
    private void records(List<StyledLine> out) {
        String[] names = new String[columns];
        Arrays.fill(names, "");
        boolean headed = rows.size() > 1 && rows.get(0).stream().allMatch(Cell::heading);
        if (headed) {
            for (Cell cell : rows.get(0)) {
                names[cell.column()] = cell.element().text();
            }
        }
        for (List<Cell> row : headed ? rows.subList(1, rows.size()) : rows) {
            if (!out.isEmpty()) {
                out.add(StyledLine.EMPTY);
            }
            for (Cell cell : row) {
                TextCanvas canvas = new TextCanvas(width);
                canvas.open("", "  ");
                if (!names[cell.column()].isEmpty()) {
                    canvas.text(names[cell.column()] + ": ", Style.STRONG);
                }
                new HtmlBlocks(page, canvas).children(cell.element(), Style.PLAIN);
                canvas.close();
                out.addAll(canvas.lines());
            }
        }
    }
}
