package org.pressmark.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.pressmark.compare.Quotes.Quote;

/** Quotations whose words stand on the other side without marks: paraphrase and quotation, scare quotes gone or come. */
final class MarksLost {
    private static final double KEPT = 0.8;

    /**
     * A quotation that lost its marks.
     *
     * @param inA whether the first side has the marks
     * @param quote its index there
     */
    record Found(boolean inA, int quote, int aFrom, int aTo, int bFrom, int bTo) {}

    private final Bodies bodies;
    private final List<Found> found = new ArrayList<>();
    private final BitSet marksA = new BitSet();
    private final BitSet marksB = new BitSet();

    MarksLost(Bodies bodies) {
        this.bodies = bodies;
        look(true);
        look(false);
    }

    List<Found> found() {
        return found;
    }

    private void look(boolean inA) {
        Quotes here = inA ? bodies.quotesA : bodies.quotesB;
        Quotes there = inA ? bodies.quotesB : bodies.quotesA;
        int[] match = inA ? bodies.toB : bodies.toA;
        boolean[] word = inA ? bodies.wordsA.word : bodies.wordsB.word;
        for (Quote quote : here.all()) {
            int partner = inA ? bodies.partnerInB(quote.index()) : bodies.partnerInA(quote.index());
            if (partner >= 0 || !quote.complete() || quote.words() == 0 || quote.open() < 0) {
                continue;
            }
            int kept = 0;
            int first = Integer.MAX_VALUE;
            int last = -1;
            boolean otherQuote = false;
            for (int i = quote.from(); i < quote.to(); i++) {
                int j = match[i];
                if (j >= 0) {
                    kept += word[i] ? 1 : 0;
                    first = Math.min(first, j);
                    last = Math.max(last, j);
                    int around = there.around(j);
                    int back = around < 0 ? -1 : inA ? bodies.partnerInA(around) : bodies.partnerInB(around);
                    otherQuote |= around >= 0 && (back < 0 || !encloses(here.get(back), quote));
                }
            }
            if (kept >= KEPT * quote.words()
                    && last >= 0
                    && !otherQuote
                    && last - first < 3 * (quote.to() - quote.from()) + 8) {
                (inA ? marksA : marksB).set(quote.open());
                if (quote.close() >= 0) {
                    (inA ? marksA : marksB).set(quote.close());
                }
                found.add(
                        inA
                                ? new Found(true, quote.index(), quote.first(), quote.end(), first, last + 1)
                                : new Found(false, quote.index(), first, last + 1, quote.first(), quote.end()));
            }
        }
    }

    private static boolean encloses(Quote outer, Quote inner) {
        return outer.first() <= inner.first() && outer.end() >= inner.end() && outer.index() != inner.index();
    }

    /** The edit without the marks that are accounted for; marks in its middle stay. */
    Edit without(Edit edit) {
        int aFrom = edit.aFrom();
        int aTo = edit.aTo();
        int bFrom = edit.bFrom();
        int bTo = edit.bTo();
        while (aFrom < aTo && marksA.get(aFrom)) {
            aFrom++;
        }
        while (aTo > aFrom && marksA.get(aTo - 1)) {
            aTo--;
        }
        while (bFrom < bTo && marksB.get(bFrom)) {
            bFrom++;
        }
        while (bTo > bFrom && marksB.get(bTo - 1)) {
            bTo--;
        }
        boolean same = aFrom == edit.aFrom() && aTo == edit.aTo() && bFrom == edit.bFrom() && bTo == edit.bTo();
        return same ? edit : new Edit(bodies, aFrom, aTo, bFrom, bTo);
    }
}
