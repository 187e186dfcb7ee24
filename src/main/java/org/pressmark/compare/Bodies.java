package org.pressmark.compare;

import java.util.Arrays;
import org.pressmark.compare.Quotes.Quote;

/** Everything that the rules need to know of the two bodies: tokens, which of them correspond, quotations and their partners. */
final class Bodies {
    final Doc docA;
    final Doc docB;
    final Words wordsA;
    final Words wordsB;
    final Lexicon lexicon;
    final Dates dates;
    final Alignment alignment;
    final Quotes quotesA;
    final Quotes quotesB;
    final Speakers speakersA;
    final Speakers speakersB;

    /** For each token of A its partner in B by normal form, or −1. */
    final int[] toB;

    final int[] toA;

    private final int[] quoteToB;
    private final int[] quoteToA;

    Bodies(Doc docA, Doc docB, Lexicon lexicon) {
        this.docA = docA;
        this.docB = docB;
        this.lexicon = lexicon;
        this.dates = new Dates(lexicon);
        Words.Book book = new Words.Book();
        this.wordsA = new Words(docA, lexicon, book);
        this.wordsB = new Words(docB, lexicon, book);
        this.alignment = Alignment.of(docA, wordsA, docB, wordsB);
        this.toB = new int[docA.size()];
        this.toA = new int[docB.size()];
        Arrays.fill(toB, -1);
        Arrays.fill(toA, -1);
        for (Pairing group : alignment.groups()) {
            match(group);
        }
        this.quotesA = new Quotes(docA, wordsA);
        this.quotesB = new Quotes(docB, wordsB);
        this.quoteToB = new int[quotesA.all().size()];
        this.quoteToA = new int[quotesB.all().size()];
        QuotePairs.pair(this, quoteToB, quoteToA);
        this.speakersA = new Speakers(docA, quotesA, lexicon);
        this.speakersB = new Speakers(docB, quotesB, lexicon);
    }

    private void match(Pairing group) {
        int[] match = TokenDiff.match(
                wordsA.normal, group.aFrom(), group.aTo(), wordsB.normal, group.bFrom(), group.bTo(), wordsA.weight);
        for (int i = 0; i < match.length; i++) {
            if (match[i] >= 0) {
                toB[group.aFrom() + i] = match[i];
                toA[match[i]] = group.aFrom() + i;
            }
        }
    }

    /** The partner of a quotation of A in B, −1 for none. */
    int partnerInB(int quote) {
        return quoteToB[quote];
    }

    int partnerInA(int quote) {
        return quoteToA[quote];
    }

    /** Whether a token of A corresponds to the very same folded token of B. */
    boolean same(int tokenA) {
        return toB[tokenA] >= 0 && wordsA.exact[tokenA] == wordsB.exact[toB[tokenA]];
    }

    /** Two quotation marks of any shape that open, or close, quotations that are partners. */
    boolean sameMark(int tokenA, int tokenB) {
        int qa = quotesA.marked(tokenA);
        int qb = quotesB.marked(tokenB);
        if (qa < 0 || qb < 0 || quoteToB[qa] != qb) {
            return false;
        }
        Quote a = quotesA.get(qa);
        Quote b = quotesB.get(qb);
        return (a.open() == tokenA) == (b.open() == tokenB);
    }
}
