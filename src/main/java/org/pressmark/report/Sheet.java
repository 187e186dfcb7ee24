package org.pressmark.report;

import java.util.List;

/** A text for the terminal as it grows, line by line. What comes from archives must have gone through {@link Shown}. */
final class Sheet {
    private static final String MARKS = "“”„«»‘’‚–—−…·→◉○×\u00a0";
    private static final String PLAIN = "\"\"\"\"\"'''---.->*ox ";

    private final TerminalStyle style;
    private final StringBuilder out = new StringBuilder();

    Sheet(TerminalStyle style) {
        this.style = style;
    }

    String glyph(Glyph glyph) {
        return glyph.in(style);
    }

    int width() {
        return style.width();
    }

    Sheet blank() {
        out.append('\n');
        return this;
    }

    /** One line, not broken. */
    Sheet line(String text) {
        return line(Ink.PLAIN, text);
    }

    Sheet line(Ink ink, String text) {
        out.append(ink.paint(text, style)).append('\n');
        return this;
    }

    /** A text broken to the width, each line behind the indent. */
    Sheet text(Ink ink, int indent, String text) {
        return hanging(ink, " ".repeat(indent), " ".repeat(indent), text);
    }

    /** A text broken to the width, its first line behind one lead, the others behind another. */
    Sheet hanging(Ink ink, String firstLead, String restLead, String text) {
        List<String> lines =
                Cells.wrap(text, style.width() - Cells.width(firstLead), style.width() - Cells.width(restLead));
        String lead = firstLead;
        for (String line : lines) {
            out.append((lead + ink.paint(line, style)).stripTrailing()).append('\n');
            lead = restLead;
        }
        return this;
    }

    /** A text and, at the right edge of its last line, a note; where both don't fit, the note stands on its own line. */
    Sheet spread(Ink ink, int indent, String text, String note) {
        String lead = " ".repeat(indent);
        List<String> lines = Cells.wrap(text, style.width() - indent, style.width() - indent);
        for (int i = 0; i < lines.size() - 1; i++) {
            out.append(lead).append(ink.paint(lines.get(i), style)).append('\n');
        }
        String last = lines.get(lines.size() - 1);
        int used = indent + Cells.width(last);
        int gap = style.width() - used - Cells.width(note);
        out.append(lead).append(ink.paint(last, style));
        if (note.isEmpty()) {
            out.append('\n');
        } else if (gap >= 2) {
            out.append(" ".repeat(gap)).append(Ink.DIM.paint(note, style)).append('\n');
        } else {
            int space = Math.max(indent, style.width() - Cells.width(note));
            out.append('\n')
                    .append(" ".repeat(space))
                    .append(Ink.DIM.paint(note, style))
                    .append('\n');
        }
        return this;
    }

    /** Commands and what they do, in two columns. */
    Sheet hints(List<Hint> hints) {
        if (hints.isEmpty()) {
            return this;
        }
        blank();
        int widest = hints.stream()
                .mapToInt(hint -> Cells.width(Shown.line(hint.command())))
                .max()
                .orElse(0);
        int column = Math.min(widest, style.width() / 2) + 3;
        for (Hint hint : hints) {
            String command = Shown.line(hint.command());
            if (Cells.width(command) + 3 > column) {
                line(command).text(Ink.DIM, 4, hint.effect());
            } else {
                hanging(Ink.DIM, Cells.pad(command, column), " ".repeat(column), hint.effect());
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return fit(out.toString(), style);
    }

    /** Where the terminal knows ASCII only, the commonest marks beyond it in their plain form. */
    static String fit(String text, TerminalStyle style) {
        if (style.unicode()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = MARKS.indexOf(c);
            plain.append(at >= 0 ? PLAIN.charAt(at) : c);
        }
        return plain.toString();
    }
}
