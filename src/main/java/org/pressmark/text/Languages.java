package org.pressmark.text;

import java.util.List;

/** Language tags, and a guess where a page names none. */
public final class Languages {
    /** Languages with word lists of their own. */
    public static final List<String> KNOWN = List.of("en", "de", "fr", "es", "ru");

    /** The tag of lists that hold for every language. */
    public static final String NONE = "zxx";

    private static final int ENOUGH = 400;

    private Languages() {}

    /** The first part of a BCP 47 tag in lower case: {@code en} for {@code en-US}; empty for no tag. */
    public static String primary(String tag) {
        if (tag.length() == 2 && KNOWN.contains(tag)) {
            return tag;
        }
        String lower = Folded.lower(tag.strip());
        int end = 0;
        while (end < lower.length() && lower.charAt(end) >= 'a' && lower.charAt(end) <= 'z') {
            end++;
        }
        return end == 2 || end == 3 ? lower.substring(0, end) : "";
    }

    /**
     * Guesses by the commonest words of the languages with lists of their own.
     *
     * @return a primary tag, empty text where no language stands out
     */
    public static String guess(String text) {
        String start = text.length() > 8000 ? text.substring(0, 8000) : text;
        List<Token> tokens = Tokenizer.tokens(start);
        String best = "";
        int most = 0;
        int words = 0;
        for (String language : KNOWN) {
            WordList common = WordList.load(language, "common");
            int count = 0;
            words = 0;
            for (Token token : tokens) {
                if (token.isWord() && words++ < ENOUGH && common.contains(token.lower())) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = language;
            }
        }
        return most * 12 >= Math.min(words, ENOUGH) ? best : "";
    }
}
