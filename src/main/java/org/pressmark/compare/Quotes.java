package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pressmark.text.Quotation;

/** The quotations of one side in tokens, and which tokens stand in one or in brackets. */
final class Quotes {

    /**
     * A quotation.
     *
     * @param open the token of the opening mark, −1 where there is none
     * @param from first quoted token
     * @param to one past the last
     * @param close the token of the closing mark, −1 where there is none
     * @param words how many words are quoted
     */
    record Quote(int index, int open, int from, int to, int close, int depth, int words, boolean complete) {
        boolean holds(int token) {
            return token >= from && token < to;
        }

        int first() {
            return open >= 0 ? open : from;
        }

        int end() {
            return close >= 0 ? close + 1 : to;
        }
    }

    private static final int REACH = 60;
    private static final int BESIDE = 10;

    private final List<Quote> all = new ArrayList<>();
    private final int[] outermost;
    private final int[] markOf;
    private final int[] bracket;

    Quotes(Doc doc, Words words) {
        outermost = new int[doc.size()];
        markOf = new int[doc.size()];
        Arrays.fill(outermost, -1);
        Arrays.fill(markOf, -1);
        for (Quotation q : doc.quotations()) {
            add(doc, words, q);
        }
        bracket = brackets(doc);
    }

    private void add(Doc doc, Words words, Quotation q) {
        int from = doc.tokenAtChar(q.innerStart());
        int to = Math.max(from, doc.tokenAtChar(q.innerEnd()));
        int open = q.start() < q.innerStart() ? doc.tokenAtChar(q.start()) : -1;
        int close = q.closed() ? doc.tokenAtChar(q.end() - 1) : -1;
        int index = all.size();
        Quote quote =
                new Quote(index, open, from, to, close, q.depth(), words.words(from, to), q.closed() || q.goesOn());
        all.add(quote);
        for (int i = from; i < to; i++) {
            if (outermost[i] < 0) {
                outermost[i] = index;
            }
        }
        if (open >= 0) {
            markOf[open] = index;
        }
        if (close >= 0) {
            markOf[close] = index;
        }
    }

    List<Quote> all() {
        return all;
    }

    /** Quotations within some dozens of tokens of a stretch. */
    List<Quote> near(int from, int to) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).first() >= from) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        List<Quote> out = new ArrayList<>();
        for (int i = Math.max(0, low - BESIDE); i < all.size() && i < low + BESIDE; i++) {
            if (all.get(i).first() <= to + REACH && all.get(i).end() >= from - REACH) {
                out.add(all.get(i));
            }
        }
        return out;
    }

    Quote get(int index) {
        return all.get(index);
    }

    /** The outermost quotation within whose marks a token stands, −1 for none. */
    int around(int token) {
        return outermost[token];
    }

    /** The quotation that a token opens or closes, −1 for none. */
    int marked(int token) {
        return markOf[token];
    }

    /** The outermost quotation that goes on across the place before a token, −1 for none. */
    int across(int token) {
        if (token <= 0 || token >= outermost.length) {
            return -1;
        }
        int before = outermost[token - 1];
        int after = outermost[token];
        if (before >= 0 && (before == after || all.get(before).close() == token)) {
            return before;
        }
        return after >= 0 && all.get(after).open() == token - 1 ? after : -1;
    }

    /** The opening token of the brackets in which a token stands (the brackets themselves counted in), −1 for none. */
    int bracket(int token) {
        return bracket[token];
    }

    private static int[] brackets(Doc doc) {
        int[] out = new int[doc.size()];
        Arrays.fill(out, -1);
        int open = -1;
        String closing = "";
        for (int i = 0; i < out.length; i++) {
            String mark = doc.token(i).folded();
            if (open >= 0 && i - open > 80) {
                open = -1;
            }
            if (open < 0 && (mark.equals("[") || mark.equals("("))) {
                open = i;
                closing = mark.equals("[") ? "]" : ")";
            } else if (open >= 0 && mark.equals(closing)) {
                Arrays.fill(out, open, i + 1, open);
                open = -1;
            }
        }
        return out;
    }
}
