package org.pressmark.reuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.SharedPassage;
import org.pressmark.text.TextRange;
import org.pressmark.text.Token;
import org.pressmark.text.Tokenizer;
import org.pressmark.text.WordRuns;

/** The passages that two texts share, and where some words stand in a text; marks, space, quotes and case do not count. */
public final class Passages {
    /** A run of fewer words is chance more often than copying; one this long has a fingerprint in common for certain. */
    public static final int LEAST = 12;

    /** So many places of a run are tried, or a text that says one thing a thousand times would take a million tries. */
    private static final int TRIES = 8;

    private Passages() {}

    /** The longest shared runs of at least {@link #LEAST} words, in the order of the first text, none over another. */
    public static List<SharedPassage> shared(String first, String second) {
        List<Token> a = words(first);
        List<Token> b = words(second);
        List<String> lowerA = a.stream().map(Token::lower).toList();
        List<String> lowerB = b.stream().map(Token::lower).toList();
        Map<Long, List<Integer>> places = new HashMap<>();
        long[] runs = WordRuns.hashes(lowerB, Fingerprints.WORDS);
        for (int i = 0; i < runs.length; i++) {
            List<Integer> known = places.computeIfAbsent(runs[i], run -> new ArrayList<>(1));
            if (known.size() < TRIES) {
                known.add(i);
            }
        }
        List<SharedPassage> out = new ArrayList<>();
        long[] asked = WordRuns.hashes(lowerA, Fingerprints.WORDS);
        for (int i = 0; i < asked.length; ) {
            int best = 0;
            int at = 0;
            for (int place : places.getOrDefault(asked[i], List.of())) {
                int length = together(lowerA, i, lowerB, place);
                at = length > best ? place : at;
                best = Math.max(best, length);
            }
            if (best >= LEAST) {
                out.add(new SharedPassage(
                        best,
                        a.get(i).start(),
                        a.get(i + best - 1).end(),
                        b.get(at).start(),
                        b.get(at + best - 1).end()));
            }
            i += Math.max(1, best - Fingerprints.WORDS + 1);
        }
        return List.copyOf(out);
    }

    /** Where these words first stand in a text, one after the other. */
    public static Optional<TextRange> find(String words, String text) {
        List<String> wanted = WordRuns.words(words);
        List<Token> tokens = words(text);
        for (int i = 0; !wanted.isEmpty() && i + wanted.size() <= tokens.size(); i++) {
            int length = 0;
            while (length < wanted.size()
                    && wanted.get(length).equals(tokens.get(i + length).lower())) {
                length++;
            }
            if (length == wanted.size()) {
                return Optional.of(new TextRange(
                        tokens.get(i).start(), tokens.get(i + length - 1).end()));
            }
        }
        return Optional.empty();
    }

    private static int together(List<String> a, int i, List<String> b, int j) {
        int length = 0;
        while (i + length < a.size()
                && j + length < b.size()
                && a.get(i + length).equals(b.get(j + length))) {
            length++;
        }
        return length;
    }

    private static List<Token> words(String text) {
        return Tokenizer.tokens(text).stream()
                .filter(token -> token.kind() != Token.Kind.PUNCTUATION)
                .toList();
    }
}
