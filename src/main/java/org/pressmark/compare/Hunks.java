package org.pressmark.compare;

import java.util.ArrayList;
import java.util.List;

/** The differences within an aligned group of sentences, as few and as whole as a reader would mark them. */
final class Hunks {
    /** How many tokens far an insertion is slid. */
    private static final int SLIDE = 40;

    /** No sentence has so many changes: what does is no text, and is shown as one. */
    private static final int MOST = 100_000;

    /** A clause is written anew where so many words differ for each that stayed by chance. */
    private static final int REWRITTEN = 5;

    private final Bodies bodies;

    Hunks(Bodies bodies) {
        this.bodies = bodies;
    }

    List<Edit> of(Pairing group) {
        List<Edit> raw = raw(group);
        if (raw.size() > MOST) {
            Edit last = raw.get(raw.size() - 1);
            return List.of(
                    new Edit(bodies, raw.get(0).aFrom(), last.aTo(), raw.get(0).bFrom(), last.bTo()));
        }
        if (raw.size() > 1) {
            raw = merged(raw);
        }
        List<Edit> out = new ArrayList<>();
        for (Edit edit : raw) {
            split(slid(edit, group), out);
        }
        return out;
    }

    /** Runs of tokens without the very same token on the other side. */
    private List<Edit> raw(Pairing group) {
        List<Edit> out = new ArrayList<>();
        int i = group.aFrom();
        int j = group.bFrom();
        int startA = i;
        int startB = j;
        while (i < group.aTo() || j < group.bTo()) {
            if (i < group.aTo() && j < group.bTo() && bodies.toB[i] == j && alike(i, j)) {
                add(out, startA, i, startB, j);
                startA = ++i;
                startB = ++j;
            } else if (i < group.aTo() && bodies.toB[i] < 0) {
                i++;
            } else if (j < group.bTo() && bodies.toA[j] < 0) {
                j++;
            } else { // partners that differ in spelling: both belong to the change
                i = Math.min(group.aTo(), i + 1);
                j = Math.min(group.bTo(), j + 1);
            }
        }
        add(out, startA, i, startB, j);
        return out;
    }

    private boolean alike(int i, int j) {
        return bodies.wordsA.exact[i] == bodies.wordsB.exact[j];
    }

    private void add(List<Edit> out, int a0, int a1, int b0, int b1) {
        if (a0 < a1 || b0 < b1) {
            out.add(new Edit(bodies, a0, a1, b0, b1));
        }
    }

    /** Joins changes between which hardly anything stayed, but never across the border of a quotation or bracket. */
    private List<Edit> merged(List<Edit> edits) {
        List<Edit> out = new ArrayList<>();
        Edit last = edits.get(0);
        boolean whole = substantive(last);
        for (int k = 1; k < edits.size(); k++) {
            Edit next = edits.get(k);
            boolean nextWhole = substantive(next);
            if (whole && nextWhole && joins(last, next)) {
                last = new Edit(bodies, last.aFrom(), next.aTo(), last.bFrom(), next.bTo());
            } else {
                out.add(last);
                last = next;
                whole = nextWhole;
            }
        }
        out.add(last);
        return out;
    }

    /** Whether an edit has words, more than presentation, and no border of a quotation or bracket. */
    private boolean substantive(Edit edit) {
        return edit.wordCountA() + edit.wordCountB() > 0
                && !borders(bodies.docA, bodies.quotesA, edit.aFrom(), edit.aTo())
                && !borders(bodies.docB, bodies.quotesB, edit.bFrom(), edit.bTo())
                && Presentation.of(edit) == null;
    }

    private boolean joins(Edit left, Edit right) {
        int kept = bodies.wordsA.words(left.aTo(), right.aFrom());
        int sizeLeft = Math.max(left.wordCountA(), left.wordCountB());
        int sizeRight = Math.max(right.wordCountA(), right.wordCountB());
        if (kept > 3
                || borders(bodies.docA, bodies.quotesA, left.aTo(), right.aFrom())
                || borders(bodies.docB, bodies.quotesB, left.bTo(), right.bFrom())) {
            return false;
        }
        boolean comesOrGoes = left.onlyA() || left.onlyB() || right.onlyA() || right.onlyB();
        if (kept == 0 && comesOrGoes) {
            return false; // a comma between a replaced word and an added clause keeps them apart
        }
        boolean light = true;
        for (int i = left.aTo(); i < right.aFrom(); i++) {
            light &= bodies.wordsA.weight[i] < 1;
        }
        return kept == 0
                || kept < Math.min(sizeLeft, sizeRight)
                || light && kept == 1 && sizeLeft + sizeRight >= 4
                || sizeLeft + sizeRight >= REWRITTEN * kept && (replaces(left) || replaces(right));
    }

    private static boolean replaces(Edit edit) {
        return !edit.onlyA() && !edit.onlyB();
    }

    private static boolean borders(Doc doc, Quotes quotes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (border(doc, quotes, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean border(Doc doc, Quotes quotes, int token) {
        return quotes.marked(token) >= 0 || bracket(doc.token(token).folded());
    }

    static boolean bracket(String mark) {
        return mark.equals("[") || mark.equals("]") || mark.equals("(") || mark.equals(")");
    }

    /** An insertion that could stand in several places is shown where it is a whole: from a bracket or a sentence's start. */
    private Edit slid(Edit edit, Pairing group) {
        int shift = 0;
        if (edit.onlyB()) {
            shift = shift(bodies.docB, bodies.wordsB.exact, edit.bFrom(), edit.bTo(), group.bFrom(), group.bTo());
        } else if (edit.onlyA()) {
            shift = shift(bodies.docA, bodies.wordsA.exact, edit.aFrom(), edit.aTo(), group.aFrom(), group.aTo());
        }
        if (shift == 0 || !aligned(edit, shift)) {
            return edit;
        }
        return new Edit(bodies, edit.aFrom() + shift, edit.aTo() + shift, edit.bFrom() + shift, edit.bTo() + shift);
    }

    /** Whether the tokens over which an edit would slide are partners. */
    private boolean aligned(Edit edit, int shift) {
        for (int k = 1; k <= Math.abs(shift); k++) {
            int i = shift < 0 ? edit.aFrom() - k : edit.aTo() + k - 1;
            int j = shift < 0 ? edit.bFrom() - k : edit.bTo() + k - 1;
            if (i < 0 || i >= bodies.toB.length || bodies.toB[i] != j || !alike(i, j)) {
                return false;
            }
        }
        return true;
    }

    private static int shift(Doc doc, int[] ids, int from, int to, int first, int last) {
        int best = 0;
        int bestScore = wholeness(doc, from, to);
        for (int k = 1; k <= SLIDE && from - k >= first && ids[from - k] == ids[to - k]; k++) {
            int score = wholeness(doc, from - k, to - k);
            if (score > bestScore) {
                bestScore = score;
                best = -k;
            }
        }
        for (int k = 1; k <= SLIDE && to + k <= last && ids[to + k - 1] == ids[from + k - 1]; k++) {
            int score = wholeness(doc, from + k, to + k);
            if (score > bestScore) {
                bestScore = score;
                best = k;
            }
        }
        return best;
    }

    private static int wholeness(Doc doc, int from, int to) {
        String first = doc.token(from).folded();
        String last = doc.token(to - 1).folded();
        int score = 0;
        if ((first.equals("[") && last.equals("]"))
                || (first.equals("(") && last.equals(")"))
                || (first.equals("\"") && last.equals("\"") && to - from > 1)) {
            score += 4;
        }
        if (from == 0 || doc.lineBreakBefore(from)) {
            score += 2;
        }
        boolean stop = last.equals(".") || last.equals("!") || last.equals("?");
        score += stop ? 1 : 0;
        score -= ",.;:!?)]".contains(first) && !first.isEmpty() ? 2 : 0;
        return score;
    }

    /** Brackets that only one side has are a change of their own. */
    private void split(Edit edit, List<Edit> out) {
        if (!edit.onlyB() && !edit.onlyA()) {
            out.add(edit);
            return;
        }
        Doc doc = edit.onlyB() ? bodies.docB : bodies.docA;
        Quotes quotes = edit.onlyB() ? bodies.quotesB : bodies.quotesA;
        int from = edit.onlyB() ? edit.bFrom() : edit.aFrom();
        int to = edit.onlyB() ? edit.bTo() : edit.aTo();
        int at = from;
        for (int i = from; i < to; i++) {
            boolean opens = quotes.bracket(i) == i && doc.token(i).folded().equals("[");
            if (opens) {
                int end = i;
                while (end < to && quotes.bracket(end) == i) {
                    end++;
                }
                if (doc.token(end - 1).folded().equals("]")) {
                    part(edit, at, i, out);
                    part(edit, i, end, out);
                    at = end;
                    i = end - 1;
                }
            }
        }
        part(edit, at, to, out);
    }

    private void part(Edit edit, int from, int to, List<Edit> out) {
        if (from < to) {
            out.add(
                    edit.onlyB()
                            ? new Edit(bodies, edit.aFrom(), edit.aTo(), from, to)
                            : new Edit(bodies, from, to, edit.bFrom(), edit.bTo()));
        }
    }
}
