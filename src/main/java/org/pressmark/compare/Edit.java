package org.pressmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.text.Token;

/**
 * Tokens of an aligned sentence that differ: {@code aFrom..aTo} of the first side stand where {@code bFrom..bTo} stand on
 * the second; either may be empty, not both.
 */
record Edit(Bodies bodies, int aFrom, int aTo, int bFrom, int bTo) {

    boolean onlyA() {
        return bFrom == bTo;
    }

    boolean onlyB() {
        return aFrom == aTo;
    }

    List<Token> tokensA() {
        return bodies.docA.tokens().subList(aFrom, aTo);
    }

    List<Token> tokensB() {
        return bodies.docB.tokens().subList(bFrom, bTo);
    }

    int wordCountA() {
        return bodies.wordsA.words(aFrom, aTo);
    }

    int wordCountB() {
        return bodies.wordsB.words(bFrom, bTo);
    }

    /** The words of the first side, folded. */
    List<String> wordsA() {
        return words(bodies.wordsA, aFrom, aTo, tokensA());
    }

    List<String> wordsB() {
        return words(bodies.wordsB, bFrom, bTo, tokensB());
    }

    private static List<String> words(Words words, int from, int to, List<Token> tokens) {
        List<String> out = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (words.word[i]) {
                Token token = tokens.get(i - from);
                if (i - from >= 2 && broken(tokens, i - from)) {
                    int last = out.size() - 1;
                    out.set(last, out.get(last) + token.folded());
                } else {
                    out.add(token.folded());
                }
            }
        }
        return out;
    }

    /** Whether a word is the second half of one that a hyphen broke at a line's end. */
    private static boolean broken(List<Token> tokens, int at) {
        Token half = tokens.get(at - 2);
        Token hyphen = tokens.get(at - 1);
        Token rest = tokens.get(at);
        return hyphen.folded().equals("-")
                && half.isWord()
                && half.end() == hyphen.start()
                && rest.start() > hyphen.end()
                && Character.isLowerCase(rest.folded().charAt(0));
    }

    /** The quotation of the first side in which the edit stands, −1 where it stands in none. */
    int quoteA() {
        return within(bodies.quotesA, aFrom, aTo);
    }

    int quoteB() {
        return within(bodies.quotesB, bFrom, bTo);
    }

    private static int within(Quotes quotes, int from, int to) {
        if (from == to) {
            return quotes.across(from);
        }
        int first = quotes.around(from);
        return first >= 0 && quotes.around(to - 1) == first ? first : -1;
    }

    /** Whether the edit stands in quotations that are partners. */
    boolean inAlignedQuote() {
        int a = quoteA();
        int b = quoteB();
        return a >= 0 && b >= 0 && bodies.partnerInB(a) == b;
    }

    /** Whether any of its tokens stands in a quotation, or is the mark of one. */
    boolean touchesQuote() {
        return quoteA() >= 0 && onlyB()
                || quoteB() >= 0 && onlyA()
                || touches(bodies.quotesA, aFrom, aTo)
                || touches(bodies.quotesB, bFrom, bTo);
    }

    private static boolean touches(Quotes quotes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (quotes.around(i) >= 0 || quotes.marked(i) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The speaker of the quotation that it touches, by the first side where both have one. */
    Optional<String> speaker() {
        int a = quoteA();
        Optional<String> name = bodies.speakersA.name(a);
        return name.isPresent() ? name : bodies.speakersB.name(quoteB());
    }
}
