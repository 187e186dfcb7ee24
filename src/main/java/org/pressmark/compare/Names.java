package org.pressmark.compare;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.text.Folded;
import org.pressmark.text.Token;

/** Names by their capitals: a capitalised run that does not owe its capital to the sentence's start. */
final class Names {
    private static final String MARKS = ".,-";

    private Names() {}

    /** The words of names within a stretch, folded, in order. */
    static List<String> in(Doc doc, int from, int to, Bodies bodies) {
        List<String> out = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (isName(doc, i, bodies)) {
                out.add(doc.token(i).folded());
            }
        }
        return out;
    }

    /** Whether a stretch is a name: capitals, the small words between them, and one before them ({@code from Jane Roe}). */
    static boolean whole(Doc doc, int from, int to, Bodies bodies) {
        boolean any = false;
        for (int i = from; i < to; i++) {
            Token token = doc.token(i);
            boolean mark = token.kind() == Token.Kind.PUNCTUATION;
            boolean small =
                    bodies.lexicon.particle(token.folded()) || i == from && bodies.lexicon.common(token.folded());
            if (isName(doc, i, bodies)) {
                any = true;
            } else if (mark ? !MARKS.contains(token.folded()) : !small && !capitalTitle(token, bodies)) {
                return false;
            }
        }
        return any;
    }

    private static boolean capitalTitle(Token token, Bodies bodies) {
        return Character.isUpperCase(token.folded().charAt(0)) && bodies.lexicon.role(token.folded());
    }

    /** Whether a stretch can stand for a name: a pronoun, or up to four words with a role among them. */
    static boolean standIn(Edit edit, List<String> words) {
        if (words.isEmpty() || words.size() > 4) {
            return false;
        }
        Lexicon lexicon = edit.bodies().lexicon;
        if (words.size() == 1 && lexicon.pronoun(words.get(0))) {
            return true;
        }
        return words.stream().anyMatch(lexicon::role);
    }

    static boolean isName(Doc doc, int token, Bodies bodies) {
        Token there = doc.token(token);
        if (!there.isWord()
                || !Character.isUpperCase(there.folded().charAt(0))
                || bodies.lexicon.pronoun(there.folded())) {
            return false;
        }
        if (bodies.dates.isPart(doc, token)) {
            return false;
        }
        if (!doc.opensSentence(token)) {
            return true;
        }
        if (bodies.lexicon.title(there.folded()) && token + 1 < doc.size() && capital(doc.token(token + 1))) {
            return true;
        }
        return !bodies.lexicon.common(there.folded())
                && (bodies.docA.namesInside().contains(there.folded())
                        || bodies.docB.namesInside().contains(there.folded()));
    }

    private static boolean capital(Token token) {
        return token.isWord() && Character.isUpperCase(token.folded().charAt(0));
    }

    /** One or two letters apart, in words long enough for that to be a slip. */
    static boolean typo(String a, String b) {
        if (a.length() < 4
                || b.length() < 4
                || a.equals(b)
                || Math.abs(a.length() - b.length()) > 2
                || a.length() > 64) {
            return false;
        }
        int most = Math.min(a.length(), b.length()) >= 6 ? 2 : 1;
        return distance(Folded.caseFold(a), Folded.caseFold(b)) <= most;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
