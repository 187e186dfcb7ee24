package org.pressmark.compare;

/**
 * Brings the sentence borders of both sides into line. Where one side has a border between two words and the other has
 * the same words without one (a paragraph broken in mid-sentence, a heading run into the text, a stop lost), the other
 * gets it too; so what is alike stays alike, whatever the layout.
 */
final class Borders {
    private final Doc docA;
    private final Doc docB;
    private final Words a;
    private final Words b;

    Borders(Doc docA, Words a, Doc docB, Words b) {
        this.docA = docA;
        this.docB = docB;
        this.a = a;
        this.b = b;
    }

    /** Carries cuts over between {@code aFrom..aTo} and {@code bFrom..bTo}, in both directions. */
    void carry(Cuts cutsA, int aFrom, int aTo, Cuts cutsB, int bFrom, int bTo) {
        int[] wordsA = words(a, aFrom, aTo);
        int[] wordsB = words(b, bFrom, bTo);
        if (wordsA.length < 2 || wordsB.length < 2) {
            return;
        }
        int[] idsA = ids(a, wordsA);
        int[] idsB = ids(b, wordsB);
        float[] weight = new float[idsA.length];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = a.weight[wordsA[i]];
        }
        int[] match = TokenDiff.match(idsA, 0, idsA.length, idsB, 0, idsB.length, weight);
        for (int i = 0; i + 1 < match.length; i++) {
            int j = match[i];
            if (j < 0 || match[i + 1] != j + 1 || !firm(match, i)) {
                continue;
            }
            int cutA = cutBetween(cutsA, wordsA[i], wordsA[i + 1]);
            int cutB = cutBetween(cutsB, wordsB[j], wordsB[j + 1]);
            if (cutA >= 0 && cutB < 0) {
                cutsB.add(place(docB, b, wordsB[j], wordsB[j + 1]));
            } else if (cutB >= 0 && cutA < 0) {
                cutsA.add(place(docA, a, wordsA[i], wordsA[i + 1]));
            }
        }
    }

    /** A third word beside the two agrees, so that the pair did not meet by chance. */
    private static boolean firm(int[] match, int i) {
        return (i > 0 && match[i - 1] == match[i] - 1) || (i + 2 < match.length && match[i + 2] == match[i] + 2);
    }

    private static int cutBetween(Cuts cuts, int left, int right) {
        for (int token = left + 1; token <= right; token++) {
            if (cuts.at(token)) {
                return token;
            }
        }
        return -1;
    }

    /** The cut goes behind the marks that close the left word, before those that open the right one. */
    private static int place(Doc doc, Words words, int left, int right) {
        int token = left + 1;
        while (token < right && !(doc.spaceBefore(token) && !words.word[token])) {
            token++;
        }
        return token;
    }

    private static int[] words(Words words, int from, int to) {
        int[] out = new int[words.words(from, to)];
        int count = 0;
        for (int i = from; i < to; i++) {
            if (words.word[i]) {
                out[count++] = i;
            }
        }
        return out;
    }

    private static int[] ids(Words words, int[] tokens) {
        int[] out = new int[tokens.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = words.normal[tokens[i]];
        }
        return out;
    }
}
