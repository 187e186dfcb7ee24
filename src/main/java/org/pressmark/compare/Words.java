package org.pressmark.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.text.Token;

/** The tokens of one side as numbers, equal numbers for equal words on both sides. */
final class Words {

    /** The numbers given so far; one book for both sides. */
    static final class Book {
        private final Map<String, Integer> exact = new HashMap<>();
        private final Map<String, Integer> normal = new HashMap<>();
        private final Map<String, String> normalOf = new HashMap<>();
    }

    /** Numbers of the folded tokens. */
    final int[] exact;

    /** Numbers of the normal forms ({@link Lexicon#normal}). */
    final int[] normal;

    /** Which tokens are words or numbers. */
    final boolean[] word;

    /** How much a token tells: nothing for marks, little for the shortest words. */
    final float[] weight;

    private static final long BASE = 0x9E3779B97F4A7C15L;

    private final long[] hash;
    private final long[] power;

    /** How many words stand before each token. */
    private final int[] before;

    Words(Doc doc, Lexicon lexicon, Book book) {
        List<Token> tokens = doc.tokens();
        exact = new int[tokens.size()];
        normal = new int[tokens.size()];
        word = new boolean[tokens.size()];
        weight = new float[tokens.size()];
        hash = new long[tokens.size()];
        power = new long[tokens.size()];
        before = new int[tokens.size() + 1];
        for (int i = 0; i < exact.length; i++) {
            Token token = tokens.get(i);
            exact[i] = book.exact.computeIfAbsent(token.folded(), key -> book.exact.size());
            String form = book.normalOf.computeIfAbsent(token.folded(), key -> lexicon.normal(token));
            normal[i] = book.normal.computeIfAbsent(form, key -> book.normal.size());
            word[i] = token.kind() != Token.Kind.PUNCTUATION || form.equals("percent") || form.equals("and");
            weight[i] = !word[i] ? 0 : form.length() <= 3 && token.isWord() ? 0.3f : 1f;
            before[i + 1] = before[i] + (word[i] ? 1 : 0);
            hash(i, form);
        }
    }

    /** A number for the words of a stretch, equal where only presentation differs: the words are run together first. */
    long key(int from, int to) {
        long key = 1;
        for (int i = from; i < to; i++) {
            if (word[i]) {
                key = key * power[i] + hash[i];
            }
        }
        return key;
    }

    /** How many words and numbers stand in a stretch. */
    int words(int from, int to) {
        return before[to] - before[from];
    }

    private void hash(int token, String form) {
        long h = 0;
        long p = 1;
        for (int i = 0; i < form.length(); i++) {
            h = h * BASE + form.charAt(i);
            p *= BASE;
        }
        hash[token] = h;
        power[token] = p;
    }
}
