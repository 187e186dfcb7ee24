package org.pressmark.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds quotations by a state machine over paired marks: “ ” „ “ « » » « " " ‘ ’ ' ' 「 」 and their kin, nested, told from
 * apostrophes, feet and inches; a quotation ends with its paragraph unless the next one closes it or takes it up again.
 * Knows marks and spacing only, no language.
 */
public final class QuotationFinder {
    private static final int DEEPEST = 6;

    private record Open(int start, char mark) {}

    private final CharSequence text;
    private final CharSequence marks;
    private final QuoteMarks signs;
    private final Deque<Open> stack = new ArrayDeque<>();
    private final List<Quotation> found = new ArrayList<>();

    private QuotationFinder(CharSequence text, CharSequence marks) {
        this.text = text;
        this.marks = marks;
        this.signs = new QuoteMarks(text, marks);
    }

    /** The quotations of a text, each line feed a paragraph's end; offsets in the text as given, in order of their start. */
    public static List<Quotation> find(String text) {
        List<Quotation> out = new ArrayList<>();
        StringBuilder folded = new StringBuilder(text.length());
        StringBuilder marks = new StringBuilder(text.length());
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int line = 0;
        while (line <= text.length()) {
            int stop = text.indexOf('\n', line);
            stop = stop < 0 ? text.length() : stop;
            Folded part = Folded.of(text.substring(line, stop));
            folded.append(part.text()).append('\n');
            marks.append(part.marks()).append('\n');
            for (int i = 0; i < part.text().length(); i++) {
                starts.add(line + part.originalStart(i));
                ends.add(line + part.originalEnd(i + 1));
            }
            starts.add(stop);
            ends.add(stop);
            line = stop + 1;
        }
        for (Quotation q : find(folded, marks)) {
            int start = starts.get(q.start());
            int innerStart = Math.max(start, starts.get(q.innerStart()));
            int innerEnd = q.innerEnd() > q.innerStart() ? ends.get(q.innerEnd() - 1) : innerStart;
            innerEnd = Math.max(innerStart, innerEnd);
            out.add(new Quotation(
                    start,
                    Math.max(innerEnd, ends.get(q.end() - 1)),
                    innerStart,
                    innerEnd,
                    q.depth(),
                    q.closed(),
                    q.goesOn()));
        }
        return out;
    }

    /**
     * The quotations of a folded text.
     *
     * @param text folded ({@link Folded#text()}), paragraphs parted by line feeds
     * @param marks as long as the text: the characters before the fold of their shape ({@link Folded#marks()})
     */
    public static List<Quotation> find(CharSequence text, CharSequence marks) {
        return new QuotationFinder(text, marks).run();
    }

    private List<Quotation> run() {
        int paragraph = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                endParagraph(i);
                paragraph = i + 1;
            } else if (c == '"') {
                doubleMark(i);
            } else if (c == '\'') {
                singleMark(i, paragraph);
            }
        }
        endParagraph(text.length());
        found.sort(Comparator.comparingInt(Quotation::start).thenComparingInt(Quotation::depth));
        return List.copyOf(found);
    }

    private void doubleMark(int i) {
        Open open = innermost(true);
        switch (signs.doubleRole(i, open == null ? 0 : open.mark())) {
            case OPEN -> push(i);
            case CLOSE -> {
                if (open != null) {
                    close(open, i);
                }
            }
            case NONE -> {}
        }
    }

    private void singleMark(int i, int paragraph) {
        Open open = innermost(false);
        switch (signs.singleRole(i, paragraph, open != null)) {
            case OPEN -> push(i);
            case CLOSE -> {
                if (open != null) {
                    close(open, i);
                }
            }
            case NONE -> {}
        }
    }

    private void push(int i) {
        if (stack.size() < DEEPEST) {
            stack.push(new Open(i, marks.charAt(i)));
        }
    }

    private @Nullable Open innermost(boolean doubles) {
        for (Open open : stack) {
            if ((text.charAt(open.start()) == '"') == doubles) {
                return open;
            }
        }
        return null;
    }

    /** Closes a quotation; what was opened within it and never closed was no quotation. */
    private void close(Open open, int i) {
        while (!stack.isEmpty()) {
            Open top = stack.pop();
            if (top.equals(open)) {
                break;
            }
        }
        add(open, i + 1, i, true, false);
    }

    private void endParagraph(int end) {
        if (stack.isEmpty()) {
            return;
        }
        Open outermost = stack.peekLast();
        boolean isDouble = text.charAt(outermost.start()) == '"';
        QuoteMarks.Next next = isDouble ? signs.nextParagraph(end, outermost.mark()) : QuoteMarks.Next.NOTHING;
        if (next == QuoteMarks.Next.CLOSES) {
            Iterator<Open> all = stack.iterator();
            while (all.hasNext()) {
                if (!all.next().equals(outermost)) {
                    all.remove();
                }
            }
            return; // the paragraph was broken inside the quotation
        }
        stack.clear();
        if (isDouble) {
            add(outermost, end, end, false, next == QuoteMarks.Next.TAKES_UP);
        }
    }

    private void add(Open open, int end, int innerEnd, boolean closed, boolean goesOn) {
        int from = open.start() + 1;
        int to = innerEnd;
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        found.add(new Quotation(open.start(), Math.max(end, to), from, to, stack.size(), closed, goesOn));
    }
}
