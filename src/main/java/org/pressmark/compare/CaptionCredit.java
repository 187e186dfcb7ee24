package org.pressmark.compare;

import java.util.List;
import org.pressmark.text.Agencies;
import org.pressmark.text.Folded;
import org.pressmark.text.Languages;
import org.pressmark.text.Sentences;
import org.pressmark.text.TextRange;
import org.pressmark.text.WordList;

/** Finds the credit of a picture that stands at the end of its caption. */
final class CaptionCredit {
    private static final int MOST_WORDS = 9;

    private CaptionCredit() {}

    /** Where the credit begins, −1 for none. */
    static int start(String caption) {
        List<TextRange> sentences = Sentences.of(caption, "en");
        if (sentences.size() < 2) {
            return -1;
        }
        TextRange last = sentences.get(sentences.size() - 1);
        String tail = Folded.fold(last.in(caption));
        String[] words = tail.split("[\\s/|]+", -1);
        if (words.length > MOST_WORDS || tail.endsWith(".") || tail.endsWith("?") || tail.endsWith("!")) {
            return -1;
        }
        boolean credits = tail.indexOf('/') > 0
                || tail.contains("(CC")
                || tail.contains("\u00a9")
                || !Agencies.all().findInCredit(tail).isEmpty();
        WordList small = WordList.load(Languages.NONE, "credit-small-words");
        for (String word : words) {
            char first = word.isEmpty() ? 'A' : word.charAt(0);
            if (Character.isLowerCase(first) && !small.contains(word)) {
                return -1;
            }
        }
        return credits || words.length <= 4 ? last.start() : -1;
    }
}
