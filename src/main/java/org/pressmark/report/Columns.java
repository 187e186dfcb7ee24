package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;

/** A table for the terminal: every column as wide as its widest cell, the last one taking what is left. */
final class Columns {
    private static final String GAP = "  ";
    private static final int LEAST = 24;

    private final TerminalStyle style;
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    Columns(TerminalStyle style, List<String> heads) {
        this.style = style;
        this.heads = heads;
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** A line below the last row, in the last column. */
    void below(String text) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < heads.size() - 1; i++) {
            row.add("");
        }
        row.add(text);
        rows.add(row);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        int[] widths = new int[heads.size() - 1];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Cells.width(heads.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
            }
        }
        line(out, widths, heads, Ink.DIM);
        rows.forEach(row -> line(out, widths, row, Ink.PLAIN));
        return Sheet.fit(out.toString(), style);
    }

    private void line(StringBuilder out, int[] widths, List<String> cells, Ink ink) {
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            boolean number = !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9' || c == 0xA0);
            line.append(number ? " ".repeat(widths[i] - Cells.width(cell)) + cell : Cells.pad(cell, widths[i]))
                    .append(GAP);
            used += widths[i] + GAP.length();
        }
        String last = cells.get(widths.length);
        int room = style.width() - used;
        // Where it does not fit, the last column, which names the thing, gets lines of its own.
        if (Cells.width(last) <= room || room >= LEAST && last.indexOf(' ') > 0) {
            String lead = ink.paint(line.toString(), style);
            for (String part : Cells.wrap(last, Math.max(room, 1), Math.max(room, 1))) {
                out.append((lead + ink.paint(part, style)).stripTrailing()).append('\n');
                lead = " ".repeat(used);
            }
        } else {
            if (!line.toString().isBlank()) {
                out.append(ink.paint(line.toString().stripTrailing(), style)).append('\n');
            }
            for (String part : Cells.wrap(last, style.width() - 4, style.width() - 4)) {
                out.append("    ").append(ink.paint(part, style)).append('\n');
            }
        }
    }
}
