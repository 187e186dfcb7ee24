package org.pressmark.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pressmark.text.Token;
import org.pressmark.text.Tokenizer;

/**
 * The stretch of a text in which most of the words stand that were looked for.
 *
 * @param text one line
 * @param marks those words in it
 */
public record Excerpt(String text, List<Mark> marks) {
    private static final int WORDS = 36;

    /**
     * A word that was looked for.
     *
     * @param start first character
     * @param end one past the last
     */
    public record Mark(int start, int end) {}

    public Excerpt {
        marks = List.copyOf(marks);
    }

    /** The excerpt of a text; its beginning where none of the words is in it. */
    public static Excerpt of(String text, Wanted wanted) {
        Set<String> words = new HashSet<>();
        Set<String> beginnings = new HashSet<>();
        for (Wanted.Part part : wanted.parts()) {
            if (!part.not()) {
                (part.beginning() ? beginnings : words).addAll(WordForms.words(part.text()));
            }
        }
        List<Token> tokens = Tokenizer.tokens(text);
        String[] found = new String[tokens.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = match(tokens.get(i), words, beginnings);
        }
        int from = best(found);
        int to = Math.min(found.length, from + WORDS);
        if (found.length == 0) {
            return new Excerpt("", List.of());
        }
        int start = from == 0 ? 0 : tokens.get(from).start();
        int end = to == found.length ? text.length() : tokens.get(to - 1).end();
        String lead = from == 0 ? "" : "… ";
        List<Mark> marks = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (!found[i].isEmpty()) {
                int shift = lead.length() - start;
                marks.add(new Mark(tokens.get(i).start() + shift, tokens.get(i).end() + shift));
            }
        }
        String line = text.substring(start, end).replaceAll("[\\s\\p{Z}]", " ");
        return new Excerpt(lead + line + (end < text.length() ? " …" : ""), marks);
    }

    /** The form in which a token is one of the words; empty text where it is none. */
    private static String match(Token token, Set<String> words, Set<String> beginnings) {
        if (!WordForms.counts(token)) {
            return "";
        }
        for (String form : WordForms.of(token.folded())) {
            if (words.contains(form)) {
                return form;
            }
            for (String beginning : beginnings) {
                if (form.startsWith(beginning)) {
                    return beginning;
                }
            }
        }
        return "";
    }

    /** Where the window begins that holds the most different words, of equal ones the most words, of those the first. */
    private static int best(String[] found) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < found.length; i++) {
            if (found[i].isEmpty()) {
                continue;
            }
            Set<String> different = new HashSet<>();
            int near = 0;
            for (int j = i; j < Math.min(found.length, i + WORDS - 8); j++) {
                if (!found[j].isEmpty()) {
                    different.add(found[j]);
                    near += j > i && j < i + 6 ? 2 : 1;
                }
            }
            int weight = different.size() * 1000 + near;
            if (weight > most) {
                most = weight;
                best = Math.max(0, i - 6);
            }
        }
        return best;
    }
}
