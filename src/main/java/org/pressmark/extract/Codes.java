package org.pressmark.extract;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pressmark.model.BlockKind;

/** Tells listings of program text from prose that was set as typed: letters, poems, old press releases. */
final class Codes {
    private static final String SIGNS = "{}[]()<>=;|&$#\\/_*+";
    private static final double MANY = 0.04;
    private static final int LONG = 150;
    /** Of the words to read; beyond it a page shows programs more than it tells of them. */
    private static final double MOST = 0.75;

    /** A line's number has so many digits at most. */
    static final int DIGITS = 6;

    /** What no listing has in it; a {@code pre} that was never closed has. */
    private static final Evaluator PROSE =
            Selector.evaluatorOf("p, h1, h2, h3, h4, h5, h6, blockquote, img, table, article, section");

    private Codes() {}

    /** Whether a {@code pre} holds typed lines and no other blocks. */
    static boolean typed(Element pre) {
        return pre.selectFirst(PROSE) == null;
    }

    /** True for a column of line numbers: nothing but numbers, each one more than that before. */
    static boolean lineNumbers(String text) {
        int last = -1;
        for (String number : Text.tidy(text).split(" ", -1)) {
            if (number.isEmpty()
                    || number.length() > DIGITS
                    || !number.chars().allMatch(c -> c >= '0' && c <= '9')
                    || last >= 0 && Integer.parseInt(number) != last + 1) {
                return false;
            }
            last = Integer.parseInt(number);
        }
        return true;
    }

    /** An article's listings are of its text, until the longest are about as much as its words: then they stand beside it. */
    static List<Draft> marked(List<Draft> drafts) {
        int code = 0;
        int told = 0;
        for (Draft draft : drafts) {
            int words = draft.kind().body() ? draft.piece().words() : 0;
            if (listing(draft)) {
                code += words;
            } else {
                told += words;
            }
        }
        if (code <= MOST * told) {
            return drafts;
        }
        return drafts.stream()
                .map(draft -> listing(draft)
                        ? draft.as(BlockKind.LISTING, "pre.listing", "the page has about as much code as words to read")
                        : draft)
                .toList();
    }

    /** True for a long piece, set as typed, in which the signs of programs are more than prose has. */
    private static boolean listing(Draft draft) {
        if (draft.kind() != BlockKind.PREFORMATTED || draft.piece().words() < LONG) {
            return false;
        }
        String text = draft.piece().text();
        long signs = text.chars().filter(c -> SIGNS.indexOf(c) >= 0).count();
        return signs > MANY * text.length();
    }
}
