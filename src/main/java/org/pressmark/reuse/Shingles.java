package org.pressmark.reuse;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.text.Token;
import org.pressmark.text.Tokenizer;

/** The hashes of a text's folded, case-folded word 5-grams, in order; marks are passed over, numbers count as words. */
final class Shingles {
    static final int WORDS = 5;

    private Shingles() {}

    /** One hash a 5-gram; a text of fewer than five words has a single hash of all of them; no words, none. */
    static long[] of(String text) {
        List<String> words = new ArrayList<>();
        for (Token token : Tokenizer.tokens(text)) {
            if (token.kind() != Token.Kind.PUNCTUATION) {
                words.add(token.lower());
            }
        }
        if (words.isEmpty()) {
            return new long[0];
        }
        int width = Math.min(WORDS, words.size());
        long[] hashes = new long[words.size() - width + 1];
        for (int i = 0; i < hashes.length; i++) {
            long hash = 0xcbf29ce484222325L;
            for (int w = i; w < i + width; w++) {
                hash = word(hash, words.get(w));
            }
            hashes[i] = mixed(hash);
        }
        return hashes;
    }

    /** FNV-1a over the word and a separator. */
    private static long word(long hash, String word) {
        long out = hash;
        for (int i = 0; i < word.length(); i++) {
            out = (out ^ word.charAt(i)) * 0x100000001b3L;
        }
        return (out ^ 0x1f) * 0x100000001b3L;
    }

    /** Spreads FNV's weak high bits (the finaliser of MurmurHash3), since winnowing compares whole values. */
    private static long mixed(long hash) {
        long out = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        out = (out ^ out >>> 33) * 0xc4ceb9fe1a85ec53L;
        return out ^ out >>> 33;
    }
}
