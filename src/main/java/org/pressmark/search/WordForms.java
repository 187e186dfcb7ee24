package org.pressmark.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pressmark.text.Folded;
import org.pressmark.text.Token;
import org.pressmark.text.Tokenizer;

/**
 * Under which forms a word is found: its own in lower case, that without accents, and the parts around an apostrophe
 * ({@code Russia's}, {@code l'Europe}). One who writes accents means them; one who does not finds both.
 */
final class WordForms {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 200;

    private WordForms() {}

    /** The forms of one word, its own first. */
    static Set<String> of(String word) {
        Set<String> out = new LinkedHashSet<>();
        String lower = cut(Folded.caseFold(word));
        out.add(lower);
        out.add(bare(lower));
        int quote = lower.indexOf('\'');
        if (quote > 0 && quote < lower.length() - 1) {
            for (String part : List.of(lower.substring(0, quote), lower.substring(quote + 1))) {
                if (part.length() > 1) {
                    out.add(part);
                    out.add(bare(part));
                }
            }
        }
        return out;
    }

    /** The words of what is looked for, each in the form in which it is looked for. */
    static List<String> words(String text) {
        return Tokenizer.tokens(text).stream()
                .filter(WordForms::counts)
                .map(token -> cut(token.lower()))
                .toList();
    }

    /** True for what is a word and no mark. */
    static boolean counts(Token token) {
        return token.kind() != Token.Kind.PUNCTUATION;
    }

    private static String bare(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String cut(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
    }
}
