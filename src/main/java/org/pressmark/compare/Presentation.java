package org.pressmark.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.ChangeKind;
import org.pressmark.text.Token;

/** Tells accidentals from substantives: whether an edit is typography, punctuation or spelling and nothing else. */
final class Presentation {
    private Presentation() {}

    /** The presentation kind of an edit, null where it is more than presentation. */
    static @Nullable ChangeKind of(Edit edit) {
        if (!sameBorders(edit)) {
            return null;
        }
        Bodies bodies = edit.bodies();
        String lettersA = letters(bodies.docA, bodies.wordsA, bodies.quotesA, edit.aFrom(), edit.aTo());
        String lettersB = letters(bodies.docB, bodies.wordsB, bodies.quotesB, edit.bFrom(), edit.bTo());
        if (lettersA.equals(lettersB)) {
            return marks(edit.tokensA()).equals(marks(edit.tokensB())) ? ChangeKind.TYPOGRAPHY : ChangeKind.PUNCTUATION;
        }
        if (lettersA.replace(".", "").equals(lettersB.replace(".", ""))) {
            return ChangeKind.SPELLING_VARIANT;
        }
        Lexicon lexicon = bodies.lexicon;
        boolean sameCase = capitals(lettersA) == capitals(lettersB) || lettersA.isEmpty();
        boolean same = normal(lexicon, edit.tokensA(), bodies.wordsA, edit.aFrom())
                .equals(normal(lexicon, edit.tokensB(), bodies.wordsB, edit.bFrom()));
        return same && sameCase && !lettersA.isEmpty() ? ChangeKind.SPELLING_VARIANT : null;
    }

    /** Quotation marks and brackets must correspond: where a border moves, the change is no accidental. */
    private static boolean sameBorders(Edit edit) {
        List<Integer> a = borders(edit.bodies().docA, edit.bodies().quotesA, edit.aFrom(), edit.aTo());
        List<Integer> b = borders(edit.bodies().docB, edit.bodies().quotesB, edit.bFrom(), edit.bTo());
        if (a.size() != b.size()) {
            return false;
        }
        for (int k = 0; k < a.size(); k++) {
            String markA = edit.bodies().docA.token(a.get(k)).folded();
            String markB = edit.bodies().docB.token(b.get(k)).folded();
            boolean bracketA = Hunks.bracket(markA);
            if (bracketA != Hunks.bracket(markB)) {
                return false;
            }
            if (bracketA ? opening(markA) != opening(markB) : !edit.bodies().sameMark(a.get(k), b.get(k))) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> borders(Doc doc, Quotes quotes, int from, int to) {
        List<Integer> out = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (quotes.marked(i) >= 0 || Hunks.bracket(doc.token(i).folded())) {
                out.add(i);
            }
        }
        return out;
    }

    private static boolean opening(String bracket) {
        return bracket.equals("[") || bracket.equals("(");
    }

    /** The words run together; an apostrophe that stands off its word belongs to it all the same. */
    private static String letters(Doc doc, Words words, Quotes quotes, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean apostrophe =
                    doc.token(i).folded().equals("'") && quotes.marked(i) < 0 && i + 1 < to && words.word[i + 1];
            if (words.word[i] || apostrophe) {
                out.append(doc.token(i).folded());
            }
        }
        return out.toString();
    }

    /** Marks that count as punctuation; a hyphen at a line's end is no mark but the typesetter's. */
    private static String marks(List<Token> tokens) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean broken = token.folded().equals("-")
                    && i > 0
                    && i + 1 < tokens.size()
                    && tokens.get(i - 1).end() == token.start()
                    && tokens.get(i + 1).start() > token.end();
            if (token.kind() == Token.Kind.PUNCTUATION
                    && !broken
                    && !token.folded().equals("'")) {
                out.append(token.folded());
            }
        }
        return out.toString();
    }

    private static String normal(Lexicon lexicon, List<Token> tokens, Words words, int from) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            if (words.word[from + i]) {
                Token token = tokens.get(i);
                out.append(lexicon.number(token.folded())
                        .map(number -> "=" + number.toPlainString())
                        .orElseGet(() -> lexicon.normal(token)));
            }
        }
        return out.toString();
    }

    /** Number words may lose their capital to digits; else the first letter's case must stay. */
    private static boolean capitals(String letters) {
        return !letters.isEmpty() && Character.isUpperCase(letters.charAt(0));
    }
}
