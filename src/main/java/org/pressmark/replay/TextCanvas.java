package org.pressmark.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.pressmark.markup.SafeText;

/** Takes text and blocks in page order and sets them in lines: white space as browsers have it, margins that do not add up. */
final class TextCanvas {
    /** Lines never get narrower than this, however deep a list is nested. */
    private static final int NARROWEST = 16;

    /** What stands before the lines of a block. */
    private static final class Indent {
        final String first;
        final String rest;
        boolean begun;

        Indent(String first, String rest) {
            this.first = first;
            this.rest = rest;
        }
    }

    private final int width;
    private final List<StyledLine> lines = new ArrayList<>();
    private final Deque<Indent> indents = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder styles = new StringBuilder();
    private boolean gap;
    private long written;

    TextCanvas(int width) {
        this.width = width;
    }

    /** How much was put on the canvas so far; grows with everything visible. */
    long written() {
        return written;
    }

    int room() {
        return Math.max(Math.min(NARROWEST, width), width - indentation());
    }

    private int indentation() {
        int sum = 0;
        for (Indent indent : indents) {
            sum += Columns.of(indent.rest);
        }
        return sum;
    }

    /** Begins a block whose lines begin with these; where there is no more room the mark becomes part of the text. */
    void open(String first, String rest) {
        flush();
        boolean fits = width - indentation() - Columns.of(rest) >= NARROWEST;
        indents.addLast(fits ? new Indent(first, rest) : new Indent("", ""));
        if (!fits) {
            text.append(first.stripLeading());
            styles.append(StyledLine.codes(Style.FAINT, text.length()));
        }
    }

    /** Ends the block begun last; a list mark without content is shown all the same. */
    void close() {
        flush();
        Indent indent = indents.getLast();
        if (!indent.begun && !indent.first.isBlank()) {
            emit(StyledLine.EMPTY);
        }
        indents.removeLast();
    }

    /** Asks for an empty line before what comes next, unless a block has only just begun. */
    void margin() {
        flush();
        Indent last = indents.peekLast();
        if (!lines.isEmpty() && (last == null || last.begun || last.first.isEmpty())) {
            gap = true;
        }
    }

    void text(String added, Style style) {
        String safe = SafeText.escape(added);
        char code = StyledLine.code(style);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t') {
                if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                    styles.append(code);
                }
            } else if (c != '\u00AD' && c != '\uFEFF') {
                text.append(c);
                styles.append(code);
                written += c == '\u00A0' || c == '\u200B' ? 0 : 1;
            }
        }
    }

    /** A footnote's mark: joined to the word before it, the space after the word kept behind it. */
    void mark(String mark) {
        int end = text.length();
        boolean spaced = end > 0 && text.charAt(end - 1) == ' ';
        if (spaced) {
            text.setLength(end - 1);
            styles.setLength(end - 1);
        }
        text.append(mark);
        styles.append(StyledLine.codes(Style.FAINT, mark.length()));
        if (spaced) {
            text(" ", Style.PLAIN);
        }
    }

    /** A line break within a block; two in a row make a paragraph. */
    void lineBreak() {
        if (text.toString().isBlank()) {
            margin();
        } else {
            flush();
        }
    }

    /** Ends the line. */
    void flush() {
        if (text.length() > 0) {
            String all = text.toString();
            String codes = styles.toString();
            text.setLength(0);
            styles.setLength(0);
            LineBreaks.wrap(all, codes, room(), this::emit);
        }
    }

    /** Text whose lines and spaces are its own; what is too wide goes on in the next line. */
    void preformatted(String added, Style style) {
        flush();
        String safe = SafeText.escape(added.replace("\r\n", "\n").replace('\r', '\n'));
        for (String line : safe.split("\n", -1)) {
            String flat = untabbed(line);
            int from = 0;
            do {
                int end = cut(flat, from);
                written += end - from;
                emit(StyledLine.of(flat.substring(from, end), style));
                from = end;
            } while (from < flat.length());
        }
    }

    private int cut(String line, int from) {
        int used = 0;
        int i = from;
        while (i < line.length()) {
            int next = Columns.next(line, i);
            used += Columns.of(line, i, next);
            if (used > room() && i > from) {
                return i;
            }
            i = next;
        }
        return line.length();
    }

    private static String untabbed(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\t') {
                out.append(" ".repeat(8 - Columns.of(out.toString()) % 8));
            } else {
                out.append(line.charAt(i));
            }
        }
        return out.toString();
    }

    /** A line that is set as it is, however wide. */
    void line(StyledLine line) {
        flush();
        written += line.text().length();
        emit(line);
    }

    private void emit(StyledLine line) {
        if (gap) {
            gap = false;
            lines.add(prefix(false).trimmed());
        }
        lines.add(prefix(true).before(line).trimmed());
    }

    private StyledLine prefix(boolean begins) {
        StringBuilder out = new StringBuilder();
        for (Iterator<Indent> each = indents.iterator(); each.hasNext(); ) {
            Indent indent = each.next();
            if (!begins && !indent.begun) {
                break;
            }
            out.append(begins && !indent.begun ? indent.first : indent.rest);
            indent.begun |= begins;
        }
        return StyledLine.of(out.toString(), Style.FAINT);
    }

    /** The finished lines. */
    List<StyledLine> lines() {
        flush();
        return lines;
    }
}
